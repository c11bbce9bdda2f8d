import { expect, it } from 'vitest';
import { sound } from '../../../src/duplicates/likely/sound.js';

it.each([
  ['yuliya', 'iuliia'], ['khaleel', 'khalil'], ['maksim', 'maxim'], ['schmidt', 'shmit'], ['philip', 'filip'], ['elmasri', 'almasri'], ['wolf', 'volf'], ['zara', 'sara'],
  ['anna', 'ana'], ['noor', 'nur'], ['fatouma', 'fatuma'], ['sarah', 'sara'], ['carla', 'karla'], ['becker', 'beker'], ['tariq', 'tarik'],
])('%s sounds like %s', (one, other) => expect(sound(one)).toBe(sound(other)));

it.each([['martin', 'marin'], ['ana', 'ena'], ['李', '王']])('%s does not sound like %s', (one, other) => expect(sound(one)).not.toBe(sound(other)));

import { expect, test } from 'vitest';
import { withConstants } from '../build/constants.js';

test.each([
  ['what is written once', '(function(){let a=1;var b=2;return a+b})', '(function(){const a=1;const b=2;return a+b})'],
  ['several at once', '(function(){let a=1,b=2,c=3,d;b++;d=a+c})', '(function(){const a=1;let b=2;const c=3;let d;b++;d=a+c})'],
  ['not what is written again, anywhere', '(function(){let a=1,b=2,c=[3];function f(){a=2;[b]=c;for(c of[])f()}})', '(function(){let a=1,b=2,c=[3];function f(){a=2;[b]=c;for(c of[])f()}})'],
  ['by scope, not by name', '(function(){let a=1;{let a=2;a++}})', '(function(){const a=1;{let a=2;a++}})'],
  ['parts of a whole', '(function(){let{a,b:[c]}=x;return a+c})', '(function(){const{a,b:[c]}=x;return a+c})'],
  ['not unless all parts are', '(function(){let{a,b}=x;a++})', '(function(){let{a,b}=x;a++})'],
  ['not what is declared twice', '(function(){var a=1;var a=2})', '(function(){var a=1;var a=2})'],
  ['no var further in, which may be read before', '(function(){function f(){g(a);var a=1}})', '(function(){function f(){g(a);var a=1}})'],
  ['no loop', '(function(){for(let a=0,b=1;a<b;a++)f();for(let c of d)f(c)})', '(function(){for(let a=0,b=1;a<b;a++)f();for(let c of d)f(c)})'],
  ['of a module', 'import{x}from"y";var a=x;let b=a;b++;export{a}', 'import{x}from"y";const a=x;let b=a;b++;export{a}'],
])('constants: %s', (_, text, made) => expect(withConstants(text)).toBe(made));

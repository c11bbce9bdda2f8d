import { AT } from './compare.js';
import { level, type Comparison } from './levels.js';

/** Below the threshold that flags. */
const NOT_A_MATCH = 0.1;
/** Below the threshold that counts as the same person. */
const NOT_THE_SAME = 0.9;

/** What stands against two rows being one person's however much they share, as a probability they cannot exceed. */
export function ceiling(comparisons: readonly Comparison[], levels: Uint8Array, shares: Float64Array, offset: number): number {
  const at = (c: number): number => levels[offset + c]!;
  const named = isNamed(levels, offset);
  const given = at(AT.given);
  const family = at(AT.family);
  const place = at(AT.place);
  const mailbox = at(AT.email) >= level.near;
  const phone = at(AT.phone) >= level.near;
  const street = place >= level.near;
  const household = phone || street;
  let beyondName = mailbox || household || (named && at(AT.company) >= level.partial);
  let contradicted = at(AT.email) === level.differs || at(AT.phone) === level.differs || (named && at(AT.company) === level.differs)
    || place === level.differs || place === level.weak;
  let birthday: number = level.missing;
  let number = false;
  let otherPerson = false;
  let otherBirthday = false;
  for (let c: number = AT.extras; c < comparisons.length; c++) {
    const { personal, number: isNumber } = comparisons[c]!;
    if (at(c) === level.differs) {
      contradicted = true;
      otherPerson ||= personal;
      otherBirthday ||= personal && !isNumber;
    } else if (at(c) >= level.near && personal) {
      beyondName = true;
      number ||= isNumber;
      if (!isNumber) birthday = Math.max(birthday, at(c));
    } else if (named && at(c) === level.exact && shares[offset + c]! < TELLING) beyondName = true;
  }
  const personal = number || birthday > level.missing;
  // A household or a company shares its phone, address and even mailbox, and twins are born a day apart. Another first
  // name with the very same birthday may be twins or one person: somebody should look. In one house, two names of which
  // neither is a slip of the other are the twins, or a couple with the number of one of them.
  const name = named ? given : at(AT.company);
  if (name <= level.differs && name !== level.missing) {
    if (personal && name === level.opposed && household && !mailbox && !(number && birthday > level.missing)) return NOT_A_MATCH;
    if (number || (family !== level.differs && (birthday === level.exact || (birthday > level.missing && !household)))) return NOT_THE_SAME;
    return name === level.opposed && birthday === level.missing ? 0 : NOT_A_MATCH;
  }
  // Whoever of the house or of that number the name without a first name is.
  if (named && given === level.missing && phone !== street && !mailbox && !personal && at(AT.company) < level.partial) return NOT_A_MATCH;
  // Father and son of one house.
  if (otherBirthday && household && !personal && !mailbox) return NOT_A_MATCH;
  // A name alone is not a person, nor are two branches one office.
  if (contradicted && !beyondName && place < level.partial) return NOT_A_MATCH;
  // Two Annas in one company or house; one Anna who took a name keeps her phone or mailbox.
  const isReached = mailbox || (phone && at(AT.company) < level.partial);
  if (family === level.differs && !personal && !isReached) return NOT_A_MATCH;
  // Father and son of one name, sisters with similar names, a name taken in marriage, two of one name in one town: somebody should look.
  const isUnlike = family === level.differs || family === level.partial || (given === level.partial && !personal && at(AT.email) !== level.exact);
  const isOther = named && !personal && at(AT.email) === level.differs && (given !== level.exact || family !== level.exact);
  const isElsewhere = named && !personal && at(AT.email) === level.differs
    && (at(AT.phone) === level.differs || (place === level.differs && at(AT.company) !== level.exact));
  return isUnlike || isOther || isElsewhere || !beyondName || (otherPerson && !personal) ? NOT_THE_SAME : 1;
}

/** Words shared less often than this say something: a birth place does, a gender does not. */
const TELLING = 1 / 50;

/** Whether either row gives a name to compare. */
export const isNamed = (levels: Uint8Array, offset: number): boolean =>
  levels[offset + AT.given] !== level.missing || levels[offset + AT.family] !== level.missing;

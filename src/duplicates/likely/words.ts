/** Word lists the model needs; entries as in rules/words, in any case and spelling. */
export interface Words {
  /** Names for the same given name, one group an entry: `robert bob rob bobby`. */
  readonly nicknames: readonly string[];
  /** Names that are no slip of the pen for one another: Emil is not Emily. Those of `nicknames` need not be repeated. */
  readonly givenNames: readonly string[];
  /** Spellings of one family name, one group an entry: `zhang chang cheung`. */
  readonly familySpellings: readonly string[];
  /** Legal forms: `gmbh`, `pty ltd`. */
  readonly companySuffixes: readonly string[];
  /** Ways to write one word of an address, one group an entry: `street st str`. */
  readonly streetWords: readonly string[];
  /** Titles before and letters after a name: `dr`, `phd`. */
  readonly honorifics: readonly string[];
  /** Domains where anybody can have a mailbox: sharing one says nothing of a company. */
  readonly freeMail: readonly string[];
}

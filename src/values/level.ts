/** From those who decide alone to those who have no job; `none` also when the text is no title at all. */
export const LEVELS = ['owner', 'vp', 'director', 'manager', 'staff', 'junior', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** The higher the more they decide; below all levels what is unknown. */
export const ranks = (level: Level | undefined): number => (level === undefined ? -1 : LEVELS.length - LEVELS.indexOf(level));

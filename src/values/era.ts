/** The year before the first of each era, by its name: Japanese ones, and that of the Republic of China. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 民國: 1911, 民国: 1911 };
const ERA = new RegExp(`^\\s*(${Object.keys(ERAS).join('|')})\\s*(元|\\d{1,3})\\s*年`, 'u');
const FULL_WIDTH = /[０-９]/gu;

/** A date that counts years by eras, or is written in full-width digits, as others write it; '' when it is neither. */
export function inOurYears(text: string): string {
  const plain = text.replace(FULL_WIDTH, (digit) => String(digit.charCodeAt(0) & 15));
  const ours = plain.replace(ERA, (_, era: string, year: string) => `${(ERAS[era] as number) + (year === '元' ? 1 : Number(year))}年`);
  return ours === text ? '' : ours;
}

/** The signs of which dates are made, by character code. */
export const DASH = 45, DOT = 46, COLON = 58, COMMA = 44, PLUS = 43;
const SLASH = 47;

export function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}
export function isLetter(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || (char >= 0xc0 && char !== 0xd7 && char !== 0xf7 && char < 0x2000);
}
export function isBlank(char: number): boolean {
  return char === 32 || char === 9 || char === 0xa0 || char === 0x202f || char === 39 || char === 0x2019;
}
export function isSeparator(char: number): boolean {
  return isBlank(char) || char === SLASH || char === DASH || char === DOT || char === COMMA || char === 0xba || char === 0xaa || isEastAsian(char);
}
/** The signs behind year, month and day in Chinese and Japanese (\u5e74\u6708\u65e5) and in Korean. */
export function isEastAsian(char: number): boolean {
  return char === 0x5e74 || char === 0x6708 || char === 0x65e5 || char === 0xb144 || char === 0xc6d4 || char === 0xc77c;
}
/** How many digits stand at `at`. */
export function digits(text: string, at: number): number {
  let to = at;
  while (to < text.length && isDigit(text.charCodeAt(to))) to++;
  return to - at;
}
export function number(text: string, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/**
 * Letters and digits, told by their codes where they are Latin: a pattern for all of Unicode takes a millisecond to
 * prepare, and few notes need one.
 */

/** Whether a letter or digit of any script stands at `at`; not beyond either end. */
export function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isFigure(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLatin(code) || (code >= 128 && !isMark(code) && /[\p{L}\p{N}]/u.test(text[at]));
}

/** Whether a code unit is one of 0 to 9. */
export function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a capital letter of any script stands at `at`. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  if (isMark(code) || Number.isNaN(code)) return false;
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return letter.toLowerCase() !== letter && letter.toUpperCase() === letter;
}

/** À to ɏ and Ḁ to ỿ, which are letters all but × and ÷. */
function isLatin(code: number): boolean {
  return (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff);
}

/** Quotation marks, dashes, spaces and the filler of prose. */
function isMark(code: number): boolean {
  return code === 0xa0 || code === 0xa3 || (code >= 0x2000 && code <= 0x206f) || code === 0xfffc;
}

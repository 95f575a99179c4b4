/**
 * Bytes of a file → text, or why they are not a record. UTF-8 only; a byte order mark is taken off.
 */
import { firstWhere } from '../../engine/in-order.js';

export type Decoded = { readonly text: string } | { readonly problem: string; readonly line: number; readonly column: number };

const MAX_BYTES = 16_000_000;

export function decode(bytes: Uint8Array): Decoded {
  const whole = (problem: string): Decoded => ({ problem, line: 1, column: 1 });
  const over = tooLarge(bytes.length);
  if (over !== null) return whole(over);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return whole('This file is in UTF-16, so it was not checked. Save it as UTF-8.');
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: 'This is not plain text from here on, so the file was not checked. Is it a document of another kind?', ...placeOf(bytes, nul) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.', ...placeOf(bytes, firstInvalid(bytes)) };
  }
}

/** Why a file of so many bytes is no record, which can be told before it is read; null where it may be one. */
export function tooLarge(size: number): string | null {
  return size > MAX_BYTES ? `This file is too large to be a record (${(size / 1_000_000).toFixed(1)} MB; the limit is ${MAX_BYTES / 1_000_000} MB), so it was not checked.` : null;
}

/** A list of words as spreadsheets save it: UTF-8, UTF-16 with a byte order mark, or Windows-1252, which is told as `encoding`. */
export function decodeList(bytes: Uint8Array): { readonly text: string; readonly encoding?: string } | { readonly problem: string } {
  if (bytes.length > MAX_BYTES) return { problem: `This file is too large to be a list of words (the limit is ${MAX_BYTES / 1_000_000} MB).` };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { problem: 'This is a workbook or a document, and no plain list. Save it from Excel as “CSV UTF-8”, and import that.' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  if (bytes.includes(0)) return { problem: 'This is not plain text. Is it a document of another kind?' };
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded : { text: windows1252(bytes), encoding: 'Windows-1252, since it is not UTF-8; look whether its accents and quotation marks are right' };
}

/** Bytes 80 to 9F, where Windows-1252 is not Latin-1; not every Node's own decoder knows that. */
const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\x80-\x9f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80]);
}

/** Offset of the first byte that is not UTF-8: what decodes is passed over piece by piece, and where it ends is found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let from = 0;
  while (from < bytes.length && decodes(bytes.subarray(from, from + PIECE))) {
    from = Math.min(from + PIECE, bytes.length);
    while ((bytes[from] & 0xc0) === 0x80) from--; // a character is never parted
  }
  return from + firstWhere(Math.min(PIECE, bytes.length - from), (index) => !decodes(bytes.subarray(from, from + index + 1)));
}

const PIECE = 65_536;

/** Whether these bytes are UTF-8, or would be if they went on. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset);
  const line = before.reduce((count, byte) => count + Number(byte === 10), 1);
  const lineStart = before.lastIndexOf(10) + 1;
  // As a stream, so that the beginning of a character that breaks off here does not count as one.
  return { line, column: new TextDecoder().decode(before.subarray(lineStart), { stream: true }).length + 1 };
}

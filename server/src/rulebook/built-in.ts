/**
 * The packs that ship with Alongside. They were compiled when it was built, into one file whose arrays are used as
 * they lie in it: start-up reads no YAML and builds nothing.
 */
import { readFileSync } from 'node:fs';
import type { CompiledRules } from '../engine/rule-set.js';

/** Packs in force when a rulebook names none. `plain-english` reads only what families read, unless a rulebook names it. */
export const BUILT_IN_NAMES = ['family-valued', 'signs-of-safety', 'family-group-conference', 'plain-english'] as const;

/** Rules that are off until a rulebook takes a side (`choices:`) or says whose law holds (`jurisdiction:`); no pack to name. */
export const CHOICES = 'choices';

export const PACKS_FILE = 'packs.bin';

/** The packs as the build wrote them beside the program, in `folder`. */
export function readBuiltIn(folder: string): CompiledRules {
  return unpack(readFileSync(`${folder}/${PACKS_FILE}`));
}

/** An array's place in the file stands for it in the JSON; its width is how many bytes a number takes, none where all are 0. */
interface Stored {
  readonly $ints?: readonly [offset: number, length: number, width: 0 | 2 | 4];
  /** Latin-1 text, one byte a letter. */
  readonly $text?: readonly [offset: number, length: number];
}

/** The file: length of the JSON, the JSON, then what it refers to, each array at a multiple of four bytes. */
export function pack(compiled: CompiledRules): Uint8Array {
  const parts: Buffer[] = [];
  let size = 0;
  const store = (array: Int32Array | Uint16Array | Buffer): number => {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    const at = size;
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    parts.push(padded);
    size += padded.length;
    return at;
  };
  const json = Buffer.from(
    inAscii(JSON.stringify(compiled, (key, value: unknown): unknown => {
      if (value instanceof Int32Array) {
        const width = value.every((one) => one === 0) ? 0 : value.every((one) => one >= 0 && one < 65_536) ? 2 : 4;
        return { $ints: [width === 0 ? 0 : store(width === 2 ? Uint16Array.from(value) : value), value.length, width] } satisfies Stored;
      }
      if (key === 'text' && typeof value === 'string' && /^[\x00-\xff]*$/.test(value)) return { $text: [store(Buffer.from(value, 'latin1')), value.length] } satisfies Stored;
      return value;
    })),
  );
  const head = Buffer.alloc(4 + json.length + (-json.length & 3));
  head.writeUInt32LE(json.length);
  json.copy(head, 4);
  return Buffer.concat([head, ...parts]);
}

/** The same JSON: text of one byte a letter is read and parsed fastest. */
function inAscii(json: string): string {
  return json.replace(/[^\x00-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function unpack(file: Uint8Array): CompiledRules {
  // Arrays must begin at a multiple of four bytes; a file read whole does, a slice of something larger may not.
  const bytes = file.byteOffset % 4 === 0 ? Buffer.from(file.buffer, file.byteOffset, file.byteLength) : Buffer.from(Uint8Array.from(file).buffer);
  const length = bytes.readUInt32LE();
  const start = 4 + length + (-length & 3);
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const { $ints: ints, $text: text } = value as Stored;
    if (ints) {
      const [offset, size, width] = ints;
      if (width === 0) return new Int32Array(size);
      const at = bytes.byteOffset + start + offset;
      return width === 4 ? new Int32Array(bytes.buffer, at, size) : new Int32Array(new Uint16Array(bytes.buffer, at, size));
    }
    if (text) return bytes.toString('latin1', start + text[0], start + text[0] + text[1]);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restore(inner)]));
  };
  const { rules, words, bases, ...arrays } = JSON.parse(bytes.toString('latin1', 4, 4 + length)) as CompiledRules;
  return { ...(restore(arrays) as Omit<CompiledRules, 'rules' | 'words' | 'bases'>), rules, words, bases };
}

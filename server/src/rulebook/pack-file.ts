/**
 * Writes compiled packs as the one file that ships (built-in.ts reads it). Only the build does; what it costs is of no
 * matter, what it saves at every start and in the package is.
 */
import { deflateSync } from 'node:zlib';
import type { CompiledRules } from '../engine/rule-set.js';
import type { Stored } from './built-in.js';

/** The file: length of the JSON, the JSON, then what it refers to, each array at a multiple of four bytes. */
export function pack(compiled: CompiledRules): Uint8Array {
  const parts: Buffer[] = [];
  let size = 0;
  const store = (array: Int32Array | Uint16Array | Int16Array | Buffer): number => {
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
        const stored = shortest(value);
        return { $ints: [stored.array === null ? 0 : store(stored.array), value.length, stored.as] } satisfies Stored;
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

function shortest(values: Int32Array): { readonly as: NonNullable<Stored['$ints']>[2]; readonly array: Int32Array | Uint16Array | Int16Array | null } {
  if (values.every((one) => one === 0)) return { as: 'zeros', array: null };
  const plain = values.every((one) => one >= 0 && one < 65_536) ? ({ as: 'two', array: Uint16Array.from(values) } as const) : ({ as: 'four', array: values } as const);
  const steps = values.map((one, at) => one - (at === 0 ? 0 : values[at - 1]));
  if (steps.some((step) => step < -32_768 || step > 32_767)) return plain;
  const array = Int16Array.from(steps);
  // Adding up takes time at every start, so only where it is worth it.
  return deflateSync(array).length + WORTH_IT < deflateSync(plain.array).length ? { as: 'steps', array } : plain;
}

const WORTH_IT = 4096;

/** The same JSON: text of one byte a letter is read and parsed fastest. */
function inAscii(json: string): string {
  return json.replace(/[^\x00-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

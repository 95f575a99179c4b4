/**
 * YAML that holds slips, read without the lines they are in, so that one of them does not cost the whole file: somebody
 * may be half way through a line. What is left out is told as the slip it is. It knows nothing of rules.
 */
import type { ParsedNode } from 'yaml';
import { tooDeepAt } from './depth.js';
import { yamlDocument } from './document.js';
import { slipsOf, type Slip } from './slips.js';

export interface Salvaged {
  /** Null where nothing can be read even so. */
  readonly root: ParsedNode | null;
  /** The text that was read: as long as the file, with blanks where lines were left out. */
  readonly text: string;
  readonly slips: readonly Slip[];
}

/** Lines are left out at most `attempts` times, then the file is given up; each costs a reading. */
export function salvaged(source: string, attempts: number): Salvaged {
  const deep = tooDeepAt(source);
  if (deep !== null) return { root: null, text: source, slips: slipsOf(source, [{ code: 'RESOURCE_EXHAUSTION', offset: deep }]) };
  let text = source;
  let slips: readonly Slip[] = [];
  for (let attempt = 0; attempt <= attempts; attempt++) {
    // Keys that stand twice are told by whoever reads them, so that one of them does not cost the others.
    const document = yamlDocument(text);
    const stumbles = [...document.errors, ...document.warnings];
    if (stumbles.length === 0) return { root: document.contents, text, slips };
    const found = slipsOf(text, stumbles.map(({ code, pos }) => ({ code, offset: pos[0] })));
    // What is stumbled over later follows from what was left out.
    if (attempt === 0) slips = found;
    if (found.length === 0 || stumbles.length > MANY) break;
    text = withoutLines(text, found.map(({ offset }) => offset));
  }
  return { root: null, text: source, slips };
}

/** A file with more complaints than this is not one that somebody is half way through a line of. */
const MANY = 50;

function withoutLines(text: string, offsets: readonly number[]): string {
  return offsets.reduce((left, offset) => {
    const start = left.lastIndexOf('\n', offset - 1) + 1;
    const stop = left.indexOf('\n', offset);
    const end = stop < 0 ? left.length : stop;
    return `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`;
  }, text);
}

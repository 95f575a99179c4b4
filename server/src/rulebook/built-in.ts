/**
 * The packs that ship with Alongside. They were compiled when it was built: start-up reads JSON, never YAML.
 */
import { readFileSync } from 'node:fs';
import type { Links, PhraseTable } from '../engine/phrase-table.js';
import type { CompiledRules } from '../engine/rule-set.js';

/** Packs in force when a rulebook names none. `plain-english` reads only what families read, unless a rulebook names it. */
export const BUILT_IN_NAMES = ['family-valued', 'signs-of-safety', 'family-group-conference', 'plain-english'] as const;

/** The packs as the build wrote them beside the program, in `folder`. */
export function readBuiltIn(folder: string): CompiledRules {
  return unpack(readFileSync(`${folder}/packs.json`, 'utf8'));
}

/** Compiled rules as JSON; the automaton's arrays as bytes in base64, which are read many times faster than numbers. */
export function pack(compiled: CompiledRules): string {
  return JSON.stringify({ ...compiled, table: packTable(compiled.table), clearing: packTable(compiled.clearing) });
}

export function unpack(json: string): CompiledRules {
  const { table, clearing, ...rest } = JSON.parse(json) as Omit<CompiledRules, 'table' | 'clearing'> & { table: PackedTable; clearing: PackedTable };
  return { ...rest, table: unpackTable(table), clearing: unpackTable(clearing) };
}

type LinkKey = 'accepts' | 'starts' | 'edges' | 'steps' | 'ends';
type PackedTable = Omit<PhraseTable, LinkKey> & Readonly<Record<LinkKey, string>>;

function packTable(table: PhraseTable): PackedTable {
  return { ...table, accepts: packLinks(table.accepts), starts: packLinks(table.starts), edges: packLinks(table.edges), steps: packLinks(table.steps), ends: packLinks(table.ends) };
}

function unpackTable(table: PackedTable): PhraseTable {
  return { ...table, accepts: unpackLinks(table.accepts), starts: unpackLinks(table.starts), edges: unpackLinks(table.edges), steps: unpackLinks(table.steps), ends: unpackLinks(table.ends) };
}

/** Number of nodes and of links, then how many links each node has, then labels and targets: seven bits a byte, the eighth says that more follow. */
function packLinks({ first, labels, targets }: Links): string {
  const counts = first.subarray(1).map((end, node) => end - first[node]);
  const bytes: number[] = [];
  for (const number of [counts.length, labels.length, ...counts, ...labels, ...targets]) {
    let rest = number;
    for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  }
  return Buffer.from(bytes).toString('base64');
}

function unpackLinks(base64: string): Links {
  const bytes = Buffer.from(base64, 'base64');
  let at = 0;
  const next = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
  };
  const nodes = next();
  const count = next();
  const first = new Int32Array(nodes + 1);
  for (let node = 0; node < nodes; node++) first[node + 1] = first[node] + next();
  const labels = new Int32Array(count);
  for (let i = 0; i < count; i++) labels[i] = next();
  const targets = new Int32Array(count);
  for (let i = 0; i < count; i++) targets[i] = next();
  return { first, labels, targets };
}

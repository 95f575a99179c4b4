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

/** Compiled rules as JSON; the automaton's arrays as base64, which is read many times faster than numbers. */
export function pack(compiled: CompiledRules): string {
  return JSON.stringify(compiled, (_, value: unknown) => (value instanceof Int32Array ? { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') } : value));
}

export function unpack(json: string): CompiledRules {
  const { table, ...rest } = JSON.parse(json) as Omit<CompiledRules, 'table'> & { table: Packed };
  const links = ({ first, labels, targets }: PackedLinks): Links => ({ first: numbers(first), labels: numbers(labels), targets: numbers(targets) });
  return { ...rest, table: { ...table, accepts: links(table.accepts), edges: links(table.edges), steps: links(table.steps), ends: links(table.ends) } };
}

type LinkKeys = 'accepts' | 'edges' | 'steps' | 'ends';
type PackedLinks = Readonly<Record<keyof Links, { readonly base64: string }>>;
type Packed = Omit<PhraseTable, LinkKeys> & Readonly<Record<LinkKeys, PackedLinks>>;

function numbers({ base64 }: { readonly base64: string }): Int32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

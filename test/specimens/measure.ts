/**
 * How right the built-in rules are on the labelled specimens: those that rules were learnt on, and those that nobody
 * who writes rules looks at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { CompiledRules } from '../../server/src/engine/rule-set.js';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import { readSpecimen } from './labels.js';
import { judge, LANGUAGE, type Verdict } from './score.js';

export const HALVES = ['learnt', 'held-back', 'pieces/learnt', 'pieces/held-back'] as const;
export type Half = (typeof HALVES)[number];

/** Of pieces, only what should be said about structure is labelled. */
export function isLabelled(half: Half, category: string): boolean {
  return !half.startsWith('pieces/') || !LANGUAGE.includes(category);
}

export interface Judged {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
  /** Words of a record in which there is nothing to raise, else 0. */
  readonly cleanWords: number;
}

/** By file name. `root` is the project's folder. */
export async function measure(half: Half, builtIn: CompiledRules, root: string): Promise<readonly Judged[]> {
  const folder = `${root}/test/specimens/${half}`;
  const reader = createReader(builtIn, DISK, null, () => '2026-06-01');
  const judged: Judged[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')).sort()) {
    const specimen = readSpecimen(readFileSync(`${folder}/${name}`, 'utf8'));
    const { analysis } = await reader.read(`${folder}/${name}`, specimen.text);
    const isClean = isLabelled(half, LANGUAGE[0]) && !specimen.labels.some(({ category, unsure }) => unsure || LANGUAGE.includes(category));
    judged.push({ name, verdicts: judge(specimen, analysis.findings).filter(({ category }) => isLabelled(half, category)), cleanWords: isClean ? analysis.words : 0 });
  }
  return judged;
}

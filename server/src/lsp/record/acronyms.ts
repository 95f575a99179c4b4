/**
 * What acronyms stand for, by the glossary of the rule that raises them: for completion, and for the small grey words
 * that an editor can show after an acronym nobody has explained.
 */
import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import { decodeAcronymSpec, keyOf, type Acronym } from '../../engine/checks/acronym/spec.js';
import type { CompiledRules } from '../../engine/rule-set.js';
import type { OpenNote } from '../documents.js';

export type Glossary = ReadonlyMap<string, Acronym>;

/** What one acronym may stand for, in full or in plain words. */
export interface AcronymReading {
  readonly kind: 'full' | 'plain';
  readonly words: string;
}

/** Glossaries of the rules in force; each set of rules is decoded once. */
export function createGlossaries(): (compiled: CompiledRules) => Glossary {
  const known = new WeakMap<CompiledRules, Glossary>();
  return (compiled) => {
    const glossary = known.get(compiled) ?? new Map(compiled.rules.flatMap(({ check, severity }) => (check?.kind === 'acronym' && severity !== 'off' ? [...decodeAcronymSpec(check).glossary] : [])));
    known.set(compiled, glossary);
    return glossary;
  };
}

export function readingsOf(glossary: Glossary, written: string): readonly AcronymReading[] {
  const entry = glossary.get(keyOf(written));
  if (!entry) return [];
  const full = entry.full.split(' / ').map((words): AcronymReading => ({ kind: 'full', words }));
  return entry.plain === '' || full.some(({ words }) => words.toLowerCase() === entry.plain.toLowerCase()) ? full : [...full, { kind: 'plain', words: entry.plain }];
}

/** After each acronym that is raised as unexplained, what it stands for. */
export function hintsIn(note: OpenNote, glossary: Glossary, wanted: Range): InlayHint[] {
  const { analysis, rulebook } = note.reading;
  const rules = new Set(rulebook.compiled.rules.filter(({ check }) => check?.kind === 'acronym').map(({ id }) => id));
  return analysis.findings.filter(({ rule }) => rules.has(rule)).flatMap((finding): InlayHint[] => {
    const { end } = note.range(finding);
    const full = readingsOf(glossary, analysis.note.text.slice(finding.start, finding.end)).filter(({ kind }) => kind === 'full');
    if (full.length === 0 || end.line < wanted.start.line || end.line > wanted.end.line) return [];
    return [{ position: end, label: `(${full.map(({ words }) => words).join(' or ')}?)`, kind: InlayHintKind.Type, paddingLeft: true, tooltip: 'What these letters may stand for. It is shown here only, and is no part of the record.' }];
  });
}

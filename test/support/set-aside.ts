/** Sidecars in memory: what is set aside in one text, asked about in another. */
import { analyse, type Analysis } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { toLf } from '../../server/src/engine/note/line-ends.js';
import { counted, setAside, type Decision } from '../../server/src/set-aside/changes.js';
import { openSidecar, type OpenSidecar, type RecordPartition } from '../../server/src/set-aside/open-sidecar.js';
import type { Entry } from '../../server/src/set-aside/sidecar.js';
import { BUILT_IN } from './built-in.js';
import { CONTEXT } from './check.js';

export const TODAY = '2026-06-01';
const RULES = createRuleSet(BUILT_IN, null);
const PLAIN: Decision = { reason: 'Agreed at the meeting', by: null, until: null };

export function read(text: string, type: NoteType | null = null): { readonly analysis: Analysis; readonly rules: typeof RULES.rules } {
  return { analysis: analyse(toLf(text), RULES, { ...CONTEXT, type }), rules: RULES.rules };
}

/** A sidecar, through its own text, in which the findings of `text` at `path` whose words or rule `which` accepts are set aside. */
export function aside(text: string, which: (words: string, rule: string) => boolean = () => true, decision: Partial<Decision> = {}, path = 'a.md', exists: (path: string) => boolean = () => true): OpenSidecar {
  const note = read(text);
  const empty = openSidecar('set-aside.yml', null, exists);
  const chosen = note.analysis.findings.filter((finding) => which(note.analysis.note.text.slice(finding.start, finding.end), finding.rule));
  const entries: readonly Entry[] = counted(setAside(chosen, empty.print(note), { ...PLAIN, ...decision }));
  return openSidecar('set-aside.yml', empty.text({ ...empty.sidecar, records: new Map([[path, entries]]) }), exists);
}

export function partitioned(sidecar: OpenSidecar, text: string, path = 'a.md'): RecordPartition {
  return sidecar.partition(path, read(text), TODAY);
}

/** The words still raised in `text`. */
export function raised(sidecar: OpenSidecar, text: string, path = 'a.md'): readonly string[] {
  return partitioned(sidecar, text, path).kept.map(({ start, end }) => toLf(text).slice(start, end).replace(/\s+/g, ' '));
}

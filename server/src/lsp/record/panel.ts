/**
 * “This record” as an editor's panel shows it: everything an overview holds, with places to go to, findings by kind and
 * what was set aside. Words of the record go no further than the editor that has it open.
 */
import type { Position, Range } from 'vscode-languageserver';
import type { Finding, Span, StrengthKind } from '../../engine/finding.js';
import type { ActionSeen, Member, Overview, StatementPartName } from '../../engine/overview/overview.js';
import type { ChildHeard } from '../../engine/overview/heard.js';
import type { NoteType } from '../../engine/rule.js';
import { readable } from '../../engine/words/readable.js';
import type { Look } from '../attention/attention.js';
import { usefulFew } from '../attention/useful-few.js';
import type { OpenNote } from '../documents.js';
import { placesOf } from '../related.js';
import { byOwner } from './said.js';

/** `{ uri }` in, a `RecordPanel` out; null for what is no open record. */
export const OVERVIEW_REQUEST = 'alongside/overview';

/** Lines and characters count from 0. */
export interface RecordPanel {
  readonly uri: string;
  readonly version: number;
  readonly type: NoteType | null;
  readonly people: readonly { readonly name: string; readonly who: Member['who']; readonly at: Position | null }[];
  readonly children: readonly { readonly name: string; readonly own: ChildHeard['own']; readonly heard: ChildHeard['heard']; readonly words: readonly Passage[]; readonly signs: readonly Passage[] }[];
  readonly good: readonly (Passage & { readonly kind: StrengthKind; readonly child: string | null })[];
  readonly goingWell: readonly Passage[];
  readonly worries: readonly Passage[];
  readonly statements: readonly (Passage & { readonly parts: readonly { readonly part: StatementPartName; readonly present: boolean }[] })[];
  /** By owner, those with most first; `owner` is '' for those of nobody named. */
  readonly actions: readonly { readonly owner: string; readonly actions: readonly (Passage & { readonly dated: boolean })[] }[];
  /** By their titles, in the order in which they matter here; nothing in the sentence being written. */
  readonly findings: readonly { readonly title: string; readonly places: readonly (Passage & { readonly message: string })[] }[];
  readonly aside: readonly SetAsideSeen[];
  readonly figures: { readonly words: number; readonly sentences: number; readonly longest: (Passage & { readonly words: number }) | null };
}

/** A place, and its words on one line. */
export interface Passage {
  readonly text: string;
  readonly range: Range;
}

/** `gone`: the words are no longer there. `expired`: its last day has passed, and it is raised again. */
export interface SetAsideSeen {
  readonly title: string;
  readonly standing: 'here' | 'gone' | 'expired';
  readonly count: number;
  readonly reason: string | null;
  readonly by: string | null;
  /** ISO date. */
  readonly until: string | null;
  readonly place: Passage | null;
}

export function panelOf(note: OpenNote, overview: Overview, look: Look): RecordPanel {
  const { analysis } = note.reading;
  const passage = passageIn(note);
  const lineOf = (at: number): Passage => passage({ start: at, end: lineEnd(analysis.note.prose, at) });
  return {
    uri: note.document.uri,
    version: note.version,
    type: analysis.type,
    people: overview.people.map(({ name, who }) => ({ name, who, at: firstPlace(name, note) ?? firstPlace(name.split(' ')[0], note) })),
    children: overview.children.map(({ name, own, heard, words, signs }) => ({ name, own, heard, words: words.map(passage), signs: signs.map(lineOf) })),
    good: analysis.strengths.map((strength) => ({ ...passage(strength), kind: strength.kind, child: strength.child ?? null })),
    goingWell: overview.sides.goingWell.map(passage),
    worries: overview.sides.worries.map(passage),
    statements: overview.statements.map((statement) => ({ ...passage(statement), parts: statement.parts })),
    actions: [...byOwner(overview.actions)].map(([owner, actions]) => ({ owner, actions: actions.map((action: ActionSeen) => ({ ...passage(action), dated: action.dated })) })),
    findings: byTitle(mostUsefulFirst(note, look), passage),
    aside: asideOf(note, passage),
    figures: { ...overview.figures, longest: overview.figures.longest && { ...passage(overview.figures.longest), words: overview.figures.longest.words } },
  };
}

type MakePassage = (span: Span) => Passage;

function passageIn(note: OpenNote): MakePassage {
  const { prose } = note.reading.analysis.note;
  return ({ start, end }) => ({ text: shortened(prose.slice(start, end)), range: note.range({ start, end }) });
}

/** In the order in which findings are put before a writer; none in the sentence being written. */
function mostUsefulFirst({ reading: { analysis, rulebook } }: OpenNote, look: Look): readonly Finding[] {
  const over = analysis.findings.filter((finding) => !look.waiting.includes(finding));
  return usefulFew(over, rulebook.compiled.rules, { most: 0, jargon: 'open', kept: new Set(look.shown) }).held;
}

function byTitle(findings: readonly Finding[], passage: MakePassage): RecordPanel['findings'] {
  const titles = new Map<string, { readonly title: string; readonly places: (Passage & { readonly message: string })[] }>();
  for (const finding of findings) {
    const kind = titles.get(finding.title) ?? { title: finding.title, places: [] };
    kind.places.push({ ...passage(finding), message: finding.message });
    titles.set(finding.title, kind);
  }
  return [...titles.values()].map(({ title, places }) => ({ title, places: places.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character) }));
}

function asideOf({ partition, whole }: OpenNote, passage: MakePassage): readonly SetAsideSeen[] {
  const { rules } = whole.rulebook.compiled;
  const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? id;
  return [
    ...partition.aside.filter(({ entry }) => entry.kind === 'set-aside').map(({ finding, entry: { reason, by, until } }): SetAsideSeen => ({ title: finding.title, standing: 'here', count: 1, reason, by, until, place: passage(finding) })),
    ...[...partition.gone.map((entry) => ({ entry, standing: 'gone' as const })), ...partition.expired.map((entry) => ({ entry, standing: 'expired' as const }))]
      .filter(({ entry }) => entry.kind === 'set-aside')
      .map(({ entry: { rule, reason, by, until, count }, standing }): SetAsideSeen => ({ title: titleOf(rule), standing, count, reason, by, until, place: null })),
  ];
}

/** Where a name first stands as a word of its own. */
function firstPlace(name: string, note: OpenNote): Position | null {
  const [first] = placesOf(name, note.reading.analysis.note.text, 0);
  return first ? note.range(first).start : null;
}

function lineEnd(prose: string, at: number): number {
  const end = prose.slice(at).search(/[\n\u2029]|[.!?]["”’']? /u);
  return end < 0 ? prose.length : at + end;
}

function shortened(text: string): string {
  const line = readable(text);
  return line.length > LONGEST ? `${line.slice(0, line.lastIndexOf(' ', LONGEST) >>> 0 || LONGEST).slice(0, LONGEST)}…` : line;
}

const LONGEST = 90;

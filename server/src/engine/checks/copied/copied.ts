/**
 * Whether what is written for one child stands in the same words for another, with the names changed; or what is written
 * for one day, under the date of another. It does not know what the words say, and leaves alone what several children
 * share under one heading.
 */
import { moved, type Span } from '../../finding.js';
import type { CheckSpec } from '../../rule.js';
import { cueReader, findCue, textOf, type Cues } from '../cue-phrases.js';
import { saying, type NoteCheck, type NoteView } from '../note-view.js';
import { childrenOf } from '../voice/names.js';
import { childrenOver, entriesOver, sentencesOf, type Sentence, type Written } from './sentences.js';

export const COPIED_KEYS = ['between', 'at-least', 'headings', 'at-least-there', 'say', 'ask'] as const;

export function copiedCheck(spec: CheckSpec): NoteCheck {
  const anywhere = Number(textOf(spec['at-least'])) || 25;
  const there = Number(textOf(spec['at-least-there'])) || anywhere;
  const ownersOf = textOf(spec['between']) === 'entries' ? entriesIn : childrenIn;
  // Inflecting the words takes a moment, and most notes are about one child or one day.
  let headings: Cues | null = null;
  return (view) => {
    if (view.template) return [];
    const { names, forms, over } = ownersOf(view);
    if (names.size < 2) return [];
    const written = sentencesOf(view, forms);
    if (!mayRepeat(written, over, names, Math.min(anywhere, there))) return [];
    const outline = view.outline();
    const isTheirs = (section: number): boolean => findCue((headings ??= cueReader(spec)(spec['headings'])), outline.words[section]) >= 0;
    const leastIn = (section: number): number => {
      const { parent } = outline.sections[section];
      // "Kian" under "Analysis".
      return isTheirs(section) || (parent >= 0 && outline.words[section].count <= LONGEST_NAME && isTheirs(parent)) ? there : anywhere;
    };
    return copiesIn(written, over, leastIn).map(({ owner, of, section, start, end }) => {
      const fill = (text: string): string => text.replaceAll('{own}', () => names.get(owner) ?? '').replaceAll('{other}', () => names.get(of) ?? '');
      return { ...moved({ start, end }, view.note.sections[section].start), about: fill('{own}'), ...saying(fill(textOf(spec['say'])), fill(textOf(spec['ask']))) };
    });
  };
}

/** Whose the sentences of a note are: children or days. */
interface Owners {
  /** By what each is known by here, how it is called. */
  readonly names: ReadonlyMap<string, string>;
  /** First forms of children's names, where sentences may be one child's by a label, a row or a column. */
  readonly forms: ReadonlySet<string>;
  /** By section; '' where it is nobody's. */
  readonly over: readonly string[];
}

function childrenIn(view: NoteView): Owners {
  const names = new Map(childrenOf(view.note, view.people).map(({ form, name }) => [form, name]));
  const forms = new Set(names.keys());
  return { names, forms, over: names.size < 2 ? [] : childrenOver(view, forms) };
}

function entriesIn(view: NoteView): Owners {
  const over = entriesOver(view);
  return { names: new Map(over.filter((day) => day !== '').map((day) => [day, day])), forms: NO_CHILDREN, over };
}

const NO_CHILDREN: ReadonlySet<string> = new Set();

/** Words of a heading that is no more than a name, perhaps with an age. */
const LONGEST_NAME = 3;

/** Whether in any section so many words may be another's too: two numbers are the same by chance now and then. */
function mayRepeat(written: readonly Written[], over: readonly string[], names: ReadonlyMap<string, string>, least: number): boolean {
  const count = written.reduce((all, { hashes }) => all + hashes.length, 0);
  if (count === 0) return false;
  const places = new Map([...names.keys()].map((name, at) => [name, at + 1]));
  const size = 2 ** Math.ceil(Math.log2(count * 2));
  const kept = new Int32Array(size);
  const whose = new Int32Array(size);
  return written.some(({ hashes, words, owners }, section) => {
    const own = places.get(over[section]) ?? 0;
    let shared = 0;
    for (let at = 0; at < hashes.length; at++) {
      const owner = owners[at] || own;
      if (owner === 0) continue;
      const hash = hashes[at];
      let slot = hash & (size - 1);
      while (whose[slot] !== 0 && kept[slot] !== hash) slot = (slot + 1) & (size - 1);
      if (whose[slot] === 0) [kept[slot], whose[slot]] = [hash, owner];
      else if (whose[slot] !== owner) shared += words[at];
    }
    return shared >= least;
  });
}

/** What stands for one as it stood before for another. Offsets count from the start of the section. */
interface Copy extends Span {
  readonly owner: string;
  readonly of: string;
  readonly section: number;
}

/** The first for each, as far as it stands in one block. Linear. */
function copiesIn(written: readonly Written[], over: readonly string[], leastIn: (section: number) => number): readonly Copy[] {
  const owned = written.flatMap(({ sentences }, section) => sentences.flatMap((sentence): Owned[] => (sentence.child || over[section] ? [{ ...sentence, owner: sentence.child || over[section], section }] : [])));
  const copies = new Map<string, Copy>();
  for (const { from, to, of, words } of runsIn(owned)) {
    const { owner, section, start, until } = owned[from];
    if (copies.has(owner) || words < leastIn(section)) continue;
    const last = owned.slice(from, to).findLast(({ end }) => end <= until)!;
    copies.set(owner, { owner, of: owned[of].owner, section, start, end: last.end });
  }
  return [...copies.values()];
}

/** A sentence that is written for one child, or on one day. */
interface Owned extends Sentence {
  readonly owner: string;
  readonly section: number;
}

/** Sentences of one section from `from` to `to`, exclusive, that are the same as those from `of` on, which are another's. */
interface Run {
  readonly from: number;
  to: number;
  readonly of: number;
  words: number;
}

function runsIn(owned: readonly Owned[]): readonly Run[] {
  const first = new Map<string, number>();
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let at = 0; at < owned.length; at++) {
    const { key, words, owner } = owned[at];
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    if (run !== null && goesOn(owned, run, at)) {
      run.to++;
      run.words += words;
    } else if (known !== undefined && owned[known].owner !== owner) runs.push((run = { from: at, to: at + 1, of: known, words }));
    else run = null;
  }
  return runs;
}

function goesOn(owned: readonly Owned[], { from, to, of }: Run, at: number): boolean {
  const [now, then] = [owned[at], owned[of + to - from]];
  return now.key === then.key && now.section === owned[from].section && now.owner === owned[from].owner && then.owner === owned[of].owner;
}

/**
 * Whether what is written for one child stands in the same words for another, with the names changed. It does not know
 * what the words say, and leaves alone what several children share under one heading.
 */
import { moved, type Span } from '../../finding.js';
import type { CheckSpec } from '../../rule.js';
import { cueReader, findCue, textOf, type Cues } from '../cue-phrases.js';
import { saying, type NoteCheck } from '../note-view.js';
import { childrenOf } from '../voice/names.js';
import { childrenOver, sentencesOf, type Sentence, type Written } from './sentences.js';

export const COPIED_KEYS = ['at-least', 'headings', 'at-least-there', 'say', 'ask'] as const;

export function copiedCheck(spec: CheckSpec): NoteCheck {
  const anywhere = Number(textOf(spec['at-least'])) || 25;
  const there = Number(textOf(spec['at-least-there'])) || anywhere;
  // Inflecting the words takes a moment, and most notes are about one child.
  let headings: Cues | null = null;
  return (view) => {
    const names = new Map(childrenOf(view.note, view.people).map(({ form, name }) => [form, name]));
    if (view.template || names.size < 2) return [];
    const forms = new Set(names.keys());
    const over = childrenOver(view, forms);
    const written = sentencesOf(view, forms);
    if (!mayRepeat(written, over, forms, Math.min(anywhere, there))) return [];
    const outline = view.outline();
    const isTheirs = (section: number): boolean => findCue((headings ??= cueReader(spec)(spec['headings'])), outline.words[section]) >= 0;
    const leastIn = (section: number): number => {
      const { parent } = outline.sections[section];
      // "Kian" under "Analysis".
      return isTheirs(section) || (parent >= 0 && outline.words[section].count <= LONGEST_NAME && isTheirs(parent)) ? there : anywhere;
    };
    return copiesIn(written, over, leastIn).map(({ child, of, section, start, end }) => {
      const fill = (text: string): string => text.replaceAll('{child}', () => names.get(child) ?? '').replaceAll('{other}', () => names.get(of) ?? '');
      return { ...moved({ start, end }, view.note.sections[section].start), about: fill('{child}'), ...saying(fill(textOf(spec['say'])), fill(textOf(spec['ask']))) };
    });
  };
}

/** Words of a heading that is no more than a name, perhaps with an age. */
const LONGEST_NAME = 3;

/** Whether in any section so many words may be another child's too: two numbers are the same by chance now and then. */
function mayRepeat(written: readonly Written[], over: readonly string[], forms: ReadonlySet<string>, least: number): boolean {
  const count = written.reduce((all, { hashes }) => all + hashes.length, 0);
  if (count === 0) return false;
  const places = [...forms];
  const size = 2 ** Math.ceil(Math.log2(count * 2));
  const kept = new Int32Array(size);
  const whose = new Uint8Array(size);
  return written.some(({ hashes, words, owners }, section) => {
    const own = places.indexOf(over[section]) + 1;
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

/** What stands for a child as it stood before for another. Offsets count from the start of the section. */
interface Copy extends Span {
  /** First forms of their names. */
  readonly child: string;
  readonly of: string;
  readonly section: number;
}

/** The first for each child, as far as it stands in one block. Linear. */
function copiesIn(written: readonly Written[], over: readonly string[], leastIn: (section: number) => number): readonly Copy[] {
  const owned = written.flatMap(({ sentences }, section) => sentences.flatMap((sentence): Owned[] => (sentence.child || over[section] ? [{ ...sentence, child: sentence.child || over[section], section }] : [])));
  const copies = new Map<string, Copy>();
  for (const { from, to, of, words } of runsIn(owned)) {
    const { child, section, start, until } = owned[from];
    if (copies.has(child) || words < leastIn(section)) continue;
    const last = owned.slice(from, to).findLast(({ end }) => end <= until)!;
    copies.set(child, { child, of: owned[of].child, section, start, end: last.end });
  }
  return [...copies.values()];
}

/** A sentence that is written for one child. */
interface Owned extends Sentence {
  readonly section: number;
}

/** Sentences of one section from `from` to `to`, exclusive, that are the same as those from `of` on, which are another child's. */
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
    const { key, words, child } = owned[at];
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    if (run !== null && goesOn(owned, run, at)) {
      run.to++;
      run.words += words;
    } else if (known !== undefined && owned[known].child !== child) runs.push((run = { from: at, to: at + 1, of: known, words }));
    else run = null;
  }
  return runs;
}

function goesOn(owned: readonly Owned[], { from, to, of }: Run, at: number): boolean {
  const [now, then] = [owned[at], owned[of + to - from]];
  return now.key === then.key && now.section === owned[from].section && now.child === owned[from].child && then.child === owned[of].child;
}

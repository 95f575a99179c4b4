/**
 * The sentences of a note by the child for whom each is written, as headings, labels, rows and columns tell, or by the day,
 * as headings tell. It does not compare them.
 */
import type { Span } from '../../finding.js';
import { meetsOneOf } from '../../in-order.js';
import type { Block } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import { toKeep } from '../../to-keep.js';
import { MONTH } from '../../words/dates.js';
import { fingerprint } from '../../words/fingerprint.js';
import { STOP } from '../../words/tokens.js';
import type { BlockDetail, NoteView, SectionPart } from '../note-view.js';

/** What one section holds; and of each sentence what is looked at at every keystroke, close together. */
export interface Written {
  readonly sentences: readonly Sentence[];
  /** A number made of its key: the lower half of its fingerprint. */
  readonly hashes: Int32Array;
  readonly words: Uint16Array;
  /** Whose it is, by their place among the children, from 1; 0 where it is the section's own. */
  readonly owners: Uint8Array;
}

/** Offsets count from the start of the section. */
export interface Sentence extends Span {
  /** Its words, with every child and "she" as one: equal keys are the same words. */
  readonly key: string;
  readonly words: number;
  /** Whose label, row or column it stands in; '' where it is the section's own. */
  readonly child: string;
  /** Where its block ends. */
  readonly until: number;
}

/** By section: the child whose it is, by the first form of their name, or ''. `forms` are those of all children. */
export function childrenOver(view: NoteView, forms: ReadonlySet<string>): readonly string[] {
  const { sections, title, words } = view.outline();
  const over: string[] = [];
  words.forEach((heading, section) => {
    const named = heading.forms.filter((form) => forms.has(form));
    // A title says whose record it is, and what stands under it may be about all of them.
    over.push(section === title ? '' : named.length > 0 ? oneOf(named) : over[sections[section].parent] ?? '');
  });
  return over;
}

/** By section: the heading with a date in it under which it stands, or ''. */
export function entriesOver(view: NoteView): readonly string[] {
  const { sections, title } = view.outline();
  const over: string[] = [];
  // A title tells of the record as a whole.
  view.note.sections.forEach(({ heading }, section) => over.push(section !== title && DAY.test(heading) ? heading : over[sections[section].parent] ?? ''));
  return over;
}

const DAY = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? ${MONTH}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b`, 'iu');

/** By section. Linear. */
export function sentencesOf(view: NoteView, forms: ReadonlySet<string>): readonly Written[] {
  const order = [...forms];
  return view.ofSections(`copied ${order.join(' ')}`, (part) => {
    const sentences = sentencesIn(view, part, forms);
    return {
      sentences,
      hashes: Int32Array.from(sentences, ({ key }) => fingerprint(key)),
      words: Uint16Array.from(sentences, ({ words }) => words),
      owners: Uint8Array.from(sentences, ({ child }) => order.indexOf(child) + 1),
    };
  });
}

/** The child whom these forms name, or '' where they name several. */
function oneOf(forms: readonly string[]): string {
  return forms.every((form) => form === forms[0]) ? forms[0] ?? '' : '';
}

function sentencesIn(view: NoteView, { start, blocks }: SectionPart, forms: ReadonlySet<string>): readonly Sentence[] {
  const written: Sentence[] = [];
  let labelled = '';
  let row = '';
  let columns: string[] = [];
  let last = '';
  for (const block of blocks) {
    const { named, label, sentences } = view.ofBlock(block, 'copied', () => readBlock(block, view.detail(block)));
    const { kind, cell } = block.content;
    const known = oneOf(named.filter((form) => forms.has(form)));
    if (label !== '') labelled = forms.has(label) ? label : '';
    if (kind === 'header-cell' && cell) {
      if (last !== 'header-cell') columns = [];
      columns[cell.column] = known;
    } else if (cell?.column === 0) row = known;
    last = kind;
    const child = cell ? columns[cell.column] || (cell.column > 0 ? row : '') : labelled;
    const by = block.start - start;
    for (const { start: from, end: to, key, words } of sentences) {
      if (!meetsOneOf(view.note.placeholders, block.start + from, block.start + to)) written.push({ start: from + by, end: to + by, key, words, child, until: block.end - start });
    }
  }
  return written;
}

/** What one block holds, whoever's it is. */
interface BlockWords {
  /** First forms of the children whom it names. */
  readonly named: readonly string[];
  /** The child with whose name and a colon or a dash it opens, or ''. */
  readonly label: string;
  /** Offsets of the block's prose. */
  readonly sentences: readonly Pick<Sentence, 'start' | 'end' | 'key' | 'words'>[];
}

function readBlock({ content: { kind, prose } }: Block, { tokens, people }: BlockDetail): BlockWords {
  const { count, starts, ends, forms, gaps } = tokens;
  const children = people.filter(({ groups, from }) => (groups & CHILD) !== 0 && !PRONOUNS.has(forms[from]));
  const named = children.map(({ from }) => forms[from]);
  if (kind === 'heading' || kind === 'header-cell') return { named, label: '', sentences: [] };
  const opening = children.find(({ from, possessive }) => from === 0 && !possessive);
  const label = opening && LABEL_ENDS.test(prose.slice(ends[opening.to - 1], ends[opening.to - 1] + NEAR)) ? opening : null;
  const until = new Map(children.map(({ from, to }) => [from, to]));
  const sentences: { start: number; end: number; key: string; words: number }[] = [];
  let words: string[] = [];
  let first = label?.to ?? 0;
  const end = (to: number): void => {
    if (words.length > 0) sentences.push({ start: starts[first], end: ends[to - 1], key: words.join(' '), words: words.length });
    words = [];
    first = to;
  };
  for (let i = first; i < count; ) {
    if (gaps[i] === STOP) end(i);
    const to = until.get(i);
    words.push(to !== undefined || PRONOUNS.has(forms[i]) ? SOMEBODY : forms[i]);
    i = to ?? i + 1;
  }
  end(count);
  return { named: toKeep(named), label: label ? forms[0] : '', sentences: toKeep(sentences) };
}

const PRONOUNS = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'hers', 'their', 'theirs', 'himself', 'herself', 'themselves']);
const SOMEBODY = '*';
const LABEL_ENDS = /^[\s\u2060]*(?:[:–—]|- )/u;
/** Letters between a label and its colon. */
const NEAR = 8;

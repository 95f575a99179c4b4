/**
 * What one block makes room for: a heading, cell or label for what children say, or of a child's own. It does not know
 * what stands round it.
 */
import type { CheckSpec } from '../../rule.js';
import type { Span } from '../../finding.js';
import type { Content } from '../../note/note.js';
import { SENTENCE_END, tokenize, type Tokens } from '../../words/tokens.js';
import { findCue, linesOf, mayOpen, type CueReader, type Cues } from '../cue-phrases.js';
import { FAMILY_NAME_PARTS, normalForms, normalise, YOU } from './names.js';

/** What a heading, cell or label makes room for. */
export interface Room {
  /** `voice`: a heading or label for what children say. `child`: a child's own section. */
  readonly kind: 'voice' | 'child';
  readonly theirs: boolean;
  readonly children: readonly string[];
}

/** What one block makes room for: itself a heading or cell, or by its labels. */
export interface Rooms {
  readonly own: Room | null;
  readonly labels: readonly Label[];
}

/** Offsets of the block's prose; `start` is 0 for one that opens the block. */
export interface Label extends Span {
  readonly room: Room | null;
}

export interface ScopeCues {
  readonly voice: Cues;
  readonly child: ReadonlySet<string>;
}

const NO_NAMES: ReadonlySet<string> = new Set();

export function readScopeCues(spec: CheckSpec, read: CueReader): ScopeCues {
  const own = (key: string): string[] => linesOf(spec[key]).flatMap(alternatives).map((line) => normalise(line, NO_NAMES));
  return { voice: read(own('headings')), child: new Set(own('child-headings')) };
}

/** "talking (to|with) child" as two lines, each to be brought into one form by itself. */
function alternatives(line: string): string[] {
  const group = /\(([^)]*)\)/.exec(line);
  return group ? group[1].split('|').flatMap((word) => alternatives(line.replace(group[0], () => word))) : [line];
}

/** What stands in one block, whatever is round it. `tokens` are the words of its prose; `heads` says that it is the heading of its section. */
export function roomsIn({ kind, prose, cell }: Content, tokens: Tokens, heads: 'heads' | 'stands', names: ReadonlySet<string>, cues: ScopeCues): Rooms {
  if (heads === 'heads') return { own: roomOf(prose, tokens, names, cues), labels: [] };
  if (cell) {
    // "Direct work with Leo" under "Action" is to be done.
    if ((kind !== 'header-cell' && (cell.column !== 0 || DONE_HERE.test(cell.header))) || prose.length >= 80) return NO_ROOMS;
    const own = roomOf(prose, tokens, names, cues);
    return own === null ? NO_ROOMS : { own, labels: [] };
  }
  const labels = labelsOf(prose);
  return labels.length === 0 ? NO_ROOMS : { own: null, labels: labels.flatMap(({ start, end, text, by }) => {
    const room = roomOf(text, tokenize(text), names, cues, LATEST);
    return by === 'dash' && room?.kind !== 'child' ? [] : [{ start, end, room }];
  }) };
}

const DONE_HERE = /^(?:(?:what(?! [a-z]+ (?:said|say|told|think|want))|actions?|tasks?|steps?|who|when|date)\b|.* (?:actions?|tasks?)$)/i;

const NO_ROOMS: Rooms = { own: null, labels: [] };

/** "Her advocate read out what Ava wanted us to know:" is no label: one soon says what it is for. */
const LATEST = 3;

function roomOf(text: string, { forms }: Tokens, names: ReadonlySet<string>, cues: ScopeCues, latest = Infinity): Room | null {
  const words = normalForms(forms, names);
  const said = words.join(' ');
  const child = cues.child.has(said) || (text.includes('(') && cues.child.has(normalise(text.replace(ASIDE, ' '), names)));
  const at = !child && words.some((word) => mayOpen(cues.voice, word)) ? findCue(cues.voice, tokenize(said)) : -1;
  if (!child && (at < 0 || at > latest)) return null;
  return { kind: child ? 'child' : 'voice', theirs: THEIRS.test(said), children: forms.filter((form) => names.has(form) && !FAMILY_NAME_PARTS.has(form) && !YOU.has(form)) };
}

/** "Maya (nursery)" is Maya. */
const ASIDE = /\([^()]*\)/gu;
const THEIRS = /\bwhat (?:child|i)\b|\b(?:my|child) words\b|\bmy\b/;

interface LabelText extends Span {
  readonly text: string;
  /** `dash`: a label only where it is a child's. */
  readonly by: 'colon' | 'capitals' | 'dash';
}

/** Labels at the starts of lines, in their order. */
function labelsOf(prose: string): readonly LabelText[] {
  const labels: LabelText[] = [];
  for (const [by, may, pattern] of LABELS) {
    if (!may.test(prose)) continue;
    for (const match of prose.matchAll(pattern)) {
      const [whole, opening, text] = match;
      const start = match.index + opening.length;
      labels.push({ start: /\S/u.test(prose.slice(0, start).replace(/\u2060/gu, '')) ? start : 0, end: match.index + whole.length, text, by });
    }
  }
  if (labels.length < 2) return labels;
  labels.sort((a, b) => a.start - b.start);
  return labels.filter(({ start }, at) => at === 0 || start >= labels[at - 1].end);
}

const OPENING = `((?:^|[\\n${SENTENCE_END}])[ \\t\\u2060]*)`;

/** How a label ends; and what is there wherever there is one. */
const LABELS: readonly (readonly [LabelText['by'], RegExp, RegExp])[] = [
  ['colon', /[:?]/, new RegExp(`${OPENING}([^:\\n${SENTENCE_END}.?!]{2,60})(?::|\\?(?=[ \\t\\u2060]*\\n))`, 'gu')],
  // In plain text a line of capitals is a heading.
  ['capitals', /[A-Z]{4}/, new RegExp(`${OPENING}([^\\p{Ll}\\n${SENTENCE_END}:.?!|]*[A-Z]{4}[^\\p{Ll}\\n${SENTENCE_END}:.?!|]*)(?=$|[\\n${SENTENCE_END}])`, 'gu')],
  ['dash', / [–—-] /, new RegExp(`${OPENING}([^:\\n${SENTENCE_END}.?!–—]{2,40}?)[ \\u2060]+[–—-](?= )`, 'gu')],
];

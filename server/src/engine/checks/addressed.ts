/**
 * Whether a letter to a child speaks to the child: where it tells of them by name as of somebody else, it says so once.
 * It knows no letters but those that say whom they are to.
 */
import { CHILD } from '../people/people.js';
import type { Block } from '../note/note.js';
import type { CheckSpec } from '../rule.js';
import type { Span } from '../finding.js';
import { JOINED, SOFT, STOP, tokenize } from '../words/tokens.js';
import { textOf } from './cue-phrases.js';
import { saying, type BlockDetail, type NoteCheck } from './note-view.js';
import { tellsOfDeed } from './voice/borrowed.js';

export const ADDRESSED_KEYS = ['say', 'ask'] as const;

export function addressedCheck(spec: CheckSpec): NoteCheck {
  return (view) => {
    const { reader } = view.people;
    if (view.template || reader === null || (reader.groups & CHILD) === 0) return [];
    const [form] = tokenize(reader.name).forms;
    const told = view.someBlocks(`addressed ${form}`, (block, detail) => toldIn(block, detail, form));
    const [first] = told;
    if (first === undefined) return [];
    const [at, { start, end }] = first;
    const name = reader.name.split(/\s/u)[0];
    const fill = (text: string): string => text.replaceAll('{child}', () => name);
    const { start: block } = view.note.blocks[at];
    return [{ start: block + start, end: block + end, ...saying(fill(textOf(spec['say'])), fill(textOf(spec['ask']))) }];
  };
}

/** Their name and what they do, "Kofi has done well": not "Kofi, you have", nor what others say of them. */
function toldIn({ content: { kind, quoted } }: Block, { tokens, people, speech }: BlockDetail, reader: string): Span | null {
  if (kind === 'heading' || kind === 'header-cell' || quoted) return null;
  const { count, starts, ends, forms, gaps } = tokens;
  const edge = people.find(({ from, to, groups, possessive }) => forms[from] === reader && (groups & CHILD) !== 0 && !possessive && to < count && gaps[to] === JOINED && gaps[from] !== SOFT
    && (from === 0 || gaps[from] === STOP || OPENS.has(forms[from - 1])) && forms[to] !== "'s" && tellsOfDeed(forms[to]) && !speech.some(({ start, end }) => start <= starts[from] && end > starts[from]));
  return edge ? { start: starts[edge.from], end: ends[edge.to] } : null;
}

/** Before a subject: "and that Kofi is". */
const OPENS = new Set(['and', 'but', 'because', 'so', 'when', 'while', 'where', 'until', 'if', 'that']);

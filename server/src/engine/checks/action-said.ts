/**
 * The words of an action as its checks read them: on one line, without markup, each person one character. It does not
 * know whether the action says enough.
 */
import type { Block } from '../note.js';
import { PERSON } from './action-words.js';
import type { NoteView } from './note-view.js';

/** Words of one block, or of one sentence of it. */
export interface Words {
  readonly block: Block;
  /** Offsets into the block's prose, white space trimmed. */
  readonly from: number;
  readonly to: number;
  /** As the writer has them, on one line. */
  readonly plain: string;
  /** The same, with `PERSON` for each person, service or pronoun that may own a task; owners of things ("Mum's") stay. */
  readonly said: string;
  /** What each `PERSON` stands for, in order. */
  readonly names: readonly string[];
}

export function wordsIn(view: NoteView, block: Block, from = 0, to = block.content.prose.length): Words {
  const { prose } = block.content;
  const { tokens, people } = view.detail(block);
  const owning = new Set(people.filter((edge) => edge.possessive).map((edge) => `${edge.from} ${edge.to}`));
  const named = people
    .filter((edge) => !edge.possessive && !owning.has(`${edge.from} ${edge.to}`))
    .map((edge) => ({ start: tokens.starts[edge.from], end: tokens.ends[edge.to - 1] }))
    .filter(({ start, end }) => start >= from && end <= to)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const names: string[] = [];
  let said = '';
  let at = from;
  for (const { start, end } of named) {
    if (start < at) continue;
    said += prose.slice(at, start) + PERSON;
    names.push(oneLine(prose.slice(start, end)));
    at = end;
  }
  const whole = prose.slice(from, to);
  const lead = whole.length - whole.trimStart().length;
  return { block, from: from + lead, to: from + whole.trimEnd().length, plain: oneLine(whole), said: oneLine(said + prose.slice(at, to)), names };
}

function oneLine(text: string): string {
  return text.replace(/[\u2060\u00AD\uFFFC]/gu, '').replace(/[\s\u2029]+/gu, ' ').trim();
}

/**
 * The words of an action as its checks read them: on one line, without markup, each person one character. It does not
 * know whether the action says enough.
 */
import type { Block } from '../note.js';
import type { NoteView } from './note-view.js';
import { holdsPhrase, PERSON, phraseAt, wordsOf, type PhraseList } from './action-words.js';

/** Words of one block, or of one sentence of it. */
export interface Words {
  readonly block: Block;
  /** Offsets into the block's prose. */
  readonly from: number;
  readonly to: number;
  /** As the writer has them, on one line. */
  readonly plain: string;
  /** The same, with `PERSON` for each person, service or pronoun that names an owner. */
  readonly said: string;
}

/** `nobody` are words that look like people and leave nobody in particular: "all professionals". */
export function wordsIn(view: NoteView, block: Block, nobody: PhraseList, from = 0, to = block.content.prose.length): Words {
  const { prose } = block.content;
  const { tokens, people } = view.detail(block);
  const owned = new Set(people.filter((edge) => edge.possessive).map((edge) => `${edge.from} ${edge.to}`));
  const named = people
    .filter((edge) => !edge.possessive && !owned.has(`${edge.from} ${edge.to}`))
    .map((edge) => ({ start: tokens.starts[edge.from], end: tokens.ends[edge.to - 1] }))
    .filter(({ start, end }) => start >= from && end <= to && !namesNobody(prose.slice(start, end), nobody))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let said = '';
  let at = from;
  for (const { start, end } of named) {
    if (start < at) continue;
    said += prose.slice(at, start) + PERSON;
    at = end;
  }
  return { block, from, to, plain: oneLine(prose.slice(from, to)), said: oneLine(said + prose.slice(at, to)) };
}

/** "All", "everyone", "the professionals": the whole of the words leaves nobody in particular. */
export function namesNobody(text: string, nobody: PhraseList): boolean {
  const words = wordsOf(text).filter((word) => word !== 'the');
  let at = 0;
  while (at < words.length) {
    const length = phraseAt(nobody, words, at);
    if (length === 0 && words[at] !== 'and') return false;
    at += length || 1;
  }
  return words.length > 0;
}

/** Whether words that leave nobody in particular open the text. */
export function opensWithNobody(text: string, nobody: PhraseList): boolean {
  const words = wordsOf(text);
  return phraseAt(nobody, words, words[0] === 'the' ? 1 : 0) > 0;
}

export { holdsPhrase };

function oneLine(text: string): string {
  return text.replace(/[\u2060\u00AD\uFFFC]/gu, '').replace(/[\s\u2029]+/gu, ' ').trim();
}

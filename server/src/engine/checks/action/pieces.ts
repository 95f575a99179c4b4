/**
 * What a paragraph falls into: sentences, lines, and what is counted by hand or opened in bold. It does not know which of
 * them are tasks.
 */
import type { Block } from '../../note/note.js';
import { sentenceStarts } from '../../words/sentences.js';
import { BULLETS, NUMBER, readWords, type Words } from './said.js';
import type { NoteView } from '../note-view.js';

/** Something that stands by itself in a paragraph. */
export interface Piece {
  readonly words: Words;
  /** `item`: one thing, however many sentences it has, as in a list. */
  readonly form: 'item' | 'sentence';
}

/** The pieces of a block between two offsets of its prose. */
export function piecesIn(view: NoteView, block: Block, from: number, to: number): readonly Piece[] {
  const { prose } = block.content;
  const line = view.note.text.lastIndexOf('\n', block.start - 1) + 1;
  const led = from === 0 && LED.test(view.note.text.slice(line, line + LONGEST_LEAD));
  return view.ofBlock(block, `action pieces ${from} ${to} ${led ? 'led' : ''}`, () => {
    const sentences = sentencesIn(view, block, from, to);
    const lines = linesOfJobs(prose, from, to, sentences);
    if (lines.length > 0) return lines.map((start, i): Piece => ({ words: readWords(view, block, start, lines[i + 1] ?? to), form: 'item' }));
    // Under one lead all is one thing, up to the next that is put as a task.
    const counted = led ? sentences.map(({ planned }, i) => i === 0 || (i > 1 && planned)) : sentences.map((words) => NUMBER.test(prose.slice(words.from, words.from + LONGEST_NUMBER).replace(/[\s\u2060]+/g, ' ')));
    const first = counted.indexOf(true);
    // A number alone in the midst of a text counts nothing.
    if (first < 0 || (first > 0 && !counted.includes(true, first + 1))) return sentences.map((words): Piece => ({ words, form: isLined(prose.slice(from, to)) ? 'item' : 'sentence' }));
    const begun = sentences.flatMap((words, i) => (i < first || counted[i] ? [words.from] : []));
    return begun.map((start, i): Piece => (i < first ? { words: sentences[i], form: 'sentence' } : { words: readWords(view, block, start, begun[i + 1] ?? to), form: 'item' }));
  });
}

/** "**Mornings.** Mr Boateng walks …" */
const LED = /^(?:\*\*|__)[^*_\n]{2,90}(?:\*\*|__)[ .:–—-]*[^\s.:–—-]/;
const LONGEST_LEAD = 100;
const LONGEST_NUMBER = 24;

/** Lines without full stops are a list, though without bullets. */
function isLined(prose: string): boolean {
  const lines = prose.trim().split(/\s*\n\s*/);
  return lines.length > 1 && lines.every((line) => line.length < SHORT_LINE && !/[,;]$/.test(line)) && (!/[.!?]\s*(?:\n|$)/.test(prose) || (lines.length > 2 && lines.every((line) => /^[A-ZÀ-Þ\d]/u.test(line))));
}

/**
 * The sentences of a block between two offsets of its prose; the lines of one that is not wrapped are sentences too. With
 * `like`, only those whose beginning, as it is written, is like it: the others are not read.
 */
export function sentencesIn(view: NoteView, block: Block, from: number, to: number, like?: RegExp): readonly Words[] {
  const { prose } = block.content;
  const starts = [from, ...startsOf(prose, from > 0 ? INNER : LINES).filter((start) => start > from && start < to)];
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? to;
    if (like && !like.test(prose.slice(start, Math.min(end, start + BEGINNING)))) return [];
    const words = readWords(view, block, start, end);
    // After "Actions:" on a line of its own nothing stands before the first line.
    return words.from < words.to ? [words] : [];
  });
}

const BEGINNING = 300;

/** Where sentences begin, and lines that are no wrapped ones: "Chase the nursery" under "Ring the school". */
function startsOf(prose: string, parting: RegExp): readonly number[] {
  const starts = new Set(sentenceStarts(prose));
  const list = isUnwrapped(prose);
  let from = 0;
  for (const { 0: end, index } of prose.matchAll(parting)) {
    if (!end.startsWith('\n') || list || index - from < SHORT_LINE || MARKED.test(prose.slice(index + end.length, index + end.length + 8))) starts.add(index + end.length);
    if (end.startsWith('\n')) from = index + end.length;
  }
  return [...starts].sort((a, b) => a - b);
}

/** Where most lines are too short to have been wrapped, none has. */
function isUnwrapped(prose: string): boolean {
  const lines = prose.trim().split('\n').slice(0, -1);
  return lines.length > 1 && lines.filter((line) => line.trim().length < MUCH_SHORTER).length * 2 > lines.length;
}

const MUCH_SHORTER = 50;

/** "b) Ring the school", on whichever line. */
const MARKED = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)] |^\d{1,2}\.\d{1,2} /;

/** "Noor (6) and Shabana" is an age. */
const LINES = new RegExp(String.raw`;\s+|\n\s*(?=[A-ZÀ-ÞĀ-ɏḀ-ỿ\d(${BULLETS}]|(?:[a-z]|[ivx]{1,4})[.)] )|\u2029\s*|\s(?=\(?\d{1,2}[.)] (?!(?:and|or|is|are|was|were|has|had|who|whose|at|in|on|to|with|said|told|but|from|by)\b)[A-Za-zÀ-ɏḀ-ỿ])`, 'gu');
/** After a label a comma parts tasks as well: "Plan: HV to visit, school to ring". */
const INNER = new RegExp(String.raw`${LINES.source}|,\s+(?=(?!(?:with|and|who|which|so|but|in|as|if|when|whether|able|to|or|then|for|from|by|at|on|up|due|how|what)\b)[A-Za-zÀ-ɏḀ-ỿ’'-]+(?: [A-Za-zÀ-ɏḀ-ỿ’'-]+){0,2} to [a-zß-ɏḀ-ỿ]{2})`, 'gu');

/** Where those lines begin that each end as a sentence does, if as many as not of the sentences are put as tasks; none otherwise. */
function linesOfJobs(prose: string, from: number, to: number, sentences: readonly Words[]): readonly number[] {
  const lines = [...prose.slice(from, to).matchAll(/[^\n\u2029]*\S[^\n\u2029]*/g)];
  const ends = lines.length > 2 && lines.every(([line]) => /^[\s\u2060]*[A-ZÀ-Þ\d].*[.!?;][\s\u2060]*$/u.test(line));
  return ends && sentences.filter(({ planned, clauses: [first] }) => planned || first.form === 'order').length * 2 >= lines.length ? lines.map(({ index }) => from + index) : [];
}

/** Prose that is wrapped is wrapped later than this. */
const SHORT_LINE = 66;

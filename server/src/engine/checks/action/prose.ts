/**
 * The actions of a paragraph, sentence by sentence. It does not know the headings of the note, only what kind of part the
 * paragraph stands in.
 */
import type { Block } from '../../note/note.js';
import { recordsIn, withFields } from './fields.js';
import { givenBy, isForAll } from './given.js';
import { partOf, type Headings, type Part } from './headings.js';
import { isPlanned, isTaskHere, wordedAction } from './items.js';
import type { Action } from './reading.js';
import { IDLE, passingIn, undertakenIn } from './passing.js';
import { piecesIn } from './pieces.js';
import { NUMBER, readWords, wordsIn, type Words } from './said.js';
import { isName, PERSON } from './words.js';
import type { NoteView } from '../note-view.js';

/** The actions among the sentences of a paragraph. `opened` is what a line above it says, `labelled` what a label in it opens. */
export function sentencesOf(view: NoteView, block: Block, part: Part, opened: Part | null, labelled: () => readonly Label[], at: number, blocks: readonly Block[]): readonly Action[] {
  // What a report or a referral says in prose is for others to decide; its lists, numbered or not, and its tables are what will be done.
  const others = (view.type === 'report' || view.type === 'referral') && !/^\s*\d{1,2}\.\d{1,2}\.?\s/.test(block.content.prose);
  if (block.content.quoted || (at === blocks.length - 1 && isSignature(view, block))) return [];
  const clause = areClauses(view, blocks, at);
  if (others && !clause) return undertakenIn(view, block).map((words) => passing(block, at, words));
  const told = view.type === 'letter' || view.people.reader !== null;
  if (told && !clause) return view.type === 'letter' ? (opened === 'actions' ? undertakenIn(view, block) : []).filter(({ plain }) => !/^please\b/i.test(plain)).map((words) => wordedAction('sentence', block, at, words, [])) : passingIn(view, block).map((words) => passing(block, at, words));
  const labels = opened !== null && AOB.test(block.content.prose) ? [{ part: 'unsaid' as const, at: 0, from: 0, to: Infinity }] : labelled();
  const label = labels[0] ?? null;
  // Under a title stands more than what is to be done, whatever the record is called.
  const under = label?.part ?? opened ?? (view.note.sections[block.section].level === 1 ? 'unsaid' : part);
  if (under === 'other') return [];
  const records = recordsIn(view, block, under, at, []);
  if (records) return records;
  const read = under === 'unsaid' && (clause || isList(view, block)) ? 'decisions' : under;
  if (read === 'unsaid') return passingIn(view, block).map((words) => passing(block, at, words));
  const meant = passingIn(view, block);
  return withFields((label === null ? WHOLE : labels).flatMap(({ at: opens, from, to }) => {
    const pieces = piecesIn(view, block, from, Math.min(to, block.content.prose.length));
    const above = from > opens ? givenBy(readWords(view, block, opens, from)).filter((what) => what === 'who') : [];
    return pieces.map((piece) => ({ ...piece, around: pieces, above }));
  }).map(({ words, form, around, above }) => {
    if (isForAll(words) || INITIALS.test(words.plain)) return { action: null, words };
    if (form === 'item') return { action: isTaskHere(view, block, words, read) ? wordedAction(form, block, at, words, above) : null, words };
    const put = putAs(view, block, words, { read, part, label, named: opened !== null && around.length === 1 });
    const told = put === 'noted' ? undefined : meant.find(({ from, said }) => from === words.from && (part === 'actions' || label?.part === 'actions' || !DECIDED_OF.test(said)));
    if (put === null && !told) return { action: null, words };
    return { action: wordedAction('sentence', block, at, told ?? words, put === 'told' ? [...above, ...(told || NOTED.test(words.plain) || ADVISED.test(words.said) ? [] : AROUND), ...(words.clauses[0].form !== 'topic' && around.some((piece) => piece.words.dated) ? (['when'] as const) : [])] : above), words };
  }));
}

/** "Outcome: conference. Mum to be told." says what was decided about her. */
const DECIDED_OF = /^(?:the |our )?\u0001 to be\b/u;

/** Whether a sentence under a heading or behind a label is put as a task is noted, or told as one; null where it is neither. */
function putAs(view: NoteView, block: Block, words: Words, { read, part, label, named }: { readonly read: Part; readonly part: Part; readonly label: Label | null; readonly named: boolean }): 'noted' | 'told' | null {
  if (!isTaskHere(view, block, words, read === 'actions' && ADVISED.test(words.said) ? 'actions' : 'decisions')) return null;
  const first = words.clauses[0];
  // In prose it is a thought.
  if (/^(?:consider|that|this|it|there)\b/i.test(words.said) || / not to (?!be\b)| (?:is|are) not to | should not /.test(words.said)) return null;
  if (first.form === 'task' ? TELLING.test(first.subject) || (!first.passive && (IN_MIND.test(first.verb) || (BEING.test(first.verb) && !first.subject.includes(PERSON)))) : IDLE.test(words.plain)) return null;
  // "Thank you for asking." is no task; after "Plan:" "Direct work." is, and under it where it stands alone.
  if (first.form === 'topic' && label === null && (named ? NO_TASK.test(words.plain) : /[.!]$/.test(words.plain))) return null;
  if (first.form === 'topic' && named) return /^[A-ZÀ-Þ][a-zß-ɏ’'-]+ \S/u.test(words.plain) ? 'noted' : null;
  const noted = first.form === 'order' || (first.form === 'task' && !/\b(?:will|shall|must|should|can|could|would|needs?|has|have|might)\b|['’]ll/u.test(words.said));
  if (!noted && part !== 'actions' && label?.part !== 'actions') return null;
  if (first.passive && first.subject.includes(PERSON) && part !== 'actions' && label === null) return null;
  return noted ? 'noted' : 'told';
}

/** Words that close an email, and heads of a form's fields: no task begins with them. */
const NO_TASK = /^(?:levels?|threshold|category|status|consent|rating|copied|cc|many|kind|best|warm|all the|thanks?|regards|cheers|ta|yours|love|speak|see|take (?:care|it)|have a|good|sorry|no|sincerely|bye|talk|until|till|next|more|nothing|ok|okay|right|fine|great|well|p\.?s)\b|!$/i;
/** Who does it, and what that is, a paragraph that tells of it says in the sentences around. */
const AROUND = ['who', 'what'] as const;
/** "Money: kinship allowance." stands by itself. */
const NOTED = /^[^:.,;]{2,25}: [^:]+$/;
const TELLING = /\b(?:am|is|are|was|were|used|hopes?|hoping)\b|['’]m\b/;
/** "I will miss him.", "The review will be hard." */
const IN_MIND = /^(?:like|love|miss|need|want|know|feel|remember|enjoy|understand|notice)\b/;
const BEING = /^be\b/;
function passing(block: Block, at: number, words: Words): Action {
  const { prose } = block.content;
  const alone = words.to - words.from > prose.length / 2 && prose.slice(0, words.from).trim() === '' && prose.slice(words.to).trim() === '';
  return wordedAction(alone ? 'alone' : 'passing', block, at, words, []);
}

/** A first line in capitals, which no heading for actions is or it would be a label, ends what a plain line above has opened. */
const AOB = /^[\s\u2060]*[A-ZÀ-Þ][A-ZÀ-Þ’' &/]{1,40}:?[ \u2060]*[\n\u2029]/u;

/** Lines put as tasks, though no heading says so and Markdown sees no list. */
function isList(view: NoteView, block: Block): boolean {
  if (!block.content.prose.includes('\n')) return false;
  const pieces = piecesIn(view, block, 0, block.content.prose.length);
  return pieces.every(({ form }) => form === 'item') && isPlanned(view, pieces.map(({ words }) => words));
}

/** "1.1 You will …", "a. Mum agrees to …": clauses counted by hand, most of which are put as tasks, whatever stands above. */
function areClauses(view: NoteView, blocks: readonly Block[], at: number): boolean {
  if (!isClause(blocks[at])) return false;
  let from = at;
  while (from > 0 && at - from < NEAR && isClause(blocks[from - 1])) from--;
  let to = at + 1;
  while (to < blocks.length && to - at <= NEAR && isClause(blocks[to])) to++;
  const clauses = blocks.slice(from, to).flatMap((block) => piecesIn(view, block, 0, block.content.prose.length).map(({ words }) => words)).filter(({ plain }) => !/^(?:if|when|unless) /i.test(plain.replace(NUMBER, '')));
  return clauses.length > 1 && clauses.filter(isUndertaking).length * 2 >= clauses.length;
}

/** "Farida will …" of somebody whom the note has not introduced, and "To keep …", besides what is put as a task anywhere. */
function isUndertaking({ planned, clauses: [first] }: Words): boolean {
  return planned || first.form === 'order' || (first.form === 'task' && isName(first.subject));
}

/** So many clauses on either side tell what kind they are. */
const NEAR = 4;
const CLAUSE = /^[\s\u2060]*(?:\d{1,2}(?:\.\d{1,2}){1,2}[.:]?|\(?(?:[a-z]|[ivx]{1,4})[.)])[ \u00a0]+[A-ZÀ-Þ]/u;

function isClause({ content }: Block): boolean {
  return content.kind === 'paragraph' && CLAUSE.test(content.prose);
}

/** "Plan: …" opens a part of its own, at the start of a paragraph or of one of its sentences. */
const LABELS = /(?:^|[.!?)]\s+|\n\s*)([A-Za-zÀ-ɏḀ-ỿ’' /]{2,40}?)(?:: ?|\s[-–—]\s|\s*\n)/gu;

export interface Label {
  readonly part: Part;
  /** Where it stands, and where what it opens begins and ends, in the block's prose. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const WHOLE: readonly Pick<Label, 'at' | 'from' | 'to'>[] = [{ at: 0, from: 0, to: Infinity }];

/** What the labels in a paragraph open, in order; all of the part that the first is. */
export function labelsOf({ prose }: Block['content'], headings: Headings): readonly Label[] {
  if (!/[:–—\n]|\s-/.test(prose)) return [];
  const labels: Label[] = [];
  for (const match of prose.matchAll(LABELS)) {
    const part = partOf(match[1], headings);
    const from = match.index + match[0].length;
    // "So: Bronagh will …" goes on telling.
    if (part === null || /^so\b/i.test(match[1]) || (part === 'decisions' && match.index > 0) || (labels.length > 0 && (part !== labels[0].part || from < labels[labels.length - 1].to))) continue;
    // "Home: mould. Action: ring the landlord." is one of several, and ends with its line.
    const among = /^actions?$/i.test(match[1]) && !match[0].endsWith('\n') && (match.index > 0 || /\n\s*actions? ?[:–—-]/i.test(prose));
    labels.push({ part, at: match.index + match[0].indexOf(match[1]), from, to: endOf(prose, from, among ? /(?<=[.!?])\s|[\n\u2029]/g : /[\n\u2029]\s*[A-ZÀ-Þ][A-Za-zÀ-ɏ’' ]{1,30}:\s/g) });
  }
  return labels;
}

function endOf(prose: string, from: number, end: RegExp): number {
  end.lastIndex = from;
  return end.exec(prose)?.index ?? prose.length;
}

/** "Dad should ring", "It was agreed that Leo would go": under a heading for actions it is one, though in prose. */
const ADVISED = /^(?:it (?:is|was|has been) (?:agreed|recommended|decided) that )?(?:the |our )?\u0001(?:(?:,| and| &) ?\u0001)* (?:should|must|would) (?!be\b|have\b|like\b|prefer\b|know\b)[a-zß-ɏḀ-ỿ]|^(?:it (?:is|was|has been) (?:agreed|recommended|decided) that )?(?:(?:someone|somebody|everyone|everybody|we all) (?:should|must|needs? to) (?!be\b|have\b|know\b)|(?:an?|the|all|some|more) [^.,;:]{1,40} (?:should|must|needs to) be [a-z]+(?:ed|ade|en|ought|ut|one)\b)/iu;

/** "D. Lofthouse, duty" on the last line. */
function isSignature(view: NoteView, block: Block): boolean {
  return SIGNED.test(block.content.prose) && wordsIn(view, block).clauses.every(({ form }) => form === 'topic');
}

/** "Ring me if not. OB" */
const INITIALS = /^(?:\p{Lu}\.?){2,3}$/u;

const SIGNED = /^[\s\u2060]*(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ]\.? ?){0,4}[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+){0,2}(?:[,(\n\u2029–—-][\s\S]{0,80})?$/u;

/**
 * The actions of a paragraph, sentence by sentence. It does not know the headings of the note, only what kind of part the
 * paragraph stands in.
 */
import type { Block } from '../../note/note.js';
import { recordsIn, withFields } from './action-fields.js';
import { partOf, type Headings, type Part } from './action-headings.js';
import { isForAll } from './action-given.js';
import { isTaskHere } from './action-items.js';
import type { Action } from './action-reading.js';
import { sentencesIn, wordsIn, type Words } from './action-said.js';
import { PERSON } from './action-words.js';
import type { NoteView } from '../note-view.js';

/** The actions among the sentences of a paragraph. `opened` is what a line above it says, `labelled` what a label in it opens. */
export function sentencesOf(view: NoteView, block: Block, part: Part, opened: Part | null, labelled: () => Label | null, at: number, around: readonly Block[]): readonly Action[] {
  // What a report or a referral says in prose is for others to decide; its lists, numbered or not, and its tables are what will be done.
  const others = (view.type === 'report' || view.type === 'referral') && !/^\s*\d{1,2}\.\d{1,2}\.?\s/.test(block.content.prose);
  if (block.content.quoted || view.type === 'letter' || others || view.people.reader !== null || (at === around.length - 1 && isSignature(view, block))) return [];
  const label = labelled();
  // Under a title stands more than what is to be done, whatever the record is called.
  const read = label?.part ?? opened ?? (view.note.sections[block.section].level === 1 ? 'unsaid' : part);
  if (read === 'other') return [];
  const records = recordsIn(view, block, read, at, []);
  if (records) return records;
  if (read === 'unsaid') return view.ofBlock(block, 'action sentences like tasks', () => sentencesIn(view, block, 0, LIKE_A_TASK)).filter((words) => isPassing(words) || (view.type === 'plan' && isToBeDone(words))).map((words): Action => ({ form: 'passing', content: block.content, at, words, who: null, when: null, owner: null, given: [] }));
  // Lines without full stops are a list, though without bullets.
  const lined = opened === 'actions' && /\n/.test(block.content.prose) && !/[.!?]\s*(?:\n|$)/.test(block.content.prose);
  const from = label?.from ?? 0;
  return withFields(view.ofBlock(block, `action sentences ${from}`, () => sentencesIn(view, block, from)).map((words) => {
    if (isForAll(words) || !isTaskHere(view, block, words, read === 'actions' && (lined || ADVISED.test(words.said)) ? 'actions' : 'decisions')) return { action: null, words };
    const first = words.clauses[0];
    // In prose it is a thought.
    if (/^(?:consider|that|this|it|there)\b/i.test(words.said) || / not to (?!be\b)/.test(words.said)) return { action: null, words };
    // "Thank you for asking." is no task; after "Plan:" "Direct work." is.
    if (first.form === 'topic' && label === null && /[.!]$/.test(words.plain)) return { action: null, words };
    const telegraphic = first.form === 'order' || (first.form === 'task' && !/\b(?:will|shall|must|should|can|could|would|needs?|has|have|might)\b|['’]ll/u.test(words.said));
    if (!telegraphic && part !== 'actions' && label?.part !== 'actions') return { action: null, words };
    // "Outcome: conference. Mum to be told." says what was decided about her.
    if (first.passive && first.subject.includes(PERSON) && part !== 'actions' && label === null) return { action: null, words };
    return { action: { form: 'sentence', content: block.content, at, words, who: null, when: null, owner: null, given: !telegraphic && wordsIn(view, block).dated ? ['when'] : [] }, words };
  }));
}

/** "Plan: …" opens a part of its own, at the start of a paragraph or of one of its sentences. */
const LABELS = /(?:^|[.!?)]\s+|\n\s*)([A-Za-zÀ-ɏḀ-ỿ’' /]{2,40}?)(?:: ?|\s[-–—]\s|\s*\n)/gu;

export interface Label {
  readonly part: Part;
  /** Where what it opens begins, in the block's prose. */
  readonly from: number;
}

/** What a label in a paragraph opens; null where there is none. */
export function labelOf({ prose }: Block['content'], headings: Headings): Label | null {
  if (!/[:–—\n]|\s-/.test(prose)) return null;
  for (const match of prose.matchAll(LABELS)) {
    const part = partOf(match[1], headings);
    if (part !== null && (part !== 'decisions' || match.index === 0)) return { part, from: match.index + match[0].length };
  }
  return null;
}

/** "Shanice to make safer choices.", "Need to chase the nursery.": a whole sentence of prose put so is a task under any heading. */
function isPassing({ said, plain, clauses }: Words): boolean {
  return PASSING.test(said) && /[.;]$/.test(plain) && clauses[0].form !== 'topic' && !clauses[0].passive && !/\b(?:if|not|unless)\b/.test(plain);
}

/** "Both children to be registered with a dentist." */
function isToBeDone({ said, plain, clauses: [first] }: Words): boolean {
  return /^(?:the |both |all )?\u0001(?:(?:,| and| &) ?\u0001)* to be [a-z]/iu.test(said) && /\.$/.test(plain) && first.form === 'task' && first.passive;
}

/** What a task in passing begins with where it names nobody; the second are as often nouns: "Contact has been good." */
const ORDERS = ['chase', 'ask', 'email', 'arrange', 'refer', 'find out', 'follow up', 'speak (?:to|with)'];
const OR_NOUNS = ['ring', 'request', 'book', 'contact'];

const PASSING = new RegExp(String.raw`^(?:\u0001(?:(?:,| and| &|\/) ?\u0001)* to (?!the\b|his\b|her\b|their\b|its?\b|this\b|that\b|an?\b|be\b)[a-z]{2}|(?:[Nn]eed to |To )?(?:(?:${opening(ORDERS)}) (?:[a-z]|\u0001)|(?:${opening(OR_NOUNS)}) (?:(?:the|an?|for) |\u0001)))`, 'u');

/** Whatever may turn out to be one, "Both children to be registered" too. Cheap, since most sentences tell something. */
const LIKE_A_TASK = new RegExp(String.raw`\sto\b|^[\s\u2060]*(?:${[...ORDERS, ...OR_NOUNS].map((verb) => verb.split(' ')[0]).join('|')}|to|need)\b`, 'i');

function opening(verbs: readonly string[]): string {
  return verbs.map((verb) => `[${verb[0].toUpperCase()}${verb[0]}]${verb.slice(1)}`).join('|');
}

/** "Dad should ring", "It was agreed that Leo would go": under a heading for actions it is one, though in prose. */
const ADVISED = /^(?:it (?:is|was|has been) (?:agreed|recommended|decided) that )?(?:the |our )?\u0001(?:(?:,| and| &) ?\u0001)* (?:should|must|would) (?!be\b|have\b|like\b|prefer\b|know\b)[a-zß-ɏḀ-ỿ]/iu;

/** "D. Lofthouse, duty" on the last line. */
function isSignature(view: NoteView, block: Block): boolean {
  return SIGNED.test(block.content.prose) && wordsIn(view, block).clauses.every(({ form }) => form === 'topic');
}

const SIGNED = /^[\s\u2060]*(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ]\.? ?){0,4}[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+){0,2}(?:[,(\n\u2029–—-][\s\S]{0,80})?$/u;

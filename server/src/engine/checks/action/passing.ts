/**
 * Tasks that stand among what a paragraph tells, put so that they are tasks under any heading: "Need to chase the nursery.",
 * "School nurse to be asked whether …", "Could someone ring her mum?". It does not know where the paragraph stands.
 */
import { isIrregular } from '../../words/irregulars.js';
import type { Block } from '../../note/note.js';
import { hasHappened } from './clauses.js';
import { sentencesIn } from './pieces.js';
import { wordsFrom, type Words } from './said.js';
import { namedTask } from './task.js';
import { PERSON, wordsOf } from './words.js';
import type { NoteView } from '../note-view.js';

/** The tasks among a paragraph's sentences. In a letter ("Dear …") there are none. */
export function passingIn(view: NoteView, block: Block): readonly Words[] {
  const sentences = view.ofBlock(block, 'action sentences like tasks', () => sentencesIn(view, block, 0, block.content.prose.length, LIKE_A_TASK).map(asTask));
  if (sentences.length === 0 || (view.people.reader !== null && greets(view, 'letter'))) return [];
  return sentences.filter((words) => (REQUEST.test(words.plain) ? greets(view, 'email') : isPassing(words) || isToBeDone(view, words) || isNamed(view, words)));
}

/** Whether a line of the note greets somebody as a letter does, or an email to colleagues. */
function greets(view: NoteView, as: keyof typeof GREETINGS): boolean {
  return view.once(`action greeting ${as}`, () => view.ofBlocks(`action greetings ${as}`, ({ content: { prose } }) => GREETINGS[as].test(prose)).includes(true));
}

const GREETINGS = {
  letter: /^[\s\u2060]*Dear\b/m,
  email: /^[\s\u2060]*(?:Hi|Hello|Hiya|(?:Good )?(?:[Mm]orning|[Aa]fternoon|[Ee]vening))(?: [^\s,.!]+){0,3}[,.!]?[\s\u2060]*$/m,
} as const;

/** What is asked of whoever reads it, or needs doing, as the task that it is: "Someone to ring her mum", "Chase housing". */
function asTask(words: Words): Words {
  const asked = ASKED.exec(words.said);
  if (asked) return wordsFrom(words, words.plain, `Someone to ${asked[1].replace(/\?$/, '.')}`);
  const requested = REQUEST.exec(words.plain);
  if (requested) return wordsFrom({ ...words, names: ['you', ...words.names] }, words.plain, words.said.replace(ASKS, `${PERSON} to `).replace(/\?$/, '.'));
  const needed = NEEDED.exec(words.said);
  return needed ? wordsFrom(words, words.plain, `${needed[1]} to be ${DONE[needed[2]]}${words.said.slice(needed[0].length)}`) : words;
}

const ASKED = /^(?:[Pp]lease )?(?:[Cc]an|[Cc]ould|[Ww]ould|[Ww]ill) (?:someone|somebody|anyone|anybody|one of (?:you|us|\u0001)) (?:please |kindly |also )*((?!be\b|have\b|know\b|tell me\b|explain\b|remember\b|see\b|help me\b)[a-z]+ .*)$/u;
/** Office work by its nature; a house that "needs cleaning" is as it is. */
const DONE: Readonly<Record<string, string>> = { chasing: 'chased', booking: 'booked', arranging: 'arranged', sending: 'sent', updating: 'updated', filing: 'filed', ringing: 'rung' };
const NEEDED = new RegExp(String.raw`^((?:[Tt]he )?(?:[A-Z]|\u0001)[^.,;:?]{0,40}?) (?:still |also |now )*needs? (${Object.keys(DONE).join('|')})\b`, 'u');

/** "Shanice to make safer choices.", "Need to chase the nursery.": a whole sentence of prose put so is a task under any heading. */
function isPassing({ said, plain, clauses }: Words): boolean {
  return PASSING.test(said) && (/[.;]$/.test(plain) || ASKED.test(plain)) && clauses[0].form !== 'topic' && !clauses[0].passive && !/\b(?:if|not|unless)\b/.test(plain);
}

/** "Farida to see him alone.", where the note speaks of her elsewhere: "Happy to help." begins with a capital too. */
function isNamed(view: NoteView, { said, plain }: Words): boolean {
  const name = namedTask(said);
  return name !== null && /[.;]$/.test(plain) && !/\b(?:if|not|unless)\b/.test(plain) && !hasHappened(said) && namesWithin(view).has(name);
}

/** Who is named in the midst of a sentence somewhere: by the first of their names, and by the first two. */
function namesWithin(view: NoteView): ReadonlySet<string> {
  return view.once('action names within', () => new Set(view.ofBlocks('action names within', ({ content: { prose } }) => [...prose.matchAll(WITHIN)].flatMap(([, first, second]) => (second === undefined ? [first] : [first, `${first} ${second}`]))).flat()));
}

const WITHIN = /(?<=[a-z,;:] )(\p{Lu}[\p{L}’'-]*)(?: (\p{Lu}[\p{L}’'-]*))?/gu;

/** "Both children to be registered with a dentist.", "Passport form to be sent off.": without a verb of its own before it or after. */
function isToBeDone({ type }: NoteView, { said, plain, clauses: [first] }: Words): boolean {
  const found = TO_BE.exec(said);
  if (!found || !/\.$/.test(plain) || first.form !== 'task' || !first.passive) return false;
  const [, subject, verb, rest] = found;
  const words = wordsOf(subject);
  if (words.length > 8 || TELLS.test(subject) || words.some((word) => isIrregular(word, 'past'))) return false;
  if (subject.endsWith(PERSON) && type !== 'plan' && !ASKED_OF.test(verb)) return false;
  return !/\b(?:if|not|unless)\b/.test(subject) && !/^[^,;]*?\b(?:was|were|is|are|did|has|had)\b/.test(rest.replace(/\b(?:whether|what|how|who|which|that|when|where|why|if|as|while|because|since)\b.*$/, ''));
}

const TO_BE = /^((?:the |an? |all |both )?(?:[A-ZÀ-Þa-z]|\u0001)[^.;:,?()]{0,70}?) (?:still |also |then |now )?to be (?:also |re-?)?([a-z]+)\b(.*)$/u;
const ASKED_OF = /^(?:asked|contacted|invited|rung|emailed|chased|registered|referred|booked|told|spoken|weighed|measured|seen|allocated)$/;
/** With one of these before "to be" it is told, wished or weighed. */
const TELLS = /\b(?:am|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does|do|did|seems?|appears?|wants?|needs?|hopes?|likes?|loves?|hates?|asks?|expects?|says?|tells?|wishes|prefers?|continues?|agrees?|deserves?|tends?|starts?|begins?|ought|due|used|going|able|ready|likely|unlikely|supposed|how|what|who|where|which|that|not|too|enough|way|time|chance|right|reason|first|last|only|happy|keen|afraid|proud|glad|lucky|sad|sorry|upset|grateful|content|willing|eager|sure|scared|good|nice|hard|easy|better|best|because|when|if|as|since|than|nothing|something|anything|everything|more|much|lots?|there|it|he|she|they|we|you|[a-z]+ed)\b/iu;

/** What a task in passing begins with where it names nobody; the second are as often nouns: "Contact has been good." */
const ORDERS = ['chase', 'ask', 'email', 'arrange', 'refer', 'find out', 'follow up', 'speak (?:to|with)'];
const OR_NOUNS = ['ring', 'request', 'book', 'contact'];

const PASSING = new RegExp(String.raw`^(?:(?:\u0001|[A-Z]{2,3}\b)(?:(?:,| and| &|\/) ?(?:\u0001|[A-Z]{2,3}\b))* to (?!the\b|his\b|her\b|their\b|its?\b|this\b|that\b|an?\b|be\b)[a-z]{2}|[Ss]ome(?:one|body) (?:needs to|has to|must|should|to) [a-z]|(?:[Nn]eed to |To |(?:\u0001|[Yy]ou)(?: will|['’]ll)? need to )?(?:(?:${opening(ORDERS)}) (?:[a-z]|\u0001)|(?:${opening(OR_NOUNS)}) (?:(?:the|an?|for) |\u0001)))`, 'u');

/** Whatever may turn out to be one, "Both children to be registered" too. Cheap, since most sentences tell something. */
const LIKE_A_TASK = new RegExp(String.raw`\sto\b|\sneeds? [a-z]+ing\b|\b(?:some|any)(?:one|body)\b|\bone of (?:us|you)\b|^[\s\u2060]*(?:please|can|could|would|will) you\b|^[\s\u2060]*(?:${[...ORDERS, ...OR_NOUNS].map((verb) => verb.split(' ')[0]).join('|')}|some|to|need)\b`, 'i');

function opening(verbs: readonly string[]): string {
  return verbs.map((verb) => `[${verb[0].toUpperCase()}${verb[0]}]${verb.slice(1)}`).join('|');
}

/** "Can you ring the nursery?" asks it of a colleague. */
const ASKS = /^(?:[Pp]lease )?(?:[Cc]an|[Cc]ould|[Ww]ould|[Ww]ill) you (?:please |kindly |also )*/u;
const REQUEST = new RegExp(String.raw`${ASKS.source}(?:${['chase', 'email', 'arrange', 'refer', 'follow up', ...OR_NOUNS].join('|')}) (?!me\b|us\b)`, 'u');

/**
 * Tasks that stand among what a paragraph tells: which of those its sentences are put as (see commitments.ts) are meant
 * as tasks, of whom they are asked, in what kind of record. It does not know where the paragraph stands.
 */
import { isIrregular } from '../../words/irregulars.js';
import type { Block } from '../../note/note.js';
import { CHILD, PROFESSIONAL, SERVICE } from '../../people/people.js';
import { hasHappened } from './clauses.js';
import { commitmentOf, ORDERING, type Commitment } from './commitments.js';
import { sentencesIn } from './pieces.js';
import { wordsFrom, type Words } from './said.js';
import { namedTask } from './task.js';
import { PERSON, wordsOf } from './words.js';
import type { BlockDetail, NoteView } from '../note-view.js';

/** The tasks among a paragraph's sentences. In a letter ("Dear …") there are none. */
export function passingIn(view: NoteView, block: Block): readonly Words[] {
  const sentences = possibleIn(view, block);
  if (sentences.length === 0 || (view.people.reader !== null && greets(view, 'letter'))) return [];
  return sentences.filter((task) => isMeant(view, task) || isToBeDone(view, task.as) || isNamed(view, task.as)).map(({ as }) => as);
}

/** Of those only what the writer undertakes: "I will ring the landlord." */
export function undertakenIn(view: NoteView, block: Block): readonly Words[] {
  return possibleIn(view, block).filter(({ as, commitment, doer }) => doer === 'worker' && commitment?.laid === 'undertaken' && /^(?:i|we)$/i.test(as.names[0] ?? '')).map(({ as }) => as);
}

function possibleIn(view: NoteView, block: Block): readonly Possible[] {
  return view.ofBlock(block, 'action sentences like tasks', () => sentencesIn(view, block, 0, block.content.prose.length, LIKE_A_TASK).flatMap((words) => asTask(words, view.detail(block))));
}

/** A sentence, read as the task that it may be. */
interface Possible {
  readonly as: Words;
  readonly commitment: Commitment | null;
  /** Who is to do it, where somebody is. */
  readonly doer: 'worker' | 'family' | 'pronoun' | 'named' | 'child' | null;
}

function asTask(words: Words, detail: BlockDetail): readonly Possible[] {
  if (!/[.;?]$/.test(words.plain) || words.plain.length > LONGEST || IDLE.test(words.plain) || isSpoken(words, detail)) return [];
  const commitment = commitmentOf(words.said);
  if (commitment === null) return [{ as: words, commitment, doer: null }];
  const { skipped, added, by, laid } = commitment;
  // "We need to get it going" leaves open who of us.
  const ours = laid === 'laid' && by === 'person' && /\bneed to\b|do with/.test(words.said) && /^we$/i.test(words.names[skipped] ?? '') && commitment.said.startsWith(PERSON);
  const said = ours ? `Someone${commitment.said.slice(PERSON.length)}` : commitment.said;
  const names = words.names.slice(ours ? skipped + 1 : skipped);
  return [{ as: wordsFrom({ ...words, names: added === null ? names : [added, ...names] }, words.plain, said.trim()), commitment, doer: ours ? 'worker' : by === 'person' ? doerOf(words, skipped, said, detail) : null }];
}

const LONGEST = 400;

/** "Ring me any time", "Give him his due", "Do not bring leaflets": nobody is asked for anything. */
export const IDLE = /^(?:(?:Please (?:do )?)?(?:[Rr]ing|[Pp]hone|[Cc]all|[Cc]ontact|[Tt]ext|[Ee]mail|[Tt]ell|[Aa]sk) (?:me|us|any ?time)\b|Ring the (?:door)?bell\b|(?:Do not|Don['’]t|Never|Mind|Take care)\b|Give (?:me|us) a \w+|Give \S+ (?:his|her|their) due\b|Please (?:find|accept|see|note|do)\b|[^.;:]+ and (?:he|she|they|it|you|(?:his|her|their) [a-z]+) (?:[a-z]+s|will|would|can)\b(?! to\b))/u;

function isSpoken({ from, to }: Words, { speech }: BlockDetail): boolean {
  return speech.some(({ start, end }) => (Math.min(to, end) - Math.max(from, start)) * 2 > to - from);
}

/** Of which kind the person is with whom the task opens. */
function doerOf({ from, to, names }: Words, skipped: number, said: string, { people, tokens }: BlockDetail): Possible['doer'] {
  if (/^You\b/i.test(said)) return 'worker';
  if (said.indexOf(PERSON) < 0 || said.indexOf(PERSON) > said.indexOf(' to ')) return 'named';
  const called = names[skipped].toLowerCase();
  if (/^(?:i|we|you)$/.test(called)) return 'worker';
  const groups = people.filter((edge) => !edge.possessive && tokens.starts[edge.from] >= from && tokens.ends[edge.to - 1] <= to && prosesOf(edge, called)).reduce((all, edge) => all | edge.groups, 0);
  if ((groups & CHILD) !== 0) return 'child';
  if (/^(?:he|she|they|it|who)$/.test(called)) return 'pronoun';
  return (groups & (PROFESSIONAL | SERVICE)) !== 0 ? 'worker' : 'family';

  function prosesOf(edge: BlockDetail['people'][number], name: string): boolean {
    return tokens.forms.slice(edge.from, edge.to).join(' ').replace(/[’]/g, "'") === name.replace(/[’]/g, "'");
  }
}

function isMeant(view: NoteView, { as, commitment, doer }: Possible): boolean {
  if (commitment === null) return false;
  const { by, of, laid } = commitment;
  if (by === 'reader') return greets(view, 'email') || commitment.added === 'we' || /\bplease\b/i.test(as.plain);
  if (by === 'nobody') return true;
  if (view.type === 'danger-statement') return false;
  if (laid === 'noted') return doer !== 'named' || isNamed(view, as);
  if (doer === 'child') return of === 'simple' && laid === 'undertaken';
  if (doer === 'worker') return true;
  if (of === 'office') return false;
  return doer === 'named' ? laid === 'undertaken' : doer === 'family' || laid === 'undertaken';
}

/** Whether a line of the note greets somebody as a letter does, or an email to colleagues. */
function greets(view: NoteView, as: Greeting): boolean {
  const greetings = view.someBlocks('action greetings', ({ content: { prose } }) => someOf(GREETED.filter((greeting) => GREETINGS[greeting].test(prose))));
  return view.whileSame(`action greets ${as}`, [greetings], () => [...greetings.values()].some((those) => those.includes(as)));
}

type Greeting = keyof typeof GREETINGS;
const GREETED: readonly Greeting[] = ['letter', 'email'];

const GREETINGS = {
  letter: /^[\s\u2060]*Dear\b/m,
  email: /^[\s\u2060]*(?:(?:Hi|Hello|Hiya|(?:Good )?(?:[Mm]orning|[Aa]fternoon|[Ee]vening))(?: [^\s,.!]+){0,3}(?:,|[.!]?[\s\u2060]*$)|Subject: |Hand-?over\b)/m,
} as const;

/** "Farida to see him alone.", where the note speaks of her elsewhere: "Happy to help." begins with a capital too. */
function isNamed(view: NoteView, { said, plain }: Words): boolean {
  const name = namedTask(said);
  return name !== null && /[.;]$/.test(plain) && !/\b(?:if|not|unless)\b/.test(plain) && !hasHappened(said) && namedWithin(view).has(name);
}

/** What the tasks of one section go by in the others, as a text that is '' for most notes. */
export function toldElsewhere(view: NoteView): string {
  return view.once('action told elsewhere', () => [...GREETED.filter((greeting) => greets(view, greeting)), ...namedWithin(view)].join(', '));
}

/** Whoever is to do something, of whom the note speaks in the midst of a sentence somewhere: by the first of their names, or by the first two. */
function namedWithin(view: NoteView): ReadonlySet<string> {
  const asked = view.someBlocks('action names asked', (block) => (block.content.kind === 'paragraph' && MAY_NAME.test(block.content.prose) ? someOf(possibleIn(view, block).flatMap(({ as }) => namedTask(as.said) ?? [])) : null));
  if (asked.size === 0) return NOBODY;
  const within = view.someBlocks('action names within', ({ content: { prose } }) => someOf([...prose.matchAll(WITHIN)].flatMap(([, first, second]) => (second === undefined ? [first] : [first, `${first} ${second}`]))));
  return view.whileSame('action names told', [asked, within], () => {
    const told = new Set([...within.values()].flat());
    return new Set([...asked.values()].flat().filter((name) => told.has(name)).sort());
  });
}

const NOBODY: ReadonlySet<string> = new Set();

/** Wherever `namedTask` finds somebody whose name is no longer than names are. Cheap. */
const MAY_NAME = /\p{Lu}\S{0,60}[\s\u2060]+to[\s\u2060]/u;

function someOf<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

const WITHIN = /(?<=[a-z,;:] )(\p{Lu}[\p{L}’'-]*)(?: (\p{Lu}[\p{L}’'-]*))?/gu;

/** "Both children to be registered with a dentist.", "Passport form to be sent off.": without a verb of its own before it or after. */
function isToBeDone({ type }: NoteView, words: Words): boolean {
  const { said, plain } = words;
  const found = said.includes(' to be ') ? TO_BE.exec(said) : null;
  // Clauses are read only where somebody asks for them.
  if (!found || !/\.$/.test(plain) || words.clauses[0].form !== 'task' || !words.clauses[0].passive) return false;
  const [, subject, verb, rest] = found;
  if (verb === 'desired') return false;
  const before = wordsOf(subject);
  if (before.length > 8 || TELLS.test(subject) || before.some((word) => isIrregular(word, 'past'))) return false;
  if (OF_THEM.test(subject) && type !== 'plan' && !ASKED_OF.test(verb)) return false;
  return !/\b(?:if|not|unless)\b/.test(subject) && !/^[^,;]*?\b(?:was|were|is|are|did|has|had)\b/.test(rest.replace(/\b(?:whether|what|how|who|which|that|when|where|why|if|as|while|because|since)\b.*$/, ''));
}

const TO_BE = /^((?:the |an? |all |both )?(?:[A-ZÀ-Þa-z]|\u0001)[^.;:,?()]{0,70}?) (?:still |also |then |now )?to be (?:also |re-?)?([a-z]+)\b(.*)$/u;
const ASKED_OF = /^(?:asked|contacted|invited|rung|emailed|chased|registered|referred|booked|told|spoken|weighed|measured|seen|allocated)$/;
/** Somebody, and not what is for them or about them. */
const OF_THEM = /(?<!\b(?:for|about|of|with|re|from|on) (?:the )?(?:\u0001 )?)\u0001$/u;
/** With one of these before "to be" it is told, wished or weighed. */
const TELLS = /\b(?:am|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does|do|did|seems?|appears?|wants?|needs?|hopes?|likes?|loves?|hates?|asks?|expects?|says?|tells?|wishes|prefers?|continues?|agrees?|deserves?|tends?|starts?|begins?|ought|due|used|going|able|ready|likely|unlikely|supposed|how|what|who|where|which|that|not|too|enough|way|time|chance|right|reason|first|last|only|happy|keen|afraid|proud|glad|lucky|sad|sorry|upset|grateful|content|willing|eager|sure|scared|good|nice|hard|easy|better|best|because|when|if|as|since|than|nothing|something|anything|everything|more|much|lots?|there|it|he|she|they|we|you|[a-z]+ed)\b/iu;

/** Whatever may turn out to be one. Cheap, since most sentences tell something. */
const LIKE_A_TASK = new RegExp(String.raw`\b(?:to|needed|required|will|shall|must|should|needs?|wants?|[Pp]lease|(?:[Cc]an|[Cc]ould|[Ww]ould|[Ww]ill|[Dd]o) (?:you|some|any|one|with)|[Cc]hance (?:you|of)|[Ss]ome(?:one|body))\b|['’]ll\b|(?:^[\s\u2060]*|\)[\s\u2060]+)(?:Let['’]s|(?:${ORDERING})\b)`);

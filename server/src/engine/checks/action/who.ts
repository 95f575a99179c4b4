/**
 * Whether an action names somebody who will do it. A role, an organisation, initials and "we" do; "all" and "everyone",
 * which leave nobody in particular, do not. It does not know whether that person has agreed.
 */
import { clausesOf, type Clause } from './clauses.js';
import { PAPERS } from './commitments.js';
import type { Words } from './said.js';
import { DOING_VERBS, holdsPhrase, isName, PERSON, phraseAt, THINGS, wordsOf, type PhraseList } from './words.js';

/** Whether the words of an action name who does it. */
export function saysWho(words: Words, nobody: PhraseList): boolean {
  const said = withoutNobody(words, nobody);
  return textNames(said, nobody) || (!NOT_YET.test(said) && labelled(said, nobody));
}

/** The same, where a name before a colon is whom the task is about: beside a blank in the column for who. */
export function saysWhoElse(words: Words, nobody: PhraseList): boolean {
  return textNames(withoutNobody(words, nobody), nobody);
}

/** Whether the cell of a table that is there for it does. */
export function cellSaysWho(words: Words, nobody: PhraseList): boolean {
  // "All of us": the last word by itself would be somebody.
  return !leavesNobody(words.plain, nobody) && cellNames(withoutNobody(words, nobody), nobody);
}

/** The words with those people taken back who are nobody in particular: "all professionals". */
function withoutNobody({ said, names }: Words, nobody: PhraseList): string {
  let next = 0;
  return said.replace(/\u0001/gu, () => {
    const name = names[next++] ?? '';
    return leavesNobody(name, nobody) || THEMSELVES.test(name) ? name : PERSON;
  });
}

/** "To be spoken to by himself": alone, and not by somebody. */
const THEMSELVES = /sel(?:f|ves)$/i;

/** Whether the whole of the words leaves nobody in particular. */
function leavesNobody(text: string, nobody: PhraseList): boolean {
  const words = wordsOf(text).filter((word) => word !== 'the' && word !== 'and');
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(nobody, words, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

function cellNames(said: string, nobody: PhraseList): boolean {
  if (said.includes(PERSON)) return true;
  const words = wordsOf(said);
  const rest = said.trim().replace(/^\S+/u, '');
  return /[A-Za-zÀ-ɏḀ-ỿ]/u.test(said) && !leavesNobody(said, nobody) && (phraseAt(nobody, words, 0) === 0 || /[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ]/u.test(rest));
}

function textNames(said: string, nobody: PhraseList): boolean {
  const clauses = clausesOf(said);
  // "Chantelle is to be told: Jase goes" says what she hears, and not from whom.
  const told = clauses[0].form === 'task' && clauses[0].passive;
  return clauses.some((clause, i) => (clause.form !== 'account' || !told) && !(told && i > 0 && IN_MIND.test(clause.verb)) && clauseNames(clause, nobody)) || (APPOSED.test(said) && !TO_BE_GIVEN.test(clauses[0].verb)) || atTheEnd(said, nobody) || afterComma(said, clauses, nobody) || byWhom(said);
}

/** "Shane to be spoken to. He must understand …": what goes on in his head is nobody's task. */
const IN_MIND = /^(?:understand|realise|recognise|appreciate|accept|acknowledge|know|see|feel|be (?:clear|aware|told|made))\b/i;

function clauseNames({ form, subject, passive, verb }: Clause, nobody: PhraseList): boolean {
  if (form === 'account') return true;
  // "Dad will be made to ring" is Dad's to do, whoever makes him.
  // "Aoife not to be spoken to before the medical" binds everybody.
  if (form === 'task' && passive && /\bnot$/.test(subject)) return true;
  if (form === 'task' && /^some(?:one|body) (?:from|at) \S/i.test(subject)) return true;
  if (form !== 'task' || subject === '' || (passive && !MADE_TO.test(verb))) return false;
  if (TO_BE_GIVEN.test(verb)) return false;
  const words = wordsOf(subject);
  const opens = words[0] === 'the' ? 1 : 0;
  // "The number of the car that waits on Linton Road to go to the police".
  if (MOVED.test(verb) && PAPER.test(subject)) return false;
  if (words.includes(PERSON)) return !THINGS.has(words[words.length - 1]);
  if (phraseAt(nobody, words, opens) > 0 || holdsPhrase(nobody, words.slice(-2))) return false;
  if (OF_THINGS.test(verb) && (words.length > 1 ? !/[A-ZÀ-ÞĀ-ɏḀ-ỿ]\S*$/u.test(subject) : !isName(subject) && !/^[A-Z]{2,4}$/.test(subject))) return false;
  return !THINGS.has(words[words.length - 1]) && !(DOING_VERBS.has(words[0]) && words.length > 1);
}

/** "Leo to have support at school": nobody is named who gives it. */
const TO_BE_GIVEN = /^(?:have|receive) (?:(?:some|more|extra|additional|further|regular|ongoing|appropriate|suitable|emotional|therapeutic|one to one|an?) )*(?:support|help|input|therapy|counselling|mentoring|intervention|interventions|direct work|life story work|advocate|advocacy|assessment)\b/;

const MOVED = /^(?:go|come) (?:to|on|in|into|off|out|back|with)\b/i;
const PAPER = new RegExp(String.raw`^(?:the |an? |both |all |his |her |their )?(?:[a-z-]+ ){0,3}(?:${PAPERS}|screenshots|messages|numbers)\b`, 'iu');

/** What things do as well as people: "Home conditions to improve". */
const OF_THINGS = /^(?:improve|continue|increase|decrease|reduce|change|start|begin|end|stop|cease|run|resume|happen|occur|remain|stay|follow|include|progress|settle|go ahead|take place|feature|form|inform|reflect|cover|be (?:clean|safe|in place|ready|better|good enough|agreed|clear))\b/i;

/** "Sami, Layla's brother, is fixing the cot". */
const APPOSED = /^(?:(?:[Tt]he |[Oo]ur )?\u0001(?:, [^,.;:]{1,50},| \([^)]{1,50}\))?|[^,.;:]{2,50}, (?:[A-ZÀ-Þ]\S+ ?|\u0001 ?){1,3},) (?:will|to|is [a-zß-ɏ]+ing|are [a-zß-ɏ]+ing|is going to|has offered|has agreed) (?!be )[a-zß-ɏ]/u;

const MADE_TO = /^(?:made|required|expected|instructed|directed|compelled|obliged) to (?!understand|realise|see\b|recognise|appreciate|accept|feel)[a-zß-ɏḀ-ỿ]/u;

const INITIALS = String.raw`(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ]\.? ?){0,2}[A-ZÀ-ÞĀ-ɏḀ-ỿ]{1,4}`;
const NAME = String.raw`(?:\u0001|(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ]\.? ?)?[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+)*|${INITIALS})`;
const A_NAME = new RegExp(`^${NAME}$`, 'u');
const OWNER = new RegExp(`^(?:the |our )?(?:${INITIALS} ){0,2}${NAME}(?: \\d.*)?\\.?$`, 'u');

/** "Priti: ring the school", "SW – chase". */
function labelled(said: string, nobody: PhraseList): boolean {
  const label = /^([^:–—]{1,90}?)(?::| [–—-]) ?([A-Za-zÀ-ɏḀ-ỿ]+)?/u.exec(said) ?? ADDRESSED.exec(said) ?? CALLED_ON.exec(said);
  if (!label) return false;
  const [, whole, next] = label;
  // "Ify Okonjo, the nurse who came in May: see her at home".
  const who = whole.replace(ALSO_KNOWN, '');
  if (who.length > LONGEST_LABEL || leavesNobody(who, nobody)) return false;
  if (who.includes(PERSON) && who.split(/(?: and|,| ?\/| &) ?/).every((name) => name === PERSON || isName(name))) return true;
  if (A_TEAM.test(who) && /^[a-z]/.test(next ?? said.slice(whole.length + 2))) return true;
  // "Tracey: change the locks", and not "Electric: parents to be told".
  return (who.split(/(?: and|,| ?\/| &) ?/).every((name) => A_NAME.test(name)) && DOING_VERBS.has((next ?? '').toLowerCase()) && !THINGS.has(who.toLowerCase())) || (isName(who) && /^[a-z]/.test(next ?? '') && !/\bto be\b/.test(said));
}

/** "Simran – interview not done": she is whom it is about. */
const NOT_YET = /[:–—-] ?(?:[^.;:]{1,50} )?(?:not (?:yet |been )*(?:done|happened|started|completed|received|returned|sent|seen)|outstanding|overdue)\b/iu;
const LONGEST_LABEL = 40;
/** What else somebody is who is named before a colon. */
const ALSO_KNOWN = /, (?:(?:the|our|his|her|their|my|a|an|who|from|at|of)\b|\u0001 (?:from|at|of|in|who|with)\b).*$/iu;
/** "Priyanka, please finish it". */
const ADDRESSED = /^([^:–—,]{1,40}), (?:(?:please|can you|could you|would you|kindly) )+([A-Za-zÀ-ɏḀ-ỿ]+)/u;
/** "Fergal, collect her on Fridays". */
const CALLED_ON = /^((?:\u0001|[A-ZÀ-Þ][a-zß-ɏ’'-]+)(?:(?: and| &) (?:\u0001|[A-ZÀ-Þ][a-zß-ɏ’'-]+))?), ([a-zß-ɏ]+) /u;
/** "Day team: Mum to be told." */
const A_TEAM = /\b(?:team|desk|unit|service|duty|office|clinic|ward|hub|centre|school|nursery|surgery|college)$/i;

/** "Ring the school – SW", "Chase speech therapy (Priti, 17/01)", "Medical — Dr Osei — 14 June". */
function atTheEnd(said: string, nobody: PhraseList): boolean {
  const parts = said.split(/\s[–—-]\s|[()[\]]|:\s|\.\s|\s[–—-](?=[A-ZÀ-ÞĀ-ɏḀ-ỿ]|\u0001)/u).slice(1);
  return parts.some((part) =>
    part.length < 80 && part.split(/,|;|\/|&|\band\b|\bby\b|\bwith\b|\+/u).some((piece) => isOwner(piece.trim(), nobody)),
  );
}

/** "Incident form, K. Barlow, before end of shift": after a thing, a name alone between commas is whose it is. */
function afterComma(said: string, [first]: readonly Clause[], nobody: PhraseList): boolean {
  if (first.form !== 'topic' && !first.passive) return false;
  const pieces = said.split(/,\s/).slice(1);
  const at = pieces.findIndex((piece) => isOwner(piece.trim(), nobody));
  return at >= 0 && pieces.slice(at + 1).every((piece) => /^(?:\d|(?:by|before|on|in|at|from|this|next|each|every|until|within|tomorrow|today|weekly|asap|[a-z]+day)\b)/i.test(piece.trim()));
}

function isOwner(words: string, nobody: PhraseList): boolean {
  return OWNER.test(words) && !DOING_VERBS.has(words.replace(/\.$/, '').toLowerCase()) && !leavesNobody(words, nobody) && !CALENDAR.test(words) && !/^(?:TBC|TBA|ASAP|NA|N|PM|AM|CP|CIN|AND|NFA)$/.test(words);
}

const CALENDAR = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Christmas|Easter|Ongoing|Today|Tomorrow|Urgent|Weekly|Done|Next|Spring|Summer|Autumn|Winter)/;

/** "To be completed by Priti", and not "by Friday". */
function byWhom(said: string): boolean {
  return [...said.matchAll(/\bby (?:the |our )?(\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ]*|(?:[a-z]+ ){1,2}team\b)/gu)].some(([, by]) => by === PERSON || !CALENDAR.test(by));
}

/**
 * How an action is put: somebody "to do" or "will do" something, something "to be done", an order, a name after a dash.
 * It reads words in which people are `PERSON`, and does not know which of them will do as an owner.
 */
import { isIrregular } from '../../words/irregulars.js';
import { needsDoing } from './commitments.js';
import { DOING_VERBS, PERSON, THINGS, wordsOf } from './words.js';

/** A clause of an action. */
export interface Clause {
  /** `task`: somebody or something to do, or to be done. `order`: opens with a verb. `account`: "Nan rings". `topic`: no verb. */
  readonly form: 'task' | 'order' | 'account' | 'topic';
  /** Before the verb; '' but for a task. */
  readonly subject: string;
  /** "To be seen", "will be done": who does it is not the subject. */
  readonly passive: boolean;
  /** From the main verb on, without "to be" where passive. */
  readonly verb: string;
}

/** The clauses of an action's words, in order; at least one. */
export function clausesOf(said: string): readonly Clause[] {
  const pieces = withoutAsides(said).split(BOUNDARY).filter((piece) => /[A-Za-zÀ-ɏḀ-ỿ\u0001]/u.test(piece));
  const first = clauseOf(pieces[0] ?? '');
  // "Uncle Marek — sorts the boiler".
  const tells = /^(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+)\s?[–—:-]+ [a-zß-ɏḀ-ỿ]+s \S/u.test(said) && !THINGS.has(wordsOf(pieces[1] ?? '')[0] ?? '');
  if (tells) return [first, { form: 'account', subject: '', passive: false, verb: pieces[1] ?? '' }];
  // "Ask Mum, Dad and Nan to come": whom an order names is not who carries it out.
  return [first, ...pieces.slice(1).filter((piece, i) => first.form !== 'order' || i > 0 || goesOn(piece) || !/, /.test(said.slice(0, said.indexOf(pieces[1])))).map(clauseOf)];
}

/** "Keep the chart on the fridge, and show it to Leo". */
function goesOn(piece: string): boolean {
  const verb = /^(?:and |then )+([a-z]+) /.exec(piece);
  return verb !== null && DOING_VERBS.has(verb[1]);
}

/** "Grace (therapist) to ring" is Grace's task; "(Priti to ring)" is one of its own. */
function withoutAsides(said: string): string {
  return said.replace(/ ?\(([^()]*)\)/gu, (aside, inner: string) => (/\b(?:to|will)\b/.test(inner) ? aside : ''));
}

const BOUNDARY = /[.;:!?](?:\s|$)|, |\s[–—-]+\s|\s?[()]\s?|\s\/\s/u;
const MODAL = String.raw`(?:to|will|shall|must|should|please|needs? to|(?:is|are) (?:going |due )?to|ha(?:s|ve) (?:agreed|offered|to)(?: to)?|agree[sd]? to|offer(?:s|ed) to|can|could|would|['’]ll|might)`;
const TASK = new RegExp(String.raw`^(.{1,90}?)(?:\s|(?=['’]ll))${MODAL} ((?:also |then |both |now |each |all |not |continue to (?=be ))*)(be |get )?([A-Za-zÀ-ɏḀ-ỿ’'-]+)(.*)$`, 'u');
const TO_WHOM = /^(?:the|a|an|his|her|their|my|our|your|this|these|that|all|any|each|school|court|college|nursery|parenting|[A-Z\u0001].*)$/u;

/** "Where to live next", "Who has Leo at half-term": what is still to be settled. */
const ASKED = /^(?:who|whom|whose|where|what|which|how|when) (?!is\b.* (?:is|are) |will:)/i;

/** "Ask whether the wait can be shorter" speaks of the wait. */
const ASKS = /\b(?:whether|why)\b/;

function clauseOf(piece: string): Clause {
  const wished = WISHED.exec(piece.trim());
  if (wished) return wished[2] === undefined ? { form: 'task', subject: wished[1], passive: false, verb: wished[4] } : { form: 'task', subject: wished[1], passive: true, verb: wished[3] };
  const text = piece.trim().replace(/^(?:and|then|but|so|also|please|both|(?:it (?:is|was|has been) )?(?:agreed|decided|recommended|planned)(?: that)?|\u0001 (?:have |has )?(?:agreed|decided) that|that|plan (?:is )?(?:for)?|(?:the )?(?:next step|plan|task|aim) (?:is|will be)(?= to )|action|needs?(?= to ))\s+/i, '');
  const words = wordsOf(text);
  if (words.length === 0 || ASKED.test(text)) return { form: 'topic', subject: '', passive: false, verb: text };
  if (isOrder(text, words)) return { form: 'order', subject: '', passive: false, verb: text };
  const whole = `${text} `.replace(/\s+$/, '');
  const needed = needsDoing(whole);
  if (needed) return { form: 'task', subject: needed.what, passive: true, verb: needed.done };
  const open = /^[Tt]o (?=[a-zß-ɏḀ-ỿ])/u.exec(whole);
  if (open) {
    const passive = /^[Tt]o be ([A-Za-zÀ-ɏḀ-ỿ]+)/u.exec(whole);
    return passive && isParticiple(passive[1]) ? { form: 'task', subject: '', passive: true, verb: whole.slice(6) } : { form: 'order', subject: '', passive: false, verb: whole.slice(3) };
  }
  const task = TASK.exec(whole);
  if (task && !ASKS.test(task[1]) && (task[3] !== undefined || !TO_WHOM.test(task[4]))) {
    const [, subject, , be, word, rest] = task;
    const next = /^ ?(?:[A-Za-zÀ-ɏḀ-ỿ]+ly )?([A-Za-zÀ-ɏḀ-ỿ]+)/u.exec(/ly$/.test(word) ? rest : '');
    const passive = be !== undefined && (isParticiple(word) || (next !== null && isParticiple(next[1])));
    return { form: 'task', subject, passive, verb: passive || be === undefined ? word + rest : be + word + rest };
  }
  if (tellsOf(text)) return { form: 'account', subject: '', passive: false, verb: text };
  return { form: 'topic', subject: '', passive: false, verb: text };
}

/** "Leo rang me to say": what somebody did is told before "to". */
function tellsPast(subject: string): boolean {
  for (const [, had, verb] of subject.matchAll(/\u0001(?:['’](?:ve|d|s))? (?:(?:[a-z]+ly|also|then|both|has|have) )*(had )?([a-z]+)/gu)) if (isDone(verb) || (had !== undefined && !isParticiple(verb))) return true;
  return false;
}

/** A past of its own, and no order in the same word ("put", "read"); what was agreed is still to be done. */
function isDone(verb: string): boolean {
  if (/^(?:agreed|offered|booked|planned|decided|need|needed|due)$/.test(verb)) return false;
  return (/[^e]ed$/.test(verb) && verb.length > 4) || (isIrregular(verb, 'past') && !DOING_VERBS.has(verb));
}

/** "That work be undertaken", "that Mum ring": what is recommended in the manner of a court. */
const WISHED = /^That ([^.;:,]{1,60}?) (?:(be) ([a-zß-ɏ]+(?:ed|en|ought|ade|one|iven|eld|ept)\b.*)|((?:reduce|attend|ring|engage|undertake|complete|meet|see|take|keep|provide|continue|refer|arrange|make|find|visit|seek|work|have|give|remain|return|live|move|stop)\b(?! of\b).*))$/u;

/** "Post the form", and not "Post office trip". */
const THINGS_TOO = /^(?:post|log|pop|loan|query|quote|fax|flag)\b/i;

/** "Chase the health visitor", and not "Work with Leo" or "Support for Mum", which could be either and are read as things. */
function isOrder(text: string, words: readonly string[]): boolean {
  // "Sleeps at Nan's", in a row that says who.
  if (/^[A-Z][a-z]+s /.test(text) && !THINGS.has(words[0]) && (DOING_VERBS.has(words[0].slice(0, -1)) || DOING_VERBS.has(words[0].replace(/es$/, ''))) && /^(?:at|in|on|over|in|him|her|them|his|her|their|the|a|an|every|each|round|up|after|my|our|me|us|tea|\u0001)$/.test(words[1] ?? '')) return true;
  if (!DOING_VERBS.has(words[0]) || (THINGS_TOO.test(text) && !/^\S+ (?:(?:the|an?|his|her|their|my|our|your|him|them|it|this|that|up|off|on|round|in|into|all|both|every|each) |\u0001|[A-ZÀ-Þ])/u.test(text))) return false;
  if (/^(?:visits?|contact|work|test|report|place|plan|review|call|check|support|help|talk|visit|start|record|message|text|email|drop|show|walk|update|referral) (?:to be|will be|with|for|of|to \u0001|around|and [A-Za-zÀ-ɏḀ-ỿ]+ to be)\b/iu.test(text)) return /^(?:check|call|talk|help|start|show|walk|text|email|message|report) (?:with|to \u0001|for|of)/iu.test(text);
  return words.length > 1;
}

/** Somebody does something: "Nan rings", "Phil and Marek cook", "I ring". */
function tellsOf(text: string): boolean {
  const after = /^(?:(?:the|our|both|[a-zß-ɏḀ-ỿ-]+['’]s) )?(?:(?:on|every|each|at|from|by|before|after|until|in|when|whenever|once|if)\b[^,.;:]{0,40}?)?\u0001(?:(?:,| and| &| or|\/) ?(?:the |our )?(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+))*(?: (?:from|at) (?:the |our )?(?:\u0001|[A-ZÀ-Þ][a-zß-ɏ]+)(?: [A-ZÀ-Þ][a-zß-ɏ]+)?)?(?:['’](?:s|m|re|ve|d))? ([A-Za-zÀ-ɏḀ-ỿ’']+)(.*)$/iu.exec(text);
  if (after) {
    const word = after[1].toLowerCase();
    const does = DOING_VERBS.has(word) || DOING_VERBS.has(word.replace(/e?s$/, '')) || DOING_VERBS.has(word.replace(/s$/, '')) || /^(?:is|are|has|have|does|can|who|will)$/.test(word);
    // "Nursery fees" and "Mum's birthday" are matters; "Nan sleeps over on Fridays" is told at more length.
    return !THINGS.has(word) && !/^(?:for|with|of|to|re|about|around|on|at|in|and|by|from|via|as)$/.test(word) && (does || wordsOf(after[2]).length >= 2);
  }
  const listed = /^(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+)(?:, (?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+))*,? (?:and|&) (?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+) ([a-zß-ɏḀ-ỿ]+)/u.exec(text);
  if (listed && DOING_VERBS.has(listed[1]) && !THINGS.has(listed[1])) return true;
  const named = /^(?:(?:On|Every|Each|From|By|Before|After|Until|In|This|Next|Tonight|Tomorrow|Today) ?(?:[A-Za-z\d]+ ){0,3}?)?(?:Our )?[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+)? ([a-zß-ɏḀ-ỿ]+?)e?s \S/u.exec(text);
  return named !== null && !DOING_VERBS.has(wordsOf(text)[0]) && !THINGS.has(named[1]) && (named[1] === 'ha' || DOING_VERBS.has(named[1]) || DOING_VERBS.has(`${named[1]}e`));
}

function isParticiple(word: string): boolean {
  return (/ed$/.test(word) && word.length > 4) || isIrregular(word.toLowerCase(), 'participle');
}

/** The words say what has been done, not what is to be: "Referred on 3 June", "Priti rang the school". */
export function hasHappened(said: string): boolean {
  // What somebody says is an account, whatever they speak of.
  if (/^(?:(?:the |our )?\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+)(?:(?:,| and| &) ?(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+))* (?:said|says|thinks|thought|feels|felt|told|wants|wanted|likes|knows|knew|noted|reported|reports|asked (?:that|if|whether|why|how|who|about))\b(?!.*\b(?:will|would)\b)/u.test(said)) return true;
  if (/^(?:the |our )?\u0001(?:(?:,| and| &) ?\u0001)* (?:has|have|had|was|were) (?:already |also |now |all |both |just )*been (?!asked to\b|agreed\b)[a-z]/u.test(said)) return true;
  const had = HAD.exec(said);
  if (had && isParticiple(had[1]) && !/^(?:agreed|offered|promised|volunteered|undertaken|planned|decided|booked|asked|got|had)$/.test(had[1]) && !TO_COME.test(had[2])) return true;
  const before = said.indexOf(' to ');
  if (before > 0 && before < 90 && tellsPast(said.slice(0, before)) && !/\b(?:will|is to|are to)\b/.test(said)) return true;
  const start = /^(?:\u0001(?:(?:,| and| &) ?\u0001)* )?(?:(?:already|also|have|has|had|has now|have now) )?([A-Za-zÀ-ɏḀ-ỿ]+)(.*)$/u.exec(said);
  if (!start) return false;
  const [, word, rest] = start;
  const first = word.toLowerCase();
  if (/^(?:agreed|planned|decided|booked|need|needed)$/.test(first)) return false;
  // "Unannounced visit" is a thing; "Referred to Young Carers" is a deed.
  if (/ed$/.test(first) && !/^(?:$|[ .,;:]+(?:to|with|by|on|the|an?|in|from|his|her|their|that|all|and|for|at|re|about|some|this|not|\u0001|$))/u.test(rest)) return false;
  // "Leo asked to be rung" is told of Leo; "Form to be signed" is to be done.
  if (/^ to be /.test(rest) && !said.startsWith(PERSON)) return false;
  const past = (isIrregular(first, 'past') && !DOING_VERBS.has(first)) || /^(?:done|seen|given|taken)$/.test(first) || (/[^e]ed$/.test(first) && first.length > 4) || (/^(?:was|were|has|had|been)$/.test(first));
  return past && !TO_COME.test(rest);
}

/** "Paulo has put a bolt on the door". */
const HAD = /^(?:the |our )?(?:\u0001|[A-ZÀ-Þ][a-zß-ɏ’'-]+) ha(?:s|ve) (?:already |also |now |both |all )*([a-z]+)\b(.*)$/u;
const TO_COME = /(?:^|[ \u0001])(?:will|agreed to|is to|are to)\b/u;

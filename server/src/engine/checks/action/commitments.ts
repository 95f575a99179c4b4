/**
 * What a sentence of prose leaves to be done, told by its grammar: who is to do it, and how that is put. It reads one
 * sentence, and does not know where that stands or what kind of record it is.
 *
 * A task is what is left for somebody to do from now on:
 * - undertaken: "I'll ring the school", "Ama is going to look it out", "Joy has offered to", "we agreed that Carys will";
 * - laid on somebody: "Ife is to send it", "I need to chase them", "their dad has to sort out his licence", "we must";
 * - left to nobody: "someone should", "the form needs signing", "the nurse should be asked", "the letter should go on file";
 * - ordered or asked for: "Ring the surgery.", "Keep under review.", "Could someone tell me whether …?".
 *
 * No task is what has been done; what is done as a habit ("will always", "will tell anyone who listens") or by a service
 * for anybody; what is wished ("would like", "wants to"), thought possible ("may", "could") or has been said ("she said
 * she would"); what holds only if something happens; what a child will do; what somebody must go through or learn ("has
 * to take two buses", "needs to feel"); how people ought to be treated ("children should be heard"); what is not to be.
 */
import { isIrregular } from '../../words/irregulars.js';
import { saysWhen } from './when.js';
import { DOING_VERBS, isName, PERSON, stemOf } from './words.js';

/** A task in a sentence: its words put as "somebody to do" or "something to be done", and what is needed to take it for one. */
export interface Commitment {
  readonly said: string;
  /** How many of the people before the task are no part of it: in "we agreed that Carys will ask", one. */
  readonly skipped: number;
  /** `you` is asked of whoever reads it, `we` of the writer and others. */
  readonly added: 'you' | 'we' | null;
  /** By whom: told from the one person before the verb. `nobody`: the sentence leaves that open. */
  readonly by: 'person' | 'nobody' | 'reader';
  /** What it takes of the person: `simple` may be a child's too, `errand` any grown-up's, `office` is a worker's. */
  readonly of: 'simple' | 'errand' | 'office';
  /** `noted`: "Leo to ring", which is a task whoever it is; `laid`: "has to", which tells as often how somebody lives. */
  readonly laid: 'noted' | 'laid' | 'undertaken';
}

/** The task of a sentence in which people are `PERSON`, or null. */
export function commitmentOf(sentence: string): Commitment | null {
  const whole = plainly(sentence.endsWith('?') ? courteous(sentence) : sentence);
  if (QUOTED.test(whole) || UNSURE.test(whole) || isConditional(whole)) return null;
  const lead = (CALLED.exec(whole)?.[0] ?? '') + (LEAD.exec(whole.replace(CALLED, ''))?.[0] ?? '');
  const agreed = AGREED.exec(whole.slice(lead.length))?.[0] ?? '';
  const said = whole.slice(lead.length + agreed.length);
  const found = requested(said) ?? left(said) ?? undertaken(said, agreed !== '') ?? (agreed === '' ? ordered(said) : null);
  // "On Friday," behind which the task stands, says when.
  const day = people(lead) === 0 && saysWhen(lead) ? lead : '';
  return found && { ...found, said: `${found.said} ${day}`, skipped: people(lead + agreed) + found.skipped };
}

/** "Would you mind ringing …?", "Any chance you could …?", "When you have a minute, can you …?": "could you". */
function courteous(question: string): string {
  return question
    .replace(/^((?:[A-ZÀ-Þ\u0001][^ ,]*, )?)(?:if|when) (?:you|\u0001) (?:get|have|can)\b[^,?]{0,30}, /i, '$1')
    .replace(/\b(?:are (you|\u0001) (?:able|free|ok|okay) to|(?:is there )?any chance (you|\u0001) (?:could|can)) (?=[a-z])/i, (_, you: string | undefined, other: string | undefined) => `could ${you ?? other} `)
    .replace(/\b(?:(?:would|do) (you|\u0001) mind(?: just)?|(?:is there )?any chance of (you|\u0001)) ([a-z]+)ing\b/i, (_, you: string | undefined, other: string | undefined, cut: string) => `could ${you ?? other} ${stemOf(cut)}`);
}

/** Short forms in full. */
function plainly(whole: string): string {
  const sentence = whole.includes('do with getting') ? whole.replace(/\bcould (?:really |also )*do with getting\b/, 'need to get') : whole;
  if (!/['’]/.test(sentence)) return sentence;
  return sentence.replace(/['’]ll\b/g, ' will').replace(/\u0001['’]m\b/g, '\u0001 am').replace(/['’]re\b/g, ' are').replace(/\u0001['’]ve\b/g, '\u0001 have').replace(/\u0001['’]s (?=going to|to\b|agreed|offered|promised)/g, '\u0001 is ').replace(/\bwon['’]t\b/g, 'will not').replace(/n['’]t\b/g, ' not').replace(/\u0001['’]d (?=better)/g, '\u0001 had ');
}

function people(text: string): number {
  return text.split(PERSON).length - 1;
}

const QUOTED = /^["“‘]/u;
const UNSURE = /\b(?:maybe|perhaps|probably|possibly|hopefully|would (?:like|love|prefer)|no need|nothing)\b/i;

/** "If Dean gets bail"; "ask whether" and "see if" are part of a task. */
function isConditional(said: string): boolean {
  return MAY_BE_CONDITIONAL.test(said) && (/^(?:if|unless|when|whenever|while|where|once|as soon as) /i.test(said) || /\b(?:unless|whenever|whoever|anyone who|in case)\b|(?<!\b(?:ask|check|see|know|find out|tell|confirm|clarify|establish|decide|wonder)(?: [^ ,.;]+){0,2}) if\b/iu.test(said.replace(/(?<=\S )if (?:possible|need be|that['’]s (?:ok|okay|all right)|(?:you|\u0001) (?:can|could|would|get a (?:chance|minute|moment))|(?:\u0001(?:['’]ve| have)) got (?:that|this) right)\b|\bif (?:someone|somebody|(?:one of )?(?:you|\u0001)) could\b/giu, '')));
}

/** A quick look, since most sentences hold none of these. */
const MAY_BE_CONDITIONAL = /\b(?:if|unless|when|whenever|while|where|once|as soon as|whoever|anyone who|in case)\b/i;

/** "Whitlock (Amy, 16)" in front of what is told of her. */
const CALLED = /^[A-ZÀ-Þ\u0001][^.;:?!]{0,40}\([^()]{1,50}\) (?=[A-ZÀ-Þ\u0001])/u;
const LEAD = /^(?:(?:and|also|so|right|then|next|now|meanwhile|anyway|otherwise|finally|lastly|first|plus|but|still|in the meantime|for now|after that|as agreed|as well|(?:on|by|before|after|in|at|from|this|next|today|tomorrow|tonight|with|about|as) [^,.;:]{2,45}(?=,)|today|tomorrow|tonight|this (?:week|morning|afternoon|evening))[,:]? )+(?=\S)/i;
const AGREED = /^(?:(?:it (?:was|is|has been)|\u0001(?:(?:,| and| &) \u0001)*|all|everyone|everybody|the meeting|the group)(?: have| has| all| both| also| then)* |)(?:agreed|decided|settled|planned)(?: that|:) |^(?:\u0001(?:(?:,| and| &) \u0001)*)(?: have| has| all| both| also| then)* (?:agreed|settled) (?=\u0001)|^(?:the )?(?:plan|idea|next step|agreement|task|action|outcome) (?:is|was) (?:that |for )/iu;

const ADVERB = String.raw`(?:(?:also|still|now|then|just|all|both|each|really|seriously|first|next|at least|shortly|personally|definitely|urgently|quickly|together|separately|in turn|clearly|formally) )`;
const OWNED = String.raw`(?:the |our |his |her |their |my |your )?(?:[A-ZÀ-Þa-z][^ ,.;:]*['’]s? (?:[a-z]+ ){0,2})?`;
const WHO = String.raw`(?:[A-ZÀ-Þ][a-zß-ɏ]+ |(?:[Tt]he |[Oo]ur |[Hh]is |[Hh]er |[Tt]heir )?[A-Z]{2,5} )?${OWNED}\u0001(?:(?:,| and| &|\/| or) ${OWNED}\u0001){0,4}(?: (?:the|our|from|at|in|for) [^ ,.;:]+(?: [^ ,.;:]+)?|, [^,.;:]{2,50},| \([^()]{1,50}\))?`;
const NAME = String.raw`(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ][a-zß-ɏḀ-ỿ’'-]+(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][a-zß-ɏḀ-ỿ’'-]+)?|[A-Z]{2,4})(?:(?:,| and| &|\/) ?(?:[A-Z]{2,4}|\u0001))*`;

const WILL = String.raw`(?:will|shall|(?:is|are|am) (?:${ADVERB})*(?:going )?to|to|(?:has |have |is |are )?(?:${ADVERB})*(?:kindly )?(?:agreed|offered|promised|undertaken|undertook|volunteered) to)`;
const LAID = String.raw`(?:(?:will |do |does )?(?:${ADVERB})*(?:needs?|ha(?:s|ve)|had) (?:got )?to|must|should|ought to|had better)`;

/** "Could someone", "Please", and what is as good: "It would help if somebody could". */
function requested(said: string): Commitment | null {
  const unnamed = UNNAMED.test(said);
  const anybody = unnamed ? ANYBODY.exec(said) : null;
  if (anybody) return { said: `Someone to ${anybody[1].replace(/\?$/, '.')}`, skipped: 0, added: null, by: 'nobody', of: 'errand', laid: 'undertaken' };
  const helpful = unnamed ? /^\u0001 would (?:help|be (?:good|useful|helpful|great|kind)) if (?:someone|somebody|one of \u0001) could (.*)$/u.exec(said) ?? /^it would (?:help|be (?:good|useful|helpful|great|kind)) if (?:someone|somebody|one of \u0001) could (.*)$/iu.exec(said) : null;
  if (helpful) return { said: `Someone to ${helpful[1]}`, skipped: 0, added: null, by: 'nobody', of: 'errand', laid: 'undertaken' };
  const asked = READER.exec(said);
  if (!asked) return null;
  const [whole, called, verb] = asked;
  return FOR_READER.test(verb) ? { said: `${PERSON} to ${verb.replace(/\?$/, '.')}`, skipped: people(whole.slice(0, whole.length - verb.length)), added: 'you', by: 'reader', of: called === undefined ? 'errand' : 'office', laid: 'undertaken' } : null;
}

// What most sentences do not hold is looked for first, by a short pattern: a long one takes a moment to prepare.
const UNNAMED = /\b(?:some|any)(?:one|body)\b|\bone of |^a (?:manager|worker|social worker)\b/i;
const ANYBODY = /^(?:(?:\u0001|[A-ZÀ-Þ][a-zß-ɏ]+), )?(?:please )?(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of (?:you|us|\u0001|the team))(?: (?:[a-z]+ |your |\u0001 )?(?:end|there|else|there|in the office))? (?:please |kindly |also )*((?!be\b|have\b|know\b|tell me (?:why|how)\b|explain\b|remember\b|see\b|help me\b)[a-z]+ .*)$/iu;
const READER = /^(?:(\u0001|[A-ZÀ-Þ][a-zß-ɏ]+)(?:,| [–—-]) )?(?:(?:please )?(?:can|could|would|will) (?:you|\u0001)(?: two| both)? (?:please |kindly |also )*|(?:grateful|i['’]d be grateful|\u0001 would be grateful) if (?:you|\u0001) could (?:please |also )?|(?:you|\u0001) were going to |(?:[A-Za-z\u0001]+ ){0,4}please )(?=[a-z])(.*)$/iu;
const FOR_READER = /^(?!(?:ring|phone|text|email|call|tell|ask|bring) (?:me|us|\u0001 when)\b|let me know if\b)(?:let \S+.* know\b|(?:ring|phone|text|email|chase|send|ask|tell|check|arrange|book|refer|find|speak|talk|write|contact|collect|fetch|pick up|follow up|confirm|forward|add|share|update|put in|look|make sure|give|keep|nudge|pop|post|draft|arrange|cover|request|upload|print|bring|drop|complete|fill|sign|visit|see|invite|order|register|return|remind|pass)\b)/iu;

/** What is left to nobody in particular, or to be done by nobody says whom. */
function left(said: string): Commitment | null {
  const nobody: Omit<Commitment, 'said'> = { skipped: 0, added: null, by: 'nobody', of: 'errand', laid: 'laid' };
  const someone = UNNAMED.test(said) ? SOMEONE.exec(said) : null;
  if (someone) return { said: `Someone to ${someone[1]}`, ...nobody };
  if (/^(?:every|all )/i.test(said) && EVERYONE.test(said)) return { said, ...nobody };
  const from = UNNAMED.test(said) ? FROM_SOMEWHERE.exec(said) : null;
  if (from) return { said: `${from[1]} to ${from[2]}`, ...nobody };
  const doing = A_DOING.test(said) ? NEEDS_DOING.exec(said) : null;
  if (doing) return isMatter(doing[1]) ? { said: `${doing[1]} to be ${pastOf(doing[2])}${said.slice(doing[0].length)}`, ...nobody } : null;
  const done = OUGHT_TO_BE.exec(said);
  if (done && !FEELS.test(said) && !TELLS_ON.test(done[4])) {
    const [, subject, how, verb, rest] = done;
    const ofPerson = subject.includes(PERSON) && !/ (?:about|of|for|from|to) [^ ]*\u0001|\u0001['’]s /u.test(subject);
    if (isMatter(subject) && ((ofPerson ? ASKED : DONE).test(verb) || /^kept (?:informed|updated|in the loop|up to date)/.test(verb + rest) || (how === 'to' && BARELY.test(verb)))) return { said: `${subject} to be ${verb}${rest}`, ...nobody };
  }
  const wanting = /^((?:[Tt]he |[Aa]n? )?[A-ZÀ-Þ\u0001][^ ,.;:]*(?: [^ ,.;:]+){0,3}?)(?: still)? (?:needed|required)\.$/u.exec(said);
  if (wanting && !/^(?:No|Not|Nothing|None|Nobody|More|Much|As|If|Help|Support|What|All)\b/.test(said) && isMatter(wanting[1])) return { said: `${wanting[1]} to be arranged.`, ...nobody };
  const due = /^to be (complete|completed|ready|finished|done|in place|sent|signed|booked)\b(.*)$/iu.exec(said);
  if (due) return { said: `Work to be ${due[1] === 'complete' ? 'completed' : due[1]}${due[2]}`, ...nobody };
  const wanted = / needs? an? /.test(said) ? NEEDS_A.exec(said) : null;
  if (wanted) return { said: `A ${wanted[1]} to be made${wanted[2]}`, ...nobody };
  const there = /^there/i.test(said) ? STILL_THERE.exec(said) : null;
  if (there && DONE.test(there[2])) return { said: `${there[1]} to be ${there[2]}${there[3]}`, ...nobody };
  const goes = A_GOING.test(said) ? SHOULD_GO.exec(said) : null;
  return goes && isMatter(goes[1]) && !FEELS.test(said) ? { said: `${goes[1]} to be put ${goes[2]}`, ...nobody } : null;
}

const SOMEONE = new RegExp(String.raw`^(?:some(?:one|body)|one of \u0001|a (?:manager|worker|social worker))(?: else)? (?:${LAID}|will need to|could|to|will(?= (?:be in (?:touch|contact)|ring|phone|call|contact|get (?:back|in touch)|visit|follow)\b)) (?:${ADVERB})*(?!be (?!in touch|in contact)|have\b|know\b|feel\b)([a-z].*)$`, 'iu');
const EVERYONE = /^(?:every(?:one|body)|all(?: (?:of \u0001|parties|agencies|professionals|workers|partners|involved|concerned))?) (?:to|(?:will )?needs? to) (?!be (?!kept|informed|told|sent|given)|have |feel|know)[a-z]+ /iu;
/** "Someone from the alcohol service will be in touch": which service is known, though not who. */
const FROM_SOMEWHERE = new RegExp(String.raw`^(some(?:one|body) (?:from|at|in)(?: (?!(?:is|are|was|has|had|who|that|came|said|rang|wants)\b)[^ ,.;:]+){1,6}?) (?:will|is going to|to) (?:${ADVERB})*(?!have\b|know\b|feel\b|always\b)([a-z].*)$`, 'iu');
const FEELS = /\b(?:because|so that|have been|by (?:their|his|her|anyone|people))\b/;
/** Whether what stands before the verb is one thing or person, and no sentence of its own. */
function isMatter(subject: string): boolean {
  const words = subject.split(' ');
  return words.length <= 9 && !/^(?:it|this|that|these|those|there|he|she|they|everyone|everything|nobody|nothing|children|families|parents|people|young people|all)$/i.test(subject) && !TELLING.test(subject) && !words.some((word) => isIrregular(word, 'past'));
}

const TELLING = /\b(?:am|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does|do|did|not|who|which|that|what|how|if|because|when|says?|said|thinks?|feels?|wants?|knows?|told|asked)\b/iu;

const DOINGS = ['chasing', 'booking', 'arranging', 'sending', 'updating', 'filing', 'ringing', 'finishing', 'completing', 'writing', 'typing', 'signing', 'renewing', 'replacing', 'fixing', 'mending', 'repairing', 'sorting', 'paying', 'checking', 'finding', 'ordering', 'applying', 'telling', 'asking', 'returning', 'scanning', 'uploading', 'printing', 'translating', 'correcting', 'seeing to', 'looking at', 'looking into', 'following up', 'picking up', 'filling in', 'handing in', 'setting up', 'putting right', 'reading', 'moving', 'measuring', 'referring', 'transferring', 'collecting', 'confirming', 'discussing', 'rearranging', 'rebooking', 'getting', 'doing', 'drafting', 'sharing', 'closing', 'thinking about', 'exploring', 'progressing', 'considering', 'addressing', 'unpicking', 'assessing', 'reviewing', 'investigating', 'escalating', 'allocating', 'convening', 'pinning down', 'bottoming out', 'firming up', 'ironing out', 'tightening up', 'nailing down', 'clarifying', 'challenging', 'raising', 'picking up with', 'taking forward', 'talking through', 'thinking through', 'working out'];
const A_DOING = / (?:needs?|wants?|could do with) [a-z]+ing\b/;
/** Office work, and repairs; a house that "needs cleaning" is as it is. */
const NEEDS_DOING = new RegExp(String.raw`^((?:[Tt]he |[Hh]is |[Hh]er |[Tt]heir )?[A-ZÀ-Þa-z\u0001][^.;:?]{0,70}?) (?:${ADVERB})*(?:needs?|wants?|could do with) (${DOINGS.join('|')})\b`, 'u');

/** "The form still needs doing": what, and "done" with what follows. */
export function needsDoing(piece: string): { readonly what: string; readonly done: string } | null {
  const found = NEEDING.exec(piece);
  return found && { what: found[1].trim(), done: pastOf(found[2]) + piece.slice(found[0].length) };
}

const NEEDING = new RegExp(String.raw`^([^.;:?]{0,70}?)(?:^|\s)(?:still |also |now )*(?:needs|wants) (${DOINGS.join('|')})\b`, 'u');

const PASTS: Readonly<Record<string, string>> = { sending: 'sent', ringing: 'rung', writing: 'written', paying: 'paid', finding: 'found', telling: 'told', 'seeing to': 'seen to', 'putting right': 'put right', reading: 'read', getting: 'got', doing: 'done', 'thinking about': 'thought about', 'thinking through': 'thought through', 'taking forward': 'taken forward', clarifying: 'clarified', 'setting up': 'set up', referring: 'referred', transferring: 'transferred', applying: 'applied' };
function pastOf(doing: string): string {
  return PASTS[doing] ?? doing.replace(/ing\b/, 'ed');
}

const OUGHT_TO_BE = new RegExp(String.raw`^((?:[Tt]he |[Hh]is |[Hh]er |[Tt]heir |[Aa]n? )?[A-ZÀ-Þa-z\u0001][^.;:?]{0,70}?) (${LAID}|will (?:need|have) to|(?:is|are) (?:still|yet) to|to) (?:${ADVERB})*be (?:${ADVERB})*([a-z]+)\b(.*)$`, 'u');
/** "Mum to be supported", and not "Mum should be". */
const BARELY = /^(?:kept|supported|encouraged|monitored|involved|included|helped|seen|visited|promoted|maintained|addressed|assessed|offered)$/;
/** What one does with a person whom one wants something of. */
const ASKED = /^(?:asked|contacted|invited|rung|phoned|emailed|chased|registered|referred|booked|told|spoken|weighed|measured|allocated|thanked|informed|notified|reminded|interviewed|consulted|warned|given|sent|shown)$/;
const DONE = /^(?:asked|contacted|invited|rung|phoned|emailed|written|sent|chased|registered|referred|booked|arranged|ordered|updated|filed|completed|finished|signed|filled|renewed|replaced|fixed|mended|repaired|checked|shared|forwarded|copied|typed|uploaded|printed|paid|found|followed|spoken|allocated|returned|submitted|prepared|drafted|removed|corrected|cleared|collected|picked|brought|installed|fitted|informed|notified|reminded|alerted|raised|confirmed|clarified|scanned|translated|identified|obtained|sought|requested|told|reported|started|begun|recorded|added|put|looked|thought|considered|explored|sorted|discussed|reviewed|made|rebooked|redone|rearranged|rewritten|done)$/;
export const PAPERS = String.raw`(?:letters?|reports?|forms?|records?|notes?|lists?|chronology|genogram|minutes|copy|copies|referral|files?|photos?|photographs?|address|emails?|statement|drawing|certificate|application|summary|number|details|alert|log)`;
/** "This needs a referral to the speech clinic": what an office does, and not what a gate needs. */
const NEEDS_A = /^[^,.;:?]{2,60}? (?:still |also |now |really )*needs? an? ((?:[a-z-]+ )?(?:referral|phone call|call|visit|date|follow-?up|reminder|nudge|appointment))((?: (?:to|from|for|with|about|on) [^?]*)?[.;])$/u;
/** "There is still a letter to be written to the landlord". */
const STILL_THERE = /^there(?: is| are|['’]s) (?:still |also )*(?:an?|the) ([^,.;:?]{2,50}) to be ([a-z]+)\b(.*)$/iu;
const A_GOING = / (?:go|come|be) (?:on|to|in|into|with|back|off|out|onto|up)\b/i;
/** "The letter about Hamza should go on the file". */
const SHOULD_GO = new RegExp(String.raw`^((?:[A-ZÀ-Þa-z\u0001][^.;:?]{0,50} )?${PAPERS}(?: (?:about|of|for|from|to|with) [^,.;:?]{1,30})?) (?:${LAID}|to) (?:go|come|be) ((?:on|to|in|into|with|back|off|out|onto|up)\b.*)$`, 'iu');

/** Somebody will, has agreed to or has to do something that can be seen. */
function undertaken(said: string, agreed: boolean): Commitment | null {
  const found = (agreed ? BY_AGREEMENT : BY_SOMEBODY).exec(said);
  if (found) {
    const [, who, how, verb] = found;
    if (STANDING.test(verb) || (!who.includes(PERSON) && (NO_NAME.test(who) || DOING_VERBS.has(who.toLowerCase()) || (how === 'to' && !isName(who) && !/^[A-Z]{2,4}\b/.test(who))))) return null;
    const of = SIMPLE.test(verb) ? 'simple' : ERRAND.test(verb) ? 'errand' : agreed || OFFICE.test(verb) || how === 'to' ? 'office' : null;
    return of && { said: `${who.replace(/(?: (?:the|our|from|at|in|for) [^\u0001]*|, [^\u0001,]*,| \([^()]*\))$/u, '')} to ${verb}`, skipped: 0, added: null, by: 'person', of, laid: how === 'to' ? 'noted' : IS_LAID.test(how) ? 'laid' : 'undertaken' };
  }
  const doing = BY_DOING.exec(said);
  if (doing && !DOING_NOW.test(said)) return { said: `${doing[1]} to ${doing[2]}`, skipped: 0, added: null, by: 'person', of: 'errand', laid: 'undertaken' };
  const together = /^let (?:['’]s|us) (.*)$/i.exec(said.replace(/^let['’]s/i, "Let 's"));
  return together && OFFICE.test(together[1]) ? { said: `${PERSON} to ${together[1]}`, skipped: 0, added: 'we', by: 'reader', of: 'office', laid: 'undertaken' } : null;
}

const BY_SOMEBODY = new RegExp(String.raw`^(${WHO}|${NAME}) (?:${ADVERB})*(${LAID}|${WILL}) (?:${ADVERB})*([a-z].*)$`, 'u');
const IS_LAID = new RegExp(`^${LAID}$`, 'u');
const BY_AGREEMENT = new RegExp(String.raw`^(${WHO}|${NAME}) (?:${ADVERB})*(${LAID}|${WILL}|would) (?:${ADVERB})*([a-z].*)$`, 'u');
/** "Desmond is taking the cost to the meeting": what is on its way to be done. */
const BY_DOING = new RegExp(String.raw`^(${WHO}|${NAME}) (?:is|are|am) (?:${ADVERB})*((?:taking [^.;:]{1,60}? to|chasing|booking|emailing|ringing|phoning|sending|bringing|arranging|organising|ordering|applying|collecting|fetching|looking into|finding out|writing (?:to|up)|drafting|following (?:this |it |that )?up|putting (?:in|a|the|\u0001)|asking (?:the|\u0001|whether|if|for)|picking|dropping|speaking (?:to|with)|typing|referring|making (?:an? )?(?:referral|call|appointment|application))(?![a-z]).*)$`, 'u');
const DOING_NOW = /\b(?:always|often|currently|already|every|each|who|because|advice|help|medication|tablets)\b/i;
const NO_NAME = /^(?:it|this|that|these|those|there|what|which|who|nobody|nothing|everything|everyone|everybody|anyone|anybody|someone|somebody|something|he|she|they|all|both|none|children|families|parents|people|neither|either|time|things?)\b/i;
/** How it always is, or is not to be, or for anybody. */
const STANDING = /^(?:the|his|her|their|its?|this|that|an?|not|never|always|often|usually|normally|sometimes|generally|gladly|happily|only|no longer|be|have|feel|know|need to feel)\b(?! a (?:word|chat|look|think))|\b(?:anyone|anybody|whatever|every time|as (?:he|she|they|it) (?:always|has|have|did)|\u0001 always)\b/iu;
const BODY = String.raw`(?:(?:the|a|an|his|her|their|my|our|your|him|them|it|this|that|me|us|[A-ZÀ-Þ][a-zß-ɏ]+)\b|\u0001)`;
/** What even a child may have said they will see to. */
const SIMPLE = /^(?:ring|phone|email|book|apply|register|chase|fill in|take (?:\u0001|him|her|them) (?:[^ ]+ ){0,2}?to)(?![a-z])/u;
/** What anybody may be asked to see to, and has done or not. */
const ERRAND = new RegExp(String.raw`^(?:ring|phone|email|e-mail|text|message|write\b|send|chase|book|arrange|find out|find (?:the|a|an|his|her|their|someone|somebody|another|out)\b|look (?:into|out)\b|check|contact|collect|fetch|pick up|drop (?:off|round|in)\b|print|fill (?:in|out)\b|draft|order|apply|refer|register|enrol|fix|mend|repair|measure|follow (?:this |it |that )?up|request|pass (?:on|this|it|that|the)|forward|scan|upload|file|introduce|organise|organize|set up|buy|sign|report|notify|confirm|dig out|replace|renew|return (?:the|it|his|her|their|my)|submit|get (?:hold|on to|onto|in touch|back to|${BODY})|keep (?:tabs|an eye)|give (?:[^ ]+ ){1,3}an? (?:ring|bell|call|buzz|nudge|shout|text|tinkle)|nudge|bleep|ping|badger|rebook|rearrange|reschedule|let \S+.* (?:know|have)\b|speak (?:to|with)|talk (?:to|with)|have a (?:word|chat|look)|ask|bring|take (?:\u0001|[Hh]im|[Hh]er|[Tt]hem|it|this|the [a-z]+) (?:[^ ]+ ){0,2}?(?:to|up|over|for|round|back)\b|put (?:in (?:for|a|the)|together|up|${BODY})|make (?:an? (?:appointment|referral|list|copy|call|application)|contact|arrangements|enquiries|inquiries|sure)|sort (?:out|the|${BODY})|hand (?:in|over)|copy|lend|invite|see (?:if|whether|about|to)\b|come back to|go (?:back to|through|over)|remember to|look up|write)(?![a-z])`, 'u');
/** What only workers undertake, and what leaves open what they do. */
const OFFICE = /^(?:get (?:[^ .,;]+ ){1,6}(?:going|moving|started|sorted|under ?way|in place|up and running|off the ground|on board|nailed|pinned down)|hold (?:an?|the)|convene|chair|organise|undertake|carry out|conduct|give (?:this|that|it|some)|keep (?:us|me|\u0001|everyone|everybody|each other)|keep (?:[a-z]+ing|tabs|track)|make contact|be in contact|reflect|tell|explain|share|show|thank|say sorry|apologise|update|complete|finish|prepare|give (?:\u0001|him|her|them|the)|raise|discuss|liaise|do (?:the|a|an|some|something|more)|type|read|visit|meet|call|pay|add|record|review|consider|explore|monitor|support|encourage|continue|carry on|keep (?:an eye|under|monitoring|on|in touch|in contact|trying|things|this|\u0001 (?:in|up|informed))|look at|think (?:about|through|more)|work (?:with|on|together|out)|touch base|catch up|get (?:a grip|to grips|on top|moving|this|to the bottom|things)|pull together|promote|oversee|assess|offer|provide|engage|be in touch|pick this up|take (?:this|it|that) (?:forward|up|back)|move this|tie up|follow)(?![a-z])/u;

/** An order to nobody in particular. Nouns that are verbs too must go on as a verb does. */
function ordered(said: string): Commitment | null {
  const order = said.replace(/^(?:to|need to|please) (?=[a-z])/i, '');
  const capital = order === said ? order : order[0].toUpperCase() + order.slice(1);
  if (!ORDER.test(capital) || TELLS_ON.test(capital)) return null;
  return { said: capital, skipped: 0, added: null, by: 'nobody', of: 'errand', laid: 'undertaken' };
}

/** What an order begins with, behind which anything may stand … */
const ORDERS = 'Chase|Email|Arrange|Refer|Explore|Liaise|Ascertain|Clarify|Identify|Obtain|Apply|Invite|Notify|Inform|Ensure|Continue to|Carry on|Think about|Find out|Follow (?:this |it )?up|Speak (?:to|with)|Talk (?:to|with)|Look into|Write (?:to|up)|Sort out|Make sure|Remember to|Keep (?:under review|an eye|on top|monitoring|things under|case under|in view)|Get (?:hold|back to|on to|in touch)|Send|Ask|Tell|Find|Give|Bring|Fetch|Collect|Add|Pass|Remind|Encourage|Promote|Monitor|Discuss|Complete|Update|Send off|Fill in';
/** … and what is a noun as well. */
const OR_NOUNS = 'Ring|Phone|Text|Message|Request|Book|Contact|Order|Check|Visit|Call|File|Copy|Print|Sign|Pay|Buy|Get|Put|Take|Draft|Review|Record|Report';
const ORDER = new RegExp(String.raw`^(?:(?:${ORDERS}) [a-z\u0001A-ZÀ-Þ\d]|Keep under review|(?:${OR_NOUNS}) ${BODY}(?! (?:is|was|has|had)\b))`, 'u');
/** The first words of orders, by which a sentence that may be one is told at a glance. */
export const ORDERING = [...new Set([...`${ORDERS}|${OR_NOUNS}`.matchAll(/(?<=^|\|)[A-Z][a-z]+/g)].map(([word]) => word))].join('|');
/** "Contact the family has had", "Send was", told rather than asked. */
const TELLS_ON = /^[^,;]*?\b(?:was|were|is|are|did|has|had|been|went|said|says)\b(?<!\b(?:whether|what|how|who|which|that|when|where|why|if|as|while|because|since|until|before|after)\b.*)/u;

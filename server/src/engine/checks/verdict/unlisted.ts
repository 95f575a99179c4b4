/**
 * What somebody is in words that no list has, where the words around them tell that it is a verdict: "short with
 * reception", "can be quite grand". It does not know who is judged.
 */
import { JOINED, type Tokens } from '../../words/tokens.js';
import { MOST_DEGREES, endsThere, judged } from './judged.js';
import type { Words } from './words.js';

/** "Short with reception", "a bit queenly with staff", at token `at`: what somebody is with those at work, where it is nothing kind, nor felt. */
function shortWith(tokens: Tokens, at: number): number {
  const { count, forms, gaps } = tokens;
  const end = rarelyKind(tokens, at);
  if (end === 0 || end + 1 >= count || !(forms[end] === 'with' || forms[end] === 'towards') || gaps[end] !== JOINED) return 0;
  const whom = forms[end + 1] === 'the' || forms[end + 1] === 'duty' ? end + 2 : end + 1;
  return whom < count && AT_WORK.has(forms[whom]) ? whom + 1 : 0;
}

/**
 * Where "grand" ends, behind "can be quite" or "found her very": a word for what somebody is like that is no participle, nor
 * kind, nor felt. Of what people are like when it is told so, nearly all the rest is a verdict.
 */
export function rarelyKind(tokens: Tokens, at: number): number {
  const { count, forms, gaps } = tokens;
  let how = at;
  while (how < at + MOST_DEGREES && how < count && gaps[how] === JOINED && (HOW_MUCH.has(forms[how]) || (forms[how] === 'a' && HOW_MUCH.has(forms[how + 1])) || (forms[how].endsWith('ly') && !endsThere(tokens, how + 1)))) how++;
  return how < count && gaps[how] === JOINED && forms[how].length > 3 && /^[a-z]+$/.test(forms[how]) && !/(?:ed|ing|en|self|ose|ard|ught)$/.test(forms[how]) && !NO_VERDICT.has(forms[how]) && endsThere(tokens, how + 1) ? how + 1 : 0;
}

/** Where what somebody is ends that no list has, told from token `from`, `at` being the first that is no small word. */
export function unlisted(words: Words, tokens: Tokens, from: number, at: number, manner: number): number {
  const too = tokens.forms[at - 1] === 'too' && at > from ? judged(words, tokens, from, at - 1) : 0;
  return too || (tokens.forms.slice(from, at).includes('can') ? rarelyKind(tokens, manner) : shortWith(tokens, manner));
}

export const HOW_MUCH = new Set('very quite rather extremely somewhat increasingly too bit little touch so really fairly pretty'.split(' '));
const AT_WORK = new Set('me us staff reception receptionist receptionists workers worker professionals teachers nurse nurses midwife duty desk office supervisor'.split(' '));
const NO_VERDICT = new Set('able about affectionate alone angry anxious asleep away back before best better blunt both brave bright brief brilliant busy calm candid careful chatty clear clever cold comfortable confident consistent content courteous creative cross dead different direct dizzy done down drowsy each early ease easy energetic familiar fast felt fine firm forgetful formal found frank free friendly from funny furious fussy generous gentle gone good great happy held helpful here home honest hungry hurt important into itchy kept kind late left less likely lively lonely loud lovely more nervous nice noisy okay only over paid pale part patient picky playful pleasant polite poorly popular protective proud quick quiet read ready respectful responsible safe sensitive shown sick silly sleepy slow small sociable soft sore straight strong such supportive sure talkative tall tearful tender than that there thin thirsty this thoughtful told unconscious under unhappy unresponsive unsure until unwell upfront upset warm well wheezy where which with worse'.split(' '));

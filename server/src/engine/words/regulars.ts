/**
 * The regular endings -s, -ed and -ing of English, in British spelling, with their doubled consonants. It does not
 * know which words are irregular, nor whether a word is a noun or a verb.
 */
import { splitPrefix } from './irregulars.js';
import { doublesL } from './spelling.js';

/** The plural and third person: wishes, families, stomachs. */
export function regularS(base: string): string {
  if (consonantY.test(base)) return base.slice(0, -1) + 'ies';
  if (/(^|qu)[^aeiou]*[aeiou]z$/.test(base)) return base + 'zes';
  if (hardCh.test(base)) return base + 's';
  if (/(s|x|z|ch|sh)$/.test(base) || esAfterO.has(splitPrefix(base)[1])) return base + 'es';
  return base + 's';
}

/** The past in -ed, preferred spelling first: stopped, carried, panicked, focused and focussed. */
export function edForms(base: string): readonly string[] {
  if (base.endsWith('e')) return [base + 'd'];
  if (consonantY.test(base)) return [base.slice(0, -1) + 'ied'];
  return stems(base).map((stem) => stem + 'ed');
}

/** The form in -ing, preferred spelling first: stopping, carrying, dying, ageing and aging. */
export function ingForms(base: string): readonly string[] {
  if (/^(..?ie|untie|belie|underlie|overlie)$/.test(base)) return [base.slice(0, -2) + 'ying'];
  if (/(^be|ee|oe|ye|^singe|^swinge|^tinge)$/.test(base)) return [base + 'ing'];
  if (/^(binge|queue|cue|whinge)$/.test(base)) return [base + 'ing', base.slice(0, -1) + 'ing'];
  if (base === 'age') return ['ageing'];
  if (base.endsWith('e')) return [base.slice(0, -1) + 'ing'];
  return stems(base).map((stem) => stem + 'ing');
}

const consonantY = /([^aeiou]|qu)y$/;
const hardCh = /(stomach|monarch|patriarch|matriarch|epoch|eunuch|tech|loch)$/;
const esAfterO = words('go do hero echo veto potato tomato torpedo embargo mosquito volcano domino tornado mango cargo buffalo no');

/** The stem before a vowel, with its last consonant doubled where the stress asks for it; preferred first. */
function stems(base: string): readonly string[] {
  if (/[a-z]{2}[aio]c$/.test(base)) return [base + 'k'];
  const doubled = base + base.slice(-1);
  if (eitherWay.has(base)) return [base, doubled];
  const rest = /^(?:under|over|un|out|mis|re|up)((?:[^aeioun][hlrw]?|n|st|str|scr?|sk|sp|sn|sm)[aeiou].)$/.exec(base)?.[1] ?? base;
  return doubles(base) || (doubles(rest) && !neverDoubled.has(base)) ? [doubled] : [base];
}

function doubles(verb: string): boolean {
  return oneSyllable.test(verb) || endStressed.has(verb) || doublesL(verb);
}

/** One vowel, one consonant: stop, plan, quit, gym; not show, fix, play, panic or arc. */
const oneSyllable = /^([^aeiou]*qu[aeiou]|y?[^aeiouy]*[aeiou]|[^aeiou]+y)[bdfgklmnprstvz]$/;

const eitherWay = words('focus refocus bias benefit combat bus diagram hiccup caravan');

/** Words that only look like a prefix on a verb of one syllable. */
const neverDoubled = words('outlet mister misses regal renal resin recon upper');

/** Longer verbs stressed on the last syllable, or doubled as if they were. */
const endStressed = words(`
  abet abhor abut acquit admit allot annul appal begin commit compel concur confer control defer demur disbar dispel
  distil emit enrol enthral equip excel expel extol forbid forget fulfil impel incur infer instil inter intermit
  occur omit patrol permit prefer propel rebel rebut recur refer refit regret remit repel submit transfer transmit
  format program kidnap handicap worship hobnob humbug zigzag eavesdrop sandbag wiretap sidestep leapfrog airdrop babysit
  typeset input output upset offset reset inset outwit unfit manumit befit beset bedim beget besot entrap enwrap
  nonplus horsewhip jetlag bootleg debug debar deter embed imbed disinter retrofit catnap sublet chitchat corral rappel shotgun jitterbug`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

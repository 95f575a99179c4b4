/**
 * British and American spelling of single words, base or inflected, by stems and endings. It does not know
 * parts of speech or meanings, so pairs whose American half is another common British word (cheque/check,
 * tyre/tire, storey/story) are left out on purpose.
 */

export type Dialect = 'british' | 'american';

/** The word as that dialect writes it; the word itself where both write it alike or nothing is known. */
export function inDialect(word: string, dialect: Dialect): string {
  return dialect === 'british' ? toBritish(word) : toAmerican(word);
}

/** Every spelling of the word, itself first. */
export function spellings(word: string): readonly string[] {
  return [...new Set([word, toBritish(word), toAmerican(word), swap(word, looseToBritish)])];
}

/** Whether a verb ends in an l that British spelling doubles before an ending: `travelled`. */
export function doublesL(verb: string): boolean {
  return singleL.test(verb + 'ed');
}

/** Whether the word is written so in American English only. */
export function isAmerican(word: string): boolean {
  return toBritish(word) !== word;
}

function toAmerican(word: string): string {
  const swapped = swap(swap(word, toAmericanPairs), looseToAmerican);
  if (swapped !== word) return swapped;
  const undoubled = word.replace(doubledL, '$1$2');
  if (undoubled !== word) return undoubled;
  return word
    .replace(/^((?:.*)(?:anal|paral|catal|electrol|hydrol|breathal|dial))ys(e|es|ed|ing|er|ers)$/, '$1yz$2')
    .replace(iseEnding, (whole, stem: string, end: string) => (keepsS(stem) ? whole : `${stem}iz${end}`));
}

function toBritish(word: string): string {
  const swapped = swap(word, toBritishPairs);
  if (swapped !== word) return swapped;
  const doubled = word.replace(singleL, '$1l$2');
  if (doubled !== word) return doubled;
  return word
    .replace(/^(.*l)yz(e|es|ed|ing|er|ers)$/, '$1ys$2')
    .replace(izeEnding, (whole, stem: string, end: string) => (keepsZ.has(stem) ? whole : `${stem}is${end}`));
}

const iseEnding = /^(.*[aeiouy].*)is(e|es|ed|ing|er|ers|able|ation|ations|ational)$/;
const izeEnding = /^(.*[aeiouy].*)iz(e|es|ed|ing|er|ers|able|ation|ations|ational)$/;

/** Words in -ise that are never written -ize, by what stands before the ending. */
const isStems = new Set(('adv advert appr ar chast circumc compr comprom conc dem desp dev enfranch enterpr exc exerc expert '
  + 'franch improv inc merchand mort parad prec prem prom repr rev superv surpr telev treat val vis chem '
  + 'an cer exorc surm pen ir moonr sunr upr prev').split(' '));

function keepsS(stem: string): boolean {
  // After a vowel (raise, noise, bruise) and in -wise there is no such ending at all.
  return /[aouw]$/.test(stem) || isStems.has(stem) || isStems.has(stem.replace(/^(un|im|re|dis|ill|mis|over|under|well-)/, ''));
}

const keepsZ = new Set('se caps downs res overs unders outs mids ma ba ass'.split(' '));

/** Verbs whose last l is doubled in British spelling only. */
const lVerbs = `apparel barrel bedevil bejewel bevel cancel carol cavil channel chisel counsel cudgel dial disembowel dishevel devil drivel duel
  empanel enamel equal fuel funnel gambol gravel grovel handsel hovel imperil initial jewel kennel label level libel marshal
  marvel medal metal model panel parallel parcel pedal pencil peril pummel quarrel ravel remodel revel rival shovel shrivel signal
  snivel snorkel spiral squirrel stencil swivel symbol tassel tinsel total towel trammel travel trowel tunnel victual weasel
  yodel`.trim().split(/\s+/).join('|');
const doubledL = new RegExp(`^((?:un|re|mis|de|out)?(?:${lVerbs}))l(ed|ing|ings|er|ers|or|ors|ous|ously)$`);
const singleL = new RegExp(`^((?:un|re|mis|de|out)?(?:${lVerbs}))(ed|ing|ings|er|ers|or|ors)$`);

/** Pairs British=American; a stem in the first table may carry any ending, one in the second only a plural. */
const stems = `
  armour=armor ardour=ardor behaviour=behavior candour=candor clamour=clamor colour=color demeanour=demeanor
  endeavour=endeavor favour=favor fervour=fervor flavour=flavor glamour=glamor harbour=harbor honour=honor humour=humor
  labour=labor neighbour=neighbor odour=odor parlour=parlor rancour=rancor rigour=rigor rumour=rumor saviour=savior
  savour=savor splendour=splendor succour=succor tumour=tumor valour=valor vapour=vapor vigour=vigor misdemeanour=misdemeanor
  anaesth=anesth anaemi=anemi caesarean=cesarean diarrhoea=diarrhea gynaecolog=gynecolog haemorrh=hemorrh
  haemoglob=hemoglob haemophil=hemophil leukaemi=leukemi oesophag=esophag oestrogen=estrogen orthopaed=orthoped
  paediatr=pediatr paedophil=pedophil aetiolog=etiolog sceptic=skeptic greyer=grayer greyest=grayest greyish=grayish greying=graying greyed=grayed mould=mold smoulder=smolder plough=plow
  moustache=mustache pyjama=pajama jewellery=jewelry woollen=woolen marvellous=marvelous artefact=artifact cosy=cozy cosier=cozier cosiest=coziest cosily=cozily cosiness=coziness
  acknowledgement=acknowledgment abridgement=abridgment likeable=likable sizeable=sizable ageing=aging aluminium=aluminum
  skilful=skillful wilful=willful fulfilment=fulfillment instalment=installment enrolment=enrollment tranquillis=tranquiliz
  defenceless=defenseless centred=centered centring=centering`;
const words = `
  grey=gray centre=center theatre=theater litre=liter fibre=fiber calibre=caliber meagre=meager sombre=somber spectre=specter
  lustre=luster sabre=saber centimetre=centimeter kilometre=kilometer millimetre=millimeter epicentre=epicenter
  manoeuvre=maneuver manoeuvred=maneuvered manoeuvring=maneuvering
  programme=program catalogue=catalog catalogued=cataloged cataloguing=cataloging dialogue=dialog analogue=analog
  defence=defense offence=offense pretence=pretense fulfil=fulfill instil=instill distil=distill enrol=enroll appal=appall
  enthral=enthrall mum=mom mummy=mommy mummies=mommies sulphur=sulfur`;

/** British on the left; the right side is good British as well, so only the way to American is certain. */
const looseWords = `
  practise=practice practised=practiced practising=practicing licence=license judgement=judgment enquiry=inquiry
  enquiries=inquiries enquire=inquire enquired=inquired enquiring=inquiring metre=meter foetus=fetus foetuses=fetuses
  foetal=fetal yoghurt=yogurt encyclopaedia=encyclopedia`;

type Pairs = { readonly pattern: RegExp; readonly to: ReadonlyMap<string, string> };

const toAmericanPairs = [openPairs(pairs(stems), ''), wordPairs(pairs(words))];
// humorous, laboratory, honorary and vaporise have no u in British spelling either.
const toBritishPairs = [openPairs(flipped(stems), '(?!a[rt]|ou|i[sozf])'), wordPairs(flipped(words))];
const looseToAmerican = [wordPairs(pairs(looseWords))];
const looseToBritish = [wordPairs(flipped(looseWords))];

function swap(word: string, tables: readonly Pairs[]): string {
  for (const { pattern, to } of tables) {
    const found = pattern.exec(word);
    if (found) return found[1]! + to.get(found[2]!)! + found[3]!;
  }
  return word;
}

function openPairs(list: ReadonlyMap<string, string>, notBefore: string): Pairs {
  return { pattern: new RegExp(`^((?:un|re|dis|mis|non-?|anti-?|pre|multi|over|under|out|bio|neuro)?)(${longestFirst(list)})${notBefore}(.*)$`), to: list };
}

function wordPairs(list: ReadonlyMap<string, string>): Pairs {
  return { pattern: new RegExp(`^((?:un|re|mis|de|pre)?)(${longestFirst(list)})(s?)$`), to: list };
}

function longestFirst(list: ReadonlyMap<string, string>): string {
  return [...list.keys()].sort((a, b) => b.length - a.length).join('|');
}

function pairs(table: string): ReadonlyMap<string, string> {
  return new Map(table.trim().split(/\s+/).map((pair) => pair.split('=') as [string, string]));
}

function flipped(table: string): ReadonlyMap<string, string> {
  return new Map([...pairs(table)].map(([british, american]) => [american, british]));
}

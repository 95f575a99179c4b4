/**
 * The irregular verbs and nouns of English as data. It does not know how regular words inflect, nor what the
 * words mean; where a word is both regular and irregular, the form preferred in British use stands first.
 */

/** The ways an irregular verb makes its past and its participle, preferred form first for each dialect. */
export type IrregularVerb = {
  readonly past: Alternatives;
  readonly participle: Alternatives;
};

/** All forms in use, British order and American order. */
export type Alternatives = {
  readonly british: readonly string[];
  readonly american: readonly string[];
};

/** The irregular past and participle of a verb, also behind a prefix: `misunderstand` by way of `stand`. */
export function irregularVerb(base: string): IrregularVerb | undefined {
  const own = verbs.get(base);
  if (own !== undefined || notPrefixed.has(base)) return own;
  const [prefix, rest] = splitPrefix(base);
  const found = prefix === '' ? undefined : irregularVerb(rest);
  return found && { past: withPrefix(prefix, found.past), participle: withPrefix(prefix, found.participle) };
}

/** The verbs whose irregular past or participle this word is, `lay` giving `lie`; empty for most words. */
export function irregularVerbsWith(form: string): readonly string[] {
  const own = verbsByForm.get(form);
  if (own !== undefined || notPrefixed.has(form)) return own ?? [];
  const [prefix, rest] = splitPrefix(form);
  return prefix === '' ? [] : irregularVerbsWith(rest).map((base) => prefix + base);
}

/** Whether the word is the past, or the participle, of an irregular verb; "put" is both, and the verb itself too. */
export function isIrregular(form: string, kind: 'past' | 'participle'): boolean {
  const verbs = irregularVerb(form) ? [form, ...irregularVerbsWith(form)] : irregularVerbsWith(form);
  return verbs.some((base) => {
    const verb = irregularVerb(base);
    return verb !== undefined && [...verb[kind].british, ...verb[kind].american].includes(form);
  });
}

/** The irregular plurals of a noun, also at the end of a compound: `grandchild`. Preferred first. */
export function irregularPlurals(base: string): readonly string[] | undefined {
  const own = nouns.get(base);
  if (own !== undefined) return own;
  if (/[a-z]{3}sis$/.test(base)) return [base.slice(0, -2) + 'es'];
  const end = compoundSingular.exec(base)?.[1];
  if (end === undefined || notCompound.has(base)) return undefined;
  return nouns.get(end)?.map((plural) => base.slice(0, -end.length) + plural);
}

/** Whether the word is an irregular plural and nothing else: `children`, `women`, `crises`, not `sheep`. */
export function isIrregularPlural(form: string): boolean {
  if (plurals.has(form)) return !nouns.has(form);
  const end = compoundPlural.exec(form)?.[1];
  return end !== undefined && !notCompound.has(form);
}

/** The other spelling of a past: `learnt` for `learned` and back, unlike `hung` and `hanged`. */
export function pastSpelling(form: string): string | undefined {
  const [prefix, rest] = splitPrefix(form);
  const other = pastsInT.get(rest);
  return pastsInT.get(form) ?? (other && prefix + other);
}

/** A prefix that leaves the inflection of the verb behind it as it is, and that verb; '' where there is none. */
export function splitPrefix(word: string): readonly [prefix: string, rest: string] {
  const found = /^(re|under|un|over|mis|out|with|fore|for|up|inter|pre|off|co-)(do|go|[a-z]{3,})$/.exec(word);
  return found ? [found[1]!, found[2]!] : ['', word];
}

// One verb a line entry: base, past, participle where it differs. `a/b`: both in use; `a~b`: British ~ American.
const verbTable = `
arise arose arisen, awake awoke awoken, babysit babysat, backslide backslid, bear bore borne/born, beat beat beaten,
become became become, befall befell befallen, beget begot begotten, begin began begun, behold beheld, bend bent,
beset beset, bespeak bespoke bespoken, bet bet/betted, bid bid/bade bid/bidden, bind bound, bite bit bitten,
bleed bled, blow blew blown, bottlefeed bottlefed, break broke broken, breastfeed breastfed, breed bred,
bring brought, broadcast broadcast/broadcasted, browbeat browbeat browbeaten, build built, burn burnt~burned,
burst burst, bust bust/busted, buy bought, cast cast, catch caught, choose chose chosen, cling clung,
come came come, cost cost/costed, creep crept, cut cut, deal dealt, dig dug, dive dived~dove dived, do did done,
draw drew drawn, dream dreamt~dreamed, drink drank drunk, drive drove driven, dwell dwelt/dwelled, eat ate eaten,
fall fell fallen, feed fed, feel felt, fight fought, find found, fit fitted~fit, flee fled, fling flung,
fly flew flown, forbear forbore forborne, forbid forbade/forbad forbidden, force-feed force-fed,
forecast forecast/forecasted, forget forgot forgotten, forgive forgave forgiven, forsake forsook forsaken,
forswear forswore forsworn, freeze froze frozen, gainsay gainsaid, get got got~gotten, ghostwrite ghostwrote ghostwritten,
gild gilded/gilt, gird girded/girt, give gave given, go went gone, grind ground, grow grew grown,
hamstring hamstrung, hang hung/hanged, have had, hear heard, heave heaved/hove, hew hewed hewn/hewed, hide hid hidden,
hit hit, hold held, hurt hurt, inlay inlaid, input input/inputted, inset inset, keep kept, kneel knelt~kneeled,
knit knitted/knit, know knew known, lade laded laden, lay laid, lead led, lean leant~leaned, leap leapt~leaped,
learn learnt~learned, leave left, lend lent, let let, lie lay/lied lain/lied, light lit/lighted, lip-read lip-read,
lose lost, make made, mean meant, meet met, miscast miscast, mow mowed mown/mowed, offset offset, output output/outputted,
partake partook partaken, pay paid, plead pleaded~pled, proofread proofread, prove proved proved~proven, put put,
quit quit/quitted, read read, rend rent, rid rid/ridded, ride rode ridden, ring rang rung, rise rose risen, run ran run,
saw sawed sawn~sawed, say said, see saw seen, seek sought, sell sold, send sent, set set, sew sewed sewn/sewed,
shake shook shaken, shave shaved shaved/shaven, shear sheared shorn/sheared, shed shed, shine shone/shined,
shit shat/shit, shoe shod/shoed, shoot shot, show showed shown/showed, shred shredded/shred, shrink shrank/shrunk shrunk,
shut shut, sing sang sung, sink sank/sunk sunk, sit sat, slay slew slain, sleep slept, slide slid,
sling slung, slink slunk, slit slit, smell smelt~smelled, smite smote smitten, sneak sneaked~snuck, sow sowed sown/sowed,
speak spoke spoken, speed sped/speeded, spell spelt~spelled, spend spent, spill spilt~spilled, spin spun/span spun,
spit spat~spit, split split, spoil spoilt~spoiled, spoonfeed spoonfed, spread spread, spring sprang/sprung sprung,
stand stood, steal stole stolen, stick stuck, sting stung, stink stank/stunk stunk, strew strewed strewn/strewed,
stride strode stridden, strike struck struck/stricken, string strung, strive strove/strived striven/strived,
sublet sublet, swear swore sworn, sweat sweated/sweat, sweep swept, swell swelled swollen/swelled, swim swam swum,
swing swung, take took taken, teach taught, tear tore torn, telecast telecast, tell told, think thought,
thrive thrived/throve thrived/thriven, throw threw thrown, thrust thrust,
tread trod trodden/trod, typecast typecast, typeset typeset, understand understood, uphold upheld, upset upset,
wake woke/waked woken/waked, waylay waylaid, wear wore worn, weave wove/weaved woven/weaved, wed wedded/wed, weep wept,
wet wetted/wet, win won, wind wound, withdraw withdrew withdrawn, withhold withheld, withstand withstood,
wring wrung, write wrote written, bereave bereaved bereaved/bereft, beseech besought/beseeched, betake betook betaken,
cleave cleaved/cleft/clove cleaved/cleft/cloven, clothe clothed/clad, be was/were been`;

const nounTable = `
child children, person people/persons, man men, woman women, foot feet, tooth teeth, goose geese, mouse mice, louse lice,
ox oxen, penny pence/pennies, life lives, wife wives, knife knives, leaf leaves, loaf loaves, half halves, calf calves,
self selves, shelf shelves, thief thieves, wolf wolves, elf elves, hoof hooves/hoofs, scarf scarves/scarfs,
wharf wharves/wharfs, dwarf dwarfs/dwarves, sheaf sheaves, sheep sheep, deer deer, fish fish/fishes, aircraft aircraft, series series,
species species, offspring offspring, headquarters headquarters, crossroads crossroads, swine swine, salmon salmon,
axis axes, testis testes, appendix appendices/appendixes, index indices/indexes, matrix matrices/matrixes,
vertex vertices/vertexes, codex codices, criterion criteria, phenomenon phenomena, automaton automata/automatons,
datum data, medium media/mediums, curriculum curricula/curriculums, addendum addenda, bacterium bacteria,
erratum errata, memorandum memoranda/memorandums, millennium millennia/millenniums, referendum referendums/referenda,
symposium symposia/symposiums, stratum strata, ovum ova, spectrum spectra/spectrums, forum forums/fora, stimulus stimuli,
nucleus nuclei, fungus fungi/funguses, cactus cacti/cactuses, alumnus alumni, radius radii, syllabus syllabuses/syllabi,
terminus termini/terminuses, focus focuses/foci, genus genera, opus opuses/opera, corpus corpora, larva larvae,
alumna alumnae, vertebra vertebrae/vertebras, formula formulas/formulae, antenna antennae/antennas, schema schemas/schemata,
stigma stigmas/stigmata, bureau bureaux/bureaus, gateau gateaux/gateaus, plateau plateaus/plateaux, passer-by passers-by,
mother-in-law mothers-in-law, father-in-law fathers-in-law, brother-in-law brothers-in-law, sister-in-law sisters-in-law,
son-in-law sons-in-law, daughter-in-law daughters-in-law, runner-up runners-up, quiz quizzes, bus buses/busses, gas gases/gasses,
oasis oases, apex apices/apexes, locus loci, octopus octopuses/octopi, genius geniuses,
consortium consortia/consortiums, crematorium crematoria/crematoriums, maximum maxima/maximums, minimum minima/minimums,
persona personas/personae, zero zeros/zeroes, tableau tableaux, vortex vortices, atrium atria/atriums, bacillus bacilli,
phalanx phalanges, serum serums/sera, ganglion ganglia, chateau chateaux, honorarium honoraria/honorariums, basis bases, thesis theses`;

const compoundSingular = /^[a-z-]{2,}?(woman|man|child|person|wife|life|foot|tooth|shelf|half|self|knife|leaf|loaf|thief|wolf|fish|mouse)$/;
const compoundPlural = /^[a-z-]{2,}?(women|men|children|people|wives|lives|feet|teeth|shelves|halves|knives|leaves|loaves|thieves|mice)$/;
const notCompound = new Set(('human german roman norman ottoman talisman shaman caiman brahman omen women specimen abdomen regimen '
  + 'acumen semen stamen hymen lumen ramen cyclamen yemen olives archives selfish pumice').split(' '));

/** Words that only look like a prefix on an irregular verb: `relay` is not laid again, `resent` not sent again. */
const notPrefixed = new Set(('relay present resent relent missing resting offspring foreground underground rebound outlay forethought outlet '
  + 'outfit upshot unfit misfit offset upset').split(' '));

const verbs: ReadonlyMap<string, IrregularVerb> = new Map(rows(verbTable).map(([base, past, participle]) => [
  base!, { past: alternatives(past!), participle: alternatives(participle ?? past!) },
]));

const verbsByForm: ReadonlyMap<string, readonly string[]> = invert();

const pastsInT: ReadonlyMap<string, string> = new Map(
  [...verbTable.matchAll(/ (\S+t)~(\S+ed)\b/g)].flatMap(([, inT, inEd]) => [[inT!, inEd!], [inEd!, inT!]] as const));

const nouns: ReadonlyMap<string, readonly string[]> = new Map(
  rows(nounTable).map(([singular, plural]) => [singular!, plural!.split('/')]));

const plurals: ReadonlySet<string> = new Set([...nouns.values()].flat());

function rows(table: string): readonly (readonly string[])[] {
  return table.split(',').map((row) => row.trim().split(/\s+/));
}

function alternatives(cell: string): Alternatives {
  return {
    british: cell.split(/[/~]/),
    american: cell.split('~').reverse().join('/').split('/'),
  };
}

function withPrefix(prefix: string, of: Alternatives): Alternatives {
  return { british: of.british.map((form) => prefix + form), american: of.american.map((form) => prefix + form) };
}

function invert(): ReadonlyMap<string, readonly string[]> {
  const byForm = new Map<string, string[]>();
  for (const [base, { past, participle }] of verbs) {
    for (const form of new Set([...past.british, ...participle.british])) {
      byForm.set(form, [...(byForm.get(form) ?? []), base]);
    }
  }
  return byForm;
}

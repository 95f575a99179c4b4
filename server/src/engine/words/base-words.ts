/**
 * Word lists for reading an author's word: words that look inflected and are not, and words that have no
 * inflections at all. It does not know how anything inflects.
 */

/** Function words, adverbs and the like: they stand for themselves alone, so `it` never gives `its`. */
export const uninflected: ReadonlySet<string> = list(`
  a about above across after afterwards again against ago alas albeit almost alone along already also although altogether always
  am amid among amongst an and another any anybody anyhow anyone anything anyway anywhere apart are around as aside at away
  backwards barely because before beforehand behind being below beneath beside besides better between beyond both but by
  can cannot could despite doe downstairs downwards during each either else elsewhere enough especially even ever every everybody
  everyone everything everywhere except few for former forth forwards from furthermore good hardly ha he hence her here hers herself hi
  him himself his how however i if in indeed indoors inside insofar instead into is it its itself just latter least less lest
  lots many may maybe me meanwhile might mine moreover most much must my myself namely near neither never
  nevertheless new news next no nobody none nonetheless nor not nothing notwithstanding now nowadays nowhere of off often
  on once only onto or otherwise ought our ours ourselves out outdoors outside outwards overseas per perhaps plus quite rather
  really several shall she should since so some somebody somehow someone something sometime sometimes somewhat somewhere soon such
  than that the their theirs them themselves then thence there thereby therefore therein these they this those though through
  throughout thus till to together too toward towards twice unless unlike until unto up upon upstairs upwards us usually
  versus very via was we were well what whatever when whenever where whereas whereby wherein wherever whether which whichever
  while whilst who whoever whom whose why will with within without wa would ye yes yet you your yours yourself yourselves
  ms mrs mr dr vs etc eg ie ourself themself sideways whereabouts oneself thyself later sooner earlier`);

/** Words that have a plural at most: a verb made of them would be another word (`fee` giving `feed`). */
export const nounsOnly: ReadonlySet<string> = list(`
  fee tee wee cloth breath thing king morning evening wedding ceiling meeting building hearing feeling finding setting
  sibling shilling lightning pudding upbringing outing greeting`);

/** Words in -ed, -ing, -s and irregular look-alikes that are read as base words all the same. */
export const baseWords: ReadonlySet<string> = list(`
  hundred kindred naked sacred wicked hatred wretched rugged ragged crooked beloved biped moped infrared embed imbed unwed
  watershed newlywed hotbed deathbed sunbed airbed flowerbed shred shed sled alfred
  nothing something anything everything plaything morning evening wedding sibling ceiling shilling lightning pudding offspring
  wellbeing well-being meeting building hearing feeling finding setting greeting outing upbringing darling sterling starling
  duckling fledgling foundling underling inkling stocking herring earring cunning awning farthing shoestring hamstring
  mainspring wellspring drawstring dumpling unstring restring unsling
  bias alias gas canvas atlas christmas pancreas texas pyjamas pajamas asbestos chaos ethos pathos cosmos rhinoceros thermos
  lens summons corps series species rabies scabies diabetes herpes measles mumps headquarters crossroads
  politics economics mathematics physics paediatrics pediatrics obstetrics genetics athletics gymnastics
  scissors trousers tweezers alms james charles wales thames hastings jones williams
  rent opera sms gps`);

/** Irregular forms that could be a base word too, and in case notes nearly always are the inflected one. */
export const readAsInflected: ReadonlySet<string> = list('lay saw am are is was were has does underlay');

/** Words in -eed that are a verb in -ee with its -d. */
export const inflectedInEed: ReadonlySet<string> = list('agreed disagreed freed decreed guaranteed refereed pedigreed teed');

/** Words in -us and -is that are plurals. */
export const pluralsInUsOrIs: ReadonlySet<string> = list('menus gurus emus gnus thous skis taxis alibis bikinis safaris khakis rabbis kiwis');

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

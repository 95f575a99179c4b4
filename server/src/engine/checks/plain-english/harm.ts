/**
 * Words that tell of harm to somebody. Plain-English checks stay silent about them: no wording for harm is
 * offered, and a sentence that hides who did it is the business of the rules on hidden harm.
 */

const STEMS = [
  'abandon', 'abduct', 'abus', 'assault', 'attack', 'batter', 'beat', 'bitten', 'bleed', 'bled', 'blackmail', 'bruis',
  'bull(?:y|ied)', 'burn', 'chok', 'coerc', 'concuss', 'danger', 'dead', 'death', 'die[ds]?$', 'dragged', 'drown', 'drug', 'exploit',
  'forced', 'fractur', 'frighten', 'groom', 'grabbed', 'harass', 'harm', 'headbutt', 'hit$', 'hitting', 'hurt', 'injur',
  'intimidat', 'isolat', 'kick', 'kidnap', 'kill', 'knifed', 'molest', 'murder', 'mutilat', 'neglect', 'overdos', 'penetrat',
  'pinch', 'poison', 'punch', 'push', 'rape', 'raping', 'restrain', 'scald', 'scratch', 'sexual', 'shak', 'shook', 'shot$',
  'shout', 'shov', 'slap', 'smack', 'smother', 'spat', 'squeez', 'stab', 'stalk', 'starv', 'strangl', 'struck', 'stolen',
  'suffocat', 'suicid', 'terroris', 'threat', 'thrown', 'throttl', 'tortur', 'touch', 'traffick', 'trapp', 'violen', 'whipp',
  'wound',
] as const;
/** Harm only as what was done to a person: "was bound", "was left", "was cut", "was locked in". */
const DONE_TO = ['bit', 'bound', 'broken', 'burst', 'caged', 'cut', 'filmed', 'found', 'held', 'hung', 'ignored', 'killed',
  'left', 'locked', 'photographed', 'scared', 'shut', 'stuck', 'stung', 'thrust', 'tied', 'torn', 'upset'] as const;

const HARM = new RegExp(`(?<![\\p{L}])(?:${STEMS.map((stem) => stem.replace('$', '(?![\\p{L}])')).join('|')})`, 'iu');
const HARM_DONE = new RegExp(`(?<![\\p{L}])(?:${DONE_TO.join('|')})(?![\\p{L}])`, 'iu');

/** Whether the words speak of harm. */
export function speaksOfHarm(words: string): boolean {
  return HARM.test(words);
}

/** The same for a passive ("was left"), in which some everyday participles tell of harm too. */
export function speaksOfHarmDone(passive: string): boolean {
  return HARM.test(passive) || HARM_DONE.test(passive);
}

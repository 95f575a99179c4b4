/**
 * What a drop-in wording may never lose: that harm was done, that something was not so, a number. It compares words,
 * and knows nothing of where they stand.
 */
import { plainReplacement } from '../../engine/message.js';
import { formsOf } from '../../engine/words/inflect.js';
import { tokenize } from '../../engine/words/tokens.js';

const HARM = [
  'abuse', 'assault', 'attack', 'beat', 'bite', 'bleed', 'blood', 'break', 'bruise', 'burn', 'choke', 'cut', 'danger', 'dead', 'death', 'die', 'drown', 'exploit', 'fracture',
  'groom', 'harm', 'hit', 'hurt', 'injure', 'injury', 'kick', 'kill', 'knife', 'murder', 'neglect', 'overdose', 'poison', 'punch', 'rape', 'scald', 'scar', 'shake', 'slap',
  'smack', 'smash', 'stab', 'starve', 'strangle', 'suicide', 'threat', 'threaten', 'throttle', 'unsafe', 'violence', 'violent', 'weapon', 'wound',
] as const;
const NEGATIONS = new Set(['not', 'no', 'never', 'none', 'nothing', 'nobody', 'nowhere', 'neither', 'nor', 'without', 'cannot', 'unable', 'refuse', 'refused', 'refuses', 'decline', 'declined']);

/** Every form of these words begins as the word does. */
function isHarm(form: string): boolean {
  return HARM.some((word) => word === form || (word[0] === form[0] && formsOf(word).includes(form)));
}

/** The word of `phrase` whose fact `replacement` would lose, and what kind of fact it is; null where none is. */
export function lostFact(phrase: string, replacement: string): { readonly word: string; readonly kind: 'harm' | 'negation' | 'number' } | null {
  const before = tokenize(phrase.replace(/\/exact\b/g, '')).forms;
  const after = tokenize(plainReplacement(replacement)).forms;
  const lost = (is: (form: string) => boolean): string | undefined => (after.some(is) ? undefined : before.find(is));
  const harm = lost(isHarm);
  if (harm) return { word: harm, kind: 'harm' };
  const negation = lost((form) => NEGATIONS.has(form));
  if (negation) return { word: negation, kind: 'negation' };
  const number = before.find((form) => /\p{N}/u.test(form) && !after.includes(form));
  return number ? { word: number, kind: 'number' } : null;
}

/**
 * Whose a sign is that names nobody: whom "she" means after a name, and who speaks quoted words. It does not know what is
 * a sign.
 */
import { firstWhere } from '../../in-order.js';
import { nameFrom } from '../../people/names.js';
import { CHILD, type PersonEdge } from '../../people/people.js';
import { isIrregular } from '../../words/irregulars.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import type { Sign } from './facts.js';
import { PRONOUNS, SEEING, type Reader } from './reader.js';

/** "She put Zayn on the inside. She said": whoever speaks, it need not be Zayn, of whom it is only told what was done with him. */
export function isOnlyNamed({ tokens, starting, sentence }: Reader, quote: number, speaker: string): boolean {
  let named = false;
  for (const [at, edge] of starting) {
    if (tokens.starts[at] >= quote || tokens.forms[at] !== speaker) continue;
    if (at === sentence[at] || tokens.gaps[at] !== JOINED || !isIrregular(tokens.forms[at - 1], 'past') || SEEING.has(tokens.forms[at - 1]) || TALKING.has(tokens.forms[at - 1]) || edge.possessive) return false;
    named = true;
  }
  return named;
}

/** Ray said, "He's one of us now": of the child, by somebody who is not known. */
export function isOfSomebody({ forms, starts, count }: Tokens, start: number, end: number): boolean {
  let others = false;
  for (let i = firstWhere(count, (at) => starts[at] >= start); i < count && starts[i] < end; i++) {
    if (MINE.has(forms[i])) return false;
    if (PRONOUNS.has(forms[i])) others = true;
  }
  return others;
}

const MINE = new Set(['i', 'me', 'my', 'mine', 'myself', 'we']);

const TALKING = new Set(['told', 'spoke', 'wrote', 'rang', 'said', 'heard', 'read']);

/** "Siân took me up to her room. She says …": she is Siân, of whom the last sentence that names its subject speaks. */
export function withNamed(signs: readonly Sign[], { prose, tokens, adults, starting, sentence, spoken }: Reader, people: readonly PersonEdge[]): readonly Sign[] {
  const { forms, gaps, starts } = tokens;
  // "How was Nkechi?" over what she did, too.
  const subjects = people.filter(({ groups, from, to, possessive }) => from - sentence[from] < (gaps[to] === STOP ? 4 : forms[from - 1] === 'own' ? 5 : 2) && !possessive && !spoken[from] && !PRONOUNS.has(forms[from]) && ((groups & CHILD) !== 0 || adults.has(from)));
  // "Carla has moved. She has asked": somebody of whom no more is known than the name.
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (sentence[i] !== i || starting.has(i) || spoken[i] || !PERSONAL.has(forms[i + 1])) continue;
    const name = nameFrom(prose, tokens, i);
    if (name?.from === i && name.to === i + 1) subjects.push({ from: i, to: i + 1, groups: 0 });
  }
  subjects.sort((a, b) => a.from - b.from);
  let next = 0;
  let last = '';
  return signs.map((sign) => {
    for (; next < subjects.length && starts[subjects[next].from] < sign.at; next++) last = (subjects[next].groups & CHILD) !== 0 ? forms[subjects[next].from] : '';
    return sign.child === '' ? { ...sign, after: last } : sign;
  });
}

const PERSONAL = new Set(['has', 'had', 'said', 'says', 'asked', 'told', 'rang', 'came', 'went', 'wants', 'thinks', 'feels', 'reports', 'reported']);

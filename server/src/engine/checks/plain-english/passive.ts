/**
 * What is said about a passive, whichever library saw it, and which passives are left alone: harm, law,
 * feelings, and verbs that only look like one. It finds no passive itself.
 */
import { speaksOfHarmDone } from './harm.js';

/** How people are or feel, and English as it is spoken ("he was sat"): nobody is hidden here. */
const STATES = new Set([
  'ashamed', 'asleep', 'awoke', 'awoken', 'become', 'been', 'bored', 'born', 'bothered', 'bred', 'come', 'concerned', 'confused',
  'delighted', 'diagnosed', 'disabled', 'disappointed', 'divorced', 'done', 'dressed', 'drunk', 'embarrassed', 'engaged',
  'excited', 'exhausted', 'fallen', 'fit', 'fled', 'gone', 'grown', 'guarded', 'interested', 'involved', 'knelt', 'known', 'lain', 'lost',
  'married', 'meant', 'named', 'pleased', 'qualified', 'related', 'relaxed', 'relieved', 'risen', 'sat', 'scared', 'separated',
  'set', 'settled', 'slept', 'stood', 'stressed', 'surprised', 'terrified', 'tired', 'used', 'wed', 'woke', 'woken', 'worn',
  'worried', 'called', 'based', 'aged', 'retired', 'educated', 'upset',
]);
/** Words that end as a participle does. */
const NOT_VERBS = new Set(['bed', 'feed', 'hundred', 'indeed', 'kindred', 'naked', 'need', 'red', 'rugged', 'sacred', 'seed', 'shed',
  'speed', 'wicked', 'wretched']);
/** Acts of police and courts, which records state in just this way. */
const LEGAL = new Set(['acquitted', 'adjourned', 'arrested', 'bailed', 'cautioned', 'charged', 'convicted', 'detained', 'evicted',
  'imprisoned', 'jailed', 'ordered', 'remanded', 'sentenced']);

/** Message for a passive such as "was given", or null where nothing is said. `after` is what follows it. */
export function messageForPassive(passive: string, after: string): string | null {
  const participle = passive.slice(passive.lastIndexOf(' ') + 1);
  const word = participle.toLowerCase();
  if (participle !== word && participle !== participle.toUpperCase()) return null; // a name: "is Ahmed"
  if (STATES.has(word) || NOT_VERBS.has(word) || LEGAL.has(word) || (word.startsWith('un') && word.endsWith('ed')) || speaksOfHarmDone(passive)) return null;
  if (/^\s+by\s/i.test(after)) return null;
  return `“${passive}” leaves open who did this. If it matters here, could you name them?`;
}

/**
 * Who is named by a word that can hardly be anything but a name, where a record has it once and so tells nothing of who that
 * is: "Samir has to sign", "I told Idowu off". It does not know whether they are of the family.
 */
import { isPossibleName } from '../../people/names.js';
import type { PersonEdge } from '../../people/people.js';
import { isCapital } from '../../words/letters.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import { chainFrom } from './clause.js';

/** Behind these a name is somebody they are done to. */
const VERB = /(?:ed|told|gave|sat|put|had|took|with|let|read|set|cut|shut)$/;
/** At the start of a sentence these are things. */
const THING = /(?:s|ed|ing|ion|ment|ance|ence|ness|ity|ship|ure|age)$/;

/** The people, and whoever is named so, in order; the people themselves (===) where there is nobody. */
export function withLikelyNames(prose: string, tokens: Tokens, people: readonly PersonEdge[]): readonly PersonEdge[] {
  let all: PersonEdge[] | null = null;
  let called: ReadonlySet<string> | null = null;
  let next = 0;
  let known = 0;
  for (let at = 0; at < tokens.count; at++) {
    for (; next < people.length && people[next].from <= at; next++) {
      known = Math.max(known, people[next].to);
      all?.push(people[next]);
    }
    if (known > at || !isCapital(prose, tokens.starts[at]) || !isPossibleName(prose, tokens, at)) continue;
    if (at > 0 && tokens.gaps[at] === JOINED && (isCapital(prose, tokens.starts[at - 1]) || !VERB.test(tokens.forms[at - 1]))) continue;
    if (tokens.gaps[at] === STOP && (tokens.gaps[at + 1] !== JOINED || THING.test(tokens.forms[at]) || tokens.forms[at + 1] === 'to' || chainFrom(tokens, at + 1).at === at + 1)) continue;
    if (at + 1 < tokens.count && tokens.gaps[at + 1] === JOINED && isCapital(prose, tokens.starts[at + 1])) continue;
    if ((called ??= new Set(people.flatMap(({ from, to }) => tokens.forms.slice(from, to)))).has(tokens.forms[at])) continue;
    (all ??= people.slice(0, next)).push({ from: at, to: at + 1, groups: 0 });
  }
  return all === null ? people : [...all, ...people.slice(next)];
}

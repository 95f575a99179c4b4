/**
 * One reading of a block for who somebody is: the words beside a word, names in a list, and where a hint is put down. It
 * does not know what any role or label means.
 */
import type { Hint } from './hints.js';
import { LEXICON, type Entry } from './lexicon.js';
import { nameFrom, type NameRun } from './names.js';
import { isCapital } from '../words/letters.js';
import { JOINED, type Tokens } from '../words/tokens.js';

export interface Scan {
  readonly prose: string;
  readonly tokens: Tokens;
  readonly hints: Hint[];
}

export function entryIn({ prose, tokens }: Scan, entries: readonly Entry[], i: number): Entry | undefined {
  const { forms, gaps, starts } = tokens;
  for (const entry of entries) {
    if (entry.written !== 'any' && !isCapital(prose, starts[i])) continue;
    let k = 1;
    while (k < entry.forms.length && entry.forms[k] === forms[i + k] && gaps[i + k] === JOINED) k++;
    if (k === entry.forms.length) return entry;
  }
  return undefined;
}

export function entryAt(scan: Scan, i: number): Entry | undefined {
  return entryIn(scan, LEXICON.get(scan.tokens.forms[i]) ?? [], i);
}

/** Text between token `i` and the one before it. */
export function before({ prose, tokens }: Scan, i: number): string {
  const from = i > 0 ? tokens.ends[i - 1] : 0;
  const to = i < tokens.count ? tokens.starts[i] : prose.length;
  if (to === from + 1 && prose.charCodeAt(from) === 32) return ' ';
  const gap = prose.slice(from, to);
  return gap.includes('\u2060') ? gap.replaceAll('\u2060', '') : gap;
}

export function say(scan: Scan, name: NameRun, groups: number, says: Hint['says']): void {
  scan.hints.push({ says, name: name.name, groups });
}

/** "Children: Amber (10), Kian (7) and Skye (2)"; "Mum = Gemma". A lone word after a colon may be no name at all. */
export function readNames(scan: Scan, start: number, groups: number, after: 'colon' | 'equals' | 'brackets'): void {
  const { prose, tokens } = scan;
  const found: NameRun[] = [];
  let bracketed = false;
  for (let at = start; at < tokens.count && found.length < 20;) {
    const name = nameFrom(prose, tokens, at);
    if (!name || name.from !== at) break;
    at = name.to;
    let gap = before(scan, at);
    if (/^\s*\(/u.test(gap)) {
      bracketed = true;
      for (let steps = 0; steps < 12 && at < tokens.count && !gap.includes(')'); steps++) gap = before(scan, ++at);
      gap = gap.slice(gap.indexOf(')') + 1);
    } else if (/^,? $/u.test(gap) && isAge(tokens, at)) {
      bracketed = true; // "Zayn, 9, Hana, 6"
      gap = before(scan, ++at);
    }
    const and = tokens.forms[at] === 'and' || tokens.forms[at] === '&' || tokens.forms[at] === '/';
    // "Dad: Happy to help"; but "Written by Helen Pryce after the visit", "Mother: Zofia Nowak DOB 1/2/90".
    if (at < tokens.count && !and && /^\s*$/u.test(gap) && tokens.gaps[at] === JOINED && !(name.words > 1 && (GOES_ON.has(tokens.forms[at]) || opensLabel(scan, at, gap)))) break;
    found.push(name);
    if (and) at++;
    else if (!/^\s*[,;]\s*$/u.test(gap)) break;
  }
  const sure = after !== 'colon' || bracketed || found.length > 1;
  for (const name of found) say(scan, name, groups, sure || name.words > 1 ? 'name' : 'likely');
}

/** "Mother: Trudy Fairclough  Father: Wayne Fairclough": another label on the same line. */
function opensLabel(scan: Scan, at: number, gap: string): boolean {
  return gap.length > 1 && LEXICON.has(scan.tokens.forms[at]) && /^\s*:/u.test(before(scan, at + 1));
}

function isAge({ forms }: Tokens, at: number): boolean {
  return /^(?:\d|1[0-7])$/u.test(forms[at] ?? '');
}

const GOES_ON = new Set('dob born aged age tel mob from at after on with for of who following as before in by'.split(' '));

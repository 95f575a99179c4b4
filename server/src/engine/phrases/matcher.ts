/**
 * Runs compiled phrases over the words of a block, in one pass. Every run of words that may become a match is one
 * thread through the automaton, and a gap is looked at only by words that may close it: so the cost is linear in the
 * text whatever the phrases say. It does not know what a phrase means.
 */
import { createAutomaton, type NodeSet } from './automaton.js';
import type { PersonEdge } from '../people/people.js';
import { GAP_WORDS } from './phrase.js';
import type { PhraseTable } from './phrase-table.js';
import { sentenceAt, sentenceStarts } from '../words/sentences.js';
import { JOINED, STOP, type Tokens } from '../words/tokens.js';

/** A phrase found. Offsets are into the prose; `from` and `to` are word numbers, `to` exclusive. */
export interface Match {
  /** The id it was compiled under. */
  readonly phrase: number;
  /** What is underlined: the whole match, or what stands in `[[ ]]`. */
  readonly start: number;
  readonly end: number;
  /** The whole match. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly from: number;
  readonly to: number;
}

export interface Matcher {
  /**
   * Where phrases stand in the text: each phrase once for each place where it ends, from its earliest start; of several
   * ways to underline that, the one that begins first and then reaches furthest. By end, then start. `people` is sorted
   * by `from`. Never throws. Not to be called from within itself: it keeps its scratch space.
   */
  match(prose: string, tokens: Tokens, people: readonly PersonEdge[]): readonly Match[];
}

/** A run of words on its way. `from` is the match's first word; `base` the run's own first word, later where a gap was closed. */
interface Thread {
  readonly set: NodeSet;
  readonly from: number;
  readonly base: number;
  /** Where `[[` and `]]` stood before the run, as word numbers, or -1. */
  readonly open: number;
  readonly close: number;
}

/** A gap is entered before a word, and remembered for as many words as it may hold: a place for each, in turn. */
const PLACES = GAP_WORDS + 1;

/** What was taken in last: a word, a person, or the owner of something ("her", "Mum's"). */
type Via = 'word' | 'person' | 'owner';

export function createMatcher(table: PhraseTable): Matcher {
  const automaton = createAutomaton(table);
  /** Per gap, when it was last entered, by the clock; per place of a gap, when, and by which match. */
  const lastEntered = new Float64Array(automaton.gapCount);
  const entered = new Float64Array(automaton.gapCount * PLACES);
  const from = new Int32Array(entered.length);
  const opened = new Int32Array(entered.length);
  const closed = new Int32Array(entered.length);
  let clock = PLACES;

  return {
    match(prose, tokens, people) {
      const epoch = clock;
      clock += tokens.count + 2 * PLACES;
      const found: Match[] = [];
      const waiting: (Thread[] | undefined)[] = new Array(tokens.count + 1);
      let gapsOpenUntil = -1;
      let sentences: readonly number[] | null = null;
      const startsSentence = (i: number): boolean => {
        if (i === 0) return true;
        if (tokens.gaps[i] !== STOP) return false;
        sentences ??= sentenceStarts(prose);
        return sentences[sentenceAt(sentences, tokens.starts[i])] >= tokens.ends[i - 1];
      };

      /** A thread has taken in what ends before word `at`. Of threads that stand alike there, the one that began first goes on. */
      const arrive = (thread: Thread, at: number, via: Via): void => {
        const { set, base } = thread;
        // Before anything else: who is named may end a match where an owner, who came first, may not.
        if (set.ends.length > 0 && (via === 'word' || (via === 'person' && !splitsPossessive(prose, tokens, at)))) {
          for (let e = 0; e < set.ends.length; e++) {
            const { phrase, open, close, anchored } = set.ends[e];
            if (anchored && !startsSentence(thread.from)) continue;
            found.push(matchOf(phrase, thread.from, open < 0 ? thread.open : base + open, close < 0 ? thread.close : base + close, at, tokens));
          }
        }
        if (!set.goesOn) return;
        const here = (waiting[at] ??= []);
        let alike = here.length - 1;
        while (alike >= 0 && here[alike].set !== set) alike--;
        if (alike < 0) here.push(thread);
        else if (!isBetter(thread.from, thread.open, thread.close, here[alike].from, here[alike].open, here[alike].close)) return;
        else here[alike] = thread;
      };

      /** The gaps that a thread may go on through from word `at`. */
      const enterGaps = ({ set, from: start, base, open: before, close: after }: Thread, at: number): void => {
        for (let g = 0; g < set.gaps.length; g++) {
          const { gap, open, close, anchored } = set.gaps[g];
          if (!anchored || startsSentence(start)) enter(gap, start, open < 0 ? before : base + open, close < 0 ? after : base + close, at);
        }
      };

      const enter = (gap: number, start: number, open: number, close: number, at: number): void => {
        const slot = gap * PLACES + (at % PLACES);
        if (entered[slot] === epoch + at && !isBetter(start, open, close, from[slot], opened[slot], closed[slot])) return;
        entered[slot] = epoch + at;
        from[slot] = start;
        opened[slot] = open;
        closed[slot] = close;
        if (lastEntered[gap] < epoch + at) lastEntered[gap] = epoch + at;
        if (gapsOpenUntil < at + GAP_WORDS) gapsOpenUntil = at + GAP_WORDS;
      };

      /** Closes those of `gaps` that are open with what begins at word `i` and ends before word `at`; `after` says where it leads from behind a gap. */
      const closeGaps = (gaps: readonly number[], i: number, at: number, via: Via, after: (gap: number) => NodeSet | null): void => {
        for (let g = 0; g < gaps.length; g++) {
          const gap = gaps[g];
          if (lastEntered[gap] < epoch + i - GAP_WORDS) continue;
          let best = -1;
          for (let p = i; p >= 0 && p >= i - GAP_WORDS; p--) {
            const slot = gap * PLACES + (p % PLACES);
            if (entered[slot] !== epoch + p) continue;
            if (crossesSentence(p, i)) break;
            if (best < 0 || isBetter(from[slot], opened[slot], closed[slot], from[best], opened[best], closed[best])) best = slot;
          }
          const set = best < 0 ? null : after(gap);
          if (set) arrive({ set, from: from[best], base: i, open: opened[best], close: closed[best] }, at, via);
        }
      };

      const crossesSentence = (from: number, to: number): boolean => {
        for (let k = from; k <= to; k++) if (tokens.gaps[k] === STOP && startsSentence(k)) return true;
        return false;
      };

      const advance = ({ set, from, base, open, close }: Thread, i: number, group: number, edge: number): void => {
        const next = group < 0 ? null : automaton.afterWord(set, group);
        if (next) arrive({ set: next, from, base, open, close }, i + 1, 'word');
        if (set.takesPeople) advanceByPeople(set, from, base, open, close, i, edge);
      };

      /** A match that begins with word `i`; no thread is made for it before it is on its way. */
      const begin = (i: number, group: number, edge: number): void => {
        const set = tokens.gaps[i] === STOP ? automaton.anchoredRoot : automaton.root;
        const next = group < 0 ? null : automaton.afterWord(set, group);
        if (next) arrive({ set: next, from: i, base: i, open: -1, close: -1 }, i + 1, 'word');
        advanceByPeople(set, i, i, -1, -1, i, edge);
      };

      const advanceByPeople = (set: NodeSet, from: number, base: number, open: number, close: number, i: number, edge: number): void => {
        for (let p = edge; p < people.length && people[p].from === i; p++) {
          const after = automaton.afterPerson(set, people[p].groups, people[p].to - i);
          if (after) arrive({ set: after, from, base, open, close }, people[p].to, viaOf(tokens, people, p));
        }
      };

      let edge = 0;
      for (let i = 0; i < tokens.count; i++) {
        while (edge < people.length && people[edge].from < i) edge++;
        const here = waiting[i];
        waiting[i] = undefined;
        if (here) for (const thread of here) if (thread.set.gaps.length > 0) enterGaps(thread, i);
        const group = automaton.groupOf(tokens.forms[i], tokens.marks[i]);
        const someone = edge < people.length && people[edge].from === i;
        if (group < 0 && !someone) continue;
        if (here && tokens.gaps[i] === JOINED) for (const thread of here) advance(thread, i, group, edge);
        if (i <= gapsOpenUntil) {
          if (group >= 0) closeGaps(automaton.closedByWord(group), i, i + 1, 'word', (gap) => automaton.afterGapByWord(gap, group));
          for (let p = edge; p < people.length && people[p].from === i; p++) {
            const { groups, to } = people[p];
            closeGaps(automaton.closedByPerson(groups), i, to, viaOf(tokens, people, p), (gap) => automaton.afterGapByPerson(gap, groups, to - i));
          }
        }
        begin(i, group, edge);
      }
      return found.length < 2 ? found : onceEach(found);
    },
  };
}

/** Whether a match goes on in place of another that stands alike: it began earlier, or underlines more. */
function isBetter(from: number, open: number, close: number, otherFrom: number, otherOpen: number, otherClose: number): boolean {
  if (from !== otherFrom) return from < otherFrom;
  if (open !== otherOpen) return open < otherOpen;
  return close > otherClose;
}

/** Each phrase once for each end. */
function onceEach(found: Match[]): readonly Match[] {
  found.sort((a, b) => a.to - b.to || a.phrase - b.phrase || a.from - b.from || a.start - b.start || b.end - a.end);
  const kept = found.filter((match, at) => at === 0 || match.to !== found[at - 1].to || match.phrase !== found[at - 1].phrase);
  return kept.sort((a, b) => a.to - b.to || a.from - b.from || a.phrase - b.phrase);
}

function viaOf(tokens: Tokens, people: readonly PersonEdge[], at: number): Via {
  return people[at].possessive || ownsNext(tokens, people, at) ? 'owner' : 'person';
}

/** Whether "her" is the beginning of "her sister" rather than whom "told her to" means. */
function ownsNext(tokens: Tokens, people: readonly PersonEdge[], at: number): boolean {
  const { from, to } = people[at];
  if (to !== from + 1 || tokens.forms[from] !== 'her' || tokens.gaps[to] !== JOINED || AND.has(tokens.forms[to])) return false;
  for (let p = at + 1; p < people.length && people[p].from === from; p++) if (people[p].to > to && !people[p].possessive) return true;
  return false;
}

const AND: ReadonlySet<string> = new Set(['and', '&', '/']);

/** "told Mum" must not be found in "told Mum's sister", nor "told the parents" in "told the parents' friends". */
function splitsPossessive(prose: string, tokens: Tokens, at: number): boolean {
  if (tokens.forms[at - 1] === "'s") return true;
  if (at === tokens.count) return false;
  if (tokens.forms[at] === "'s" && tokens.starts[at] === tokens.ends[at - 1]) return true;
  const mark = prose.charCodeAt(tokens.ends[at - 1]);
  return (mark === 39 || mark === 0x2019) && tokens.gaps[at] === JOINED;
}

function matchOf(phrase: number, from: number, open: number, close: number, to: number, tokens: Tokens): Match {
  const outerStart = tokens.starts[from];
  const outerEnd = tokens.ends[to - 1];
  return { phrase, start: open < 0 ? outerStart : tokens.starts[open], end: close < 0 ? outerEnd : tokens.ends[close - 1], outerStart, outerEnd, from, to };
}

/**
 * Phrase matching as slow and as plain as can be: every way through a phrase is tried from every word. It shares
 * nothing with the automaton but the words of a text, the forms of a word and where sentences begin.
 */
import { formsOf } from '../../server/src/engine/words/inflect.js';
import { CHILD, FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../server/src/engine/people/people.js';
import { GAP_WORDS, type GroupName, type Part, type Phrase } from '../../server/src/engine/phrases/phrase.js';
import { sentenceStarts } from '../../server/src/engine/words/sentences.js';
import { JOINED, STOP, type Tokens } from '../../server/src/engine/words/tokens.js';

/** Word numbers: of the match, and of what is underlined; `to` and `close` exclusive. */
export interface Found {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
  readonly open: number;
  readonly close: number;
}

/** A way taken so far. `last` is what it ended in; `gap` counts words of a gap that may still go on, -1 outside one. */
interface Way {
  readonly at: number;
  readonly open: number;
  readonly close: number;
  readonly last: 'nothing' | 'word' | 'person' | 'owner';
  readonly gap: number;
}

const BITS: Readonly<Record<GroupName, number>> = { person: 0, family: FAMILY, child: CHILD, professional: PROFESSIONAL, service: SERVICE };

/** Each phrase once for each end: the earliest start, then the underline that begins first and reaches furthest. */
export function referenceMatches(phrases: readonly Phrase[], prose: string, tokens: Tokens, people: readonly PersonEdge[]): Found[] {
  const sentences = new Set(sentenceStarts(prose));
  const opensSentence = (i: number): boolean => i === 0 || (tokens.gaps[i] === STOP && [...sentences].some((start) => start >= tokens.ends[i - 1] && start <= tokens.starts[i]));
  const found: Found[] = [];
  phrases.forEach(({ parts }, phrase) => {
    const best = new Map<number, Found>();
    for (let from = 0; from < tokens.count; from++) {
      const begin: Way = { at: from, open: -1, close: -1, last: 'nothing', gap: -1 };
      for (const way of takeAll(parts, begin)) {
        if (way.last === 'owner' || way.last === 'nothing' || way.gap > 0) continue;
        if (way.last === 'person' && owned(way.at)) continue;
        const one = { phrase, from, to: way.at, open: way.open < 0 ? from : way.open, close: way.close < 0 ? way.at : way.close };
        const other = best.get(way.at);
        if (!other || one.from < other.from || (one.from === other.from && (one.open < other.open || (one.open === other.open && one.close > other.close)))) best.set(way.at, one);
      }
    }
    found.push(...best.values());
  });
  return found;

  function takeAll(parts: readonly Part[], way: Way): Way[] {
    return parts.reduce((ways: Way[], part) => ways.flatMap((one) => take(part, one)), [way]);
  }

  function take(part: Part, way: Way): Way[] {
    switch (part.kind) {
      case 'word': return reaches(way) && accepts(part, tokens.forms[way.at]) ? [{ ...way, at: way.at + 1, last: 'word', gap: -1 }] : [];
      case 'group': return reaches(way) ? people.filter((edge) => edge.from === way.at && (part.group === 'person' || (edge.groups & BITS[part.group]) !== 0)).map((edge): Way => ({ ...way, at: edge.to, last: edge.possessive || ownsNext(edge) ? 'owner' : 'person', gap: -1 })) : [];
      case 'choice': return part.options.flatMap((option) => takeAll(option, way));
      case 'optional': return [way, ...take(part.part, way)];
      case 'start': return opensSentence(way.at) ? [way] : [];
      case 'open': return [{ ...way, open: way.at }];
      case 'close': return [{ ...way, close: way.at }];
      case 'gap': {
        // Before the first word, and after another gap, there is nothing to leave room for.
        if (way.last === 'nothing' || way.gap >= 0) return [way];
        const ways: Way[] = [];
        for (let words = 0; words <= GAP_WORDS; words++) {
          ways.push({ ...way, at: way.at + words, gap: words });
          if (way.at + words >= tokens.count || opensSentence(way.at + words)) break;
        }
        return ways;
      }
    }
  }

  /** Whether the next word may follow what has been taken. */
  function reaches({ at, last, gap }: Way): boolean {
    if (at >= tokens.count) return false;
    if (last === 'nothing') return true;
    return gap >= 0 ? !opensSentence(at) : tokens.gaps[at] === JOINED;
  }

  function owned(at: number): boolean {
    if (tokens.forms[at - 1] === "'s") return true;
    if (at >= tokens.count) return false;
    if (tokens.forms[at] === "'s" && tokens.starts[at] === tokens.ends[at - 1]) return true;
    return /['’]/.test(prose[tokens.ends[at - 1]]) && tokens.gaps[at] === JOINED;
  }

  /** "her" before the sister whom somebody else calls "her sister". */
  function ownsNext(edge: PersonEdge): boolean {
    return edge.to === edge.from + 1 && tokens.forms[edge.from] === 'her' && tokens.gaps[edge.to] === JOINED && !['and', '&', '/'].includes(tokens.forms[edge.to])
      && people.some((other) => other.from === edge.from && other.to > edge.to && !other.possessive);
  }
}

function accepts(word: { readonly form: string; readonly exact: boolean }, form: string): boolean {
  if (word.exact) return form === word.form;
  const forms = formsOf(word.form);
  return forms.includes(form) || (form === "'s" && (forms.includes('is') || forms.includes('has'))) || (form === "'d" && (forms.includes('had') || forms.includes('would')));
}

/**
 * Whether what is to happen if things go wrong is more than a threat: under its heading somebody does something to help
 * before any formal step. It does not judge the step.
 */
import { meetsOneOf } from '../../in-order.js';
import type { CheckSpec } from '../../rule.js';
import { JOINED, type Tokens } from '../../words/tokens.js';
import { cueAt, cueReader, findCue, textOf, type Cues } from '../cue-phrases.js';
import { saying, type NoteCheck } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';
import { foundUnder, underHeadings, underKeys } from './under-headings.js';

export const CONTINGENCY_KEYS = ['headings', 'threats', 'helps', 'say', 'ask'] as const;

export function contingencyCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  // Inflecting the words takes a moment, and many notes have no such heading.
  let cues: Readonly<Record<'headings' | 'threats' | 'helps', Cues>> | null = null;
  const keys = underKeys(spec['headings'], readOnce);
  const ask = textOf(spec['ask']);
  const name = `contingency ${readOnce.nameOf(spec)}`;
  return (view) => {
    const { headings, threats, helps } = (cues ??= readCues(spec));
    const place = foundUnder(view, headings, keys, name, [], () => {
      const under = underHeadings(view, headings, keys);
      const blocks = under.flatMap((headed) => headed.blocks);
      const tokensUnder = blocks.map((block) => view.detail(block).tokens);
      const blank = blocks.some(({ start, end }) => meetsOneOf(view.note.placeholders, start, end));
      return blank || !tokensUnder.some((tokens) => findCue(threats, tokens) >= 0) || tokensUnder.some((tokens) => isDone(helps, tokens)) ? null : under[0];
    });
    return place === null ? [] : [{ ...place, ...saying(textOf(spec['say']), ask) }];
  };
}

/** "If he comes home drunk, Sana rings me": what is told before the comma is not yet what anybody does. */
function isDone(helps: Cues, tokens: Tokens): boolean {
  const { count, forms, gaps } = tokens;
  for (let i = 0, given = false; i < count; i++) {
    if (gaps[i] !== JOINED) given = false;
    if (CONDITIONS.has(forms[i])) given = true;
    if (!given && cueAt(helps, tokens, i) > 0) return true;
  }
  return false;
}

const CONDITIONS = new Set(['if', 'when', 'should', 'unless', 'where']);

function readCues(spec: CheckSpec): Readonly<Record<'headings' | 'threats' | 'helps', Cues>> {
  const read = cueReader(spec);
  return { headings: read(spec['headings']), threats: read(spec['threats']), helps: read(spec['helps']) };
}

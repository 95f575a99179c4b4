/**
 * The checks of the plain-english pack, each of which asks a library. It does not load the libraries: they are large, and
 * are given once a note asks for them (plain-english.ts).
 */
import type { CheckSpec } from '../../rule.js';
import type { BlockCheck, Raised } from '../block-check.js';
import { linesOf, textOf } from '../cue-phrases.js';
import type { PlainFinding } from './finding.js';

export const RETEXT_KEYS = ['plugin', 'skip'] as const;
export const READABILITY_KEYS = ['age'] as const;
export const WRITE_GOOD_KEYS = ['checks'] as const;

/** The wrapped libraries of the plain-english pack, loaded only when a note asks for them. */
export interface PlainEnglish {
  runRetext(prose: string, plugin: 'passive' | 'simplify', skip: readonly string[]): readonly PlainFinding[];
  runReadability(prose: string, age: number): readonly PlainFinding[];
  runWriteGood(prose: string, checks: readonly string[]): readonly PlainFinding[];
}

export function retextCheck(spec: CheckSpec, { runRetext }: PlainEnglish): BlockCheck {
  return plainCheck((prose) => runRetext(prose, textOf(spec['plugin']) === 'passive' ? 'passive' : 'simplify', linesOf(spec['skip'])));
}

export function readabilityCheck(spec: CheckSpec, { runReadability }: PlainEnglish): BlockCheck {
  return plainCheck((prose) => runReadability(prose, Number(textOf(spec['age']))).map((finding) => ({ ...finding, ofSentence: true })));
}

export function writeGoodCheck(spec: CheckSpec, { runWriteGood }: PlainEnglish): BlockCheck {
  return plainCheck((prose) => runWriteGood(prose, linesOf(spec['checks'])));
}

/** These read finished sentences, so neither headings nor table cells. */
function plainCheck(run: (prose: string) => readonly (PlainFinding & Pick<Raised, 'ofSentence'>)[]): BlockCheck {
  return (content) => ({
    raised: content.kind === 'paragraph' || content.kind === 'item' ? run(content.prose).map((finding) => ({ ...finding, term: '' })) : [],
    explains: [],
  });
}

/** What is measured at doubling sizes: every hostile text, rule and block, and all that goes in and out beside the engine. It does not measure. */
import { analyse } from '../../../server/src/engine/analyse.js';
import { MAX_NOTE } from '../../../server/src/engine/limits.js';
import { createOverviews } from '../../../server/src/engine/overview/overview.js';
import { createRuleSet } from '../../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../../support/built-in.js';
import { CONTEXT, rules } from '../../support/check.js';
import { BLOCKS_OF, MOST_IN_BLOCK } from './blocks.js';
import { edges } from './edges.js';
import { entriesOf, mixedWords, RULES } from './rules.js';
import { TEXTS } from './texts.js';

export interface Case {
  readonly what: string;
  /** The smallest and the largest size that is measured. */
  readonly first: number;
  readonly most: number;
  /** What is done with so much. */
  readonly prepare: (size: number) => () => unknown;
}

export function cases(): readonly Case[] {
  const builtIn = createRuleSet(BUILT_IN, null);
  const overview = createOverviews();
  return [
    ...TEXTS.map(({ what, make }) => ({ what: `record: ${what}`, first: 64, most: mostOf(make), prepare: (size: number) => { const text = make(size); return () => overview(analyse(text, builtIn, CONTEXT)); } })),
    ...RULES.map(({ what, avoid, make }) => { const set = rules(ruleOf(avoid)); return { what: `rule: ${what}`, first: 64, most: mostOf(make), prepare: (size: number) => { const text = make(size); return () => analyse(text, set, CONTEXT); } }; }),
    { what: 'rule: entries, made ready', first: 64, most: 8_192, prepare: (size) => { const rule = ruleOf(entriesOf(size)); return () => rules(rule); } },
    { what: 'rule: entries, over one text', first: 64, most: 8_192, prepare: (size) => { const set = rules(ruleOf(entriesOf(size))); const text = mixedWords(100_000); return () => analyse(text, set, CONTEXT); } },
    ...BLOCKS_OF.map(({ what, make }) => ({ what: `blocks of one sentence: ${what}`, first: 240, most: MOST_IN_BLOCK, prepare: (size: number) => { const text = make(size); return () => analyse(text, builtIn, CONTEXT); } })),
    ...edges().map((edge) => ({ ...edge, first: 64 })),
  ];
}

/** The size at which a text is about as long as a note may be. */
export function mostOf(make: (size: number) => string): number {
  return Math.floor(MAX_NOTE / (make(1024).length / 1024));
}

function ruleOf(avoid: string): string {
  return `entries:\n  - avoid: |\n${avoid.replace(/^/gm, '      ')}\n    ask: Why?`;
}

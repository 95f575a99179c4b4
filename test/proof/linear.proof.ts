/** Twice as much of what is hardest, and the time it takes; then as much of it as a record may hold, and more. */
import assert from 'node:assert/strict';
import { analyse, MAX_NOTE } from '../../server/src/engine/analyse.js';
import { createOverviews } from '../../server/src/engine/overview/overview.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT, rules } from '../support/check.js';
import { languageClient } from '../support/language-client.js';
import { reportOf } from '../support/memory-world.js';
import { edges } from './linear/edges.js';
import { growthOf, MOST_RATIO } from './linear/growth.js';
import { entriesOf, RULES } from './linear/rules.js';
import { TEXTS } from './linear/texts.js';
import type { Proof, Told } from './proof.js';

export const proof: Proof = {
  title: 'Twice the work takes twice the time',
  promise: 'However a record, a rule or a document is made, the time it takes grows as its size does; what is over a stated limit is told as not read, with what was done.',
  async run(told) {
    const builtIn = createRuleSet(BUILT_IN, null);
    const overview = createOverviews();
    for (const { make } of TEXTS) for (let again = 0; again < 3; again++) analyse(make(100), builtIn, CONTEXT);
    const cases = [
      ...TEXTS.map(({ what, make }) => ({ what: `record: ${what}`, first: 64, most: mostOf(make), prepare: (size: number) => { const text = make(size); return () => overview(analyse(text, builtIn, CONTEXT)); } })),
      ...RULES.map(({ what, avoid, make }) => { const set = rules(ruleOf(avoid)); return { what: `rule: ${what}`, first: 64, most: mostOf(make), prepare: (size: number) => { const text = make(size); return () => analyse(text, set, CONTEXT); } }; }),
      { what: 'rule: entries, made ready', first: 64, most: 16_384, prepare: (size: number) => { const rule = ruleOf(entriesOf(size)); return () => rules(rule); } },
      { what: 'rule: entries, over one text', first: 64, most: 16_384, prepare: (size: number) => { const set = rules(ruleOf(entriesOf(size))); const text = RULES[6].make(20_000); return () => analyse(text, set, CONTEXT); } },
      ...edges().map((edge) => ({ ...edge, first: 64 })),
    ];
    await eachGrows(cases, told);
    atItsLargest(told);
    await beyondTheLimit(told);
  },
};

type Case = { readonly what: string; readonly first: number; readonly most: number; readonly prepare: (size: number) => () => unknown };

/** In part of a run there is no clock: each is done once, at a small size. */
async function eachGrows(cases: readonly Case[], { clock, figure }: Told): Promise<void> {
  const over: string[] = [];
  for (const { what, first, most, prepare } of cases) {
    if (clock === 'ignored') {
      await prepare(first)();
      continue;
    }
    const { largest, time, worst } = await growthOf(prepare, first, most);
    figure(what, `${worst === null ? 'too quick to tell' : `× ${worst.toFixed(2)} at most`}; ${largest.toLocaleString('en-GB')} took ${time.toFixed(0)} ms`);
    if (worst !== null && worst > MOST_RATIO) over.push(`${what} × ${worst.toFixed(2)}`);
  }
  assert.deepEqual(over, [], `more than × ${MOST_RATIO} for twice as much`);
}

/** Every text as long as a note may be, as records of the kinds that look furthest: nothing is thrown. */
function atItsLargest({ amount, figure }: Told): void {
  const builtIn = createRuleSet(BUILT_IN, null);
  const texts = TEXTS.filter((_text, at) => at % Math.ceil(1 / amount) === 0);
  for (const { make } of texts) {
    const text = make(mostOf(make));
    for (const type of ['plan', 'danger-statement'] as const) analyse(text.slice(0, Math.round(MAX_NOTE * Math.min(1, amount * 4))), builtIn, { ...CONTEXT, type });
  }
  figure(`records of ${MAX_NOTE.toLocaleString('en-GB')} characters, read as two kinds`, texts.length);
}

async function beyondTheLimit({ figure }: Told): Promise<void> {
  const line = 'Dad failed to engage. '.repeat(Math.ceil(10_000_000 / 22));
  const { files } = await reportOf({ '/work/a.md': line, '/work/b.md': 'Dad failed to engage.\n' }, ['.']);
  assert.match(files[0].unchecked[0].reason, /too long to be read \(10\.0 million characters; the limit is 8 million\)/);
  assert.deepEqual([files[0].findings.length, files[1].findings.length], [0, 1]);
  const client = await languageClient();
  try {
    client.open('file:///records/a.md', line);
    const { items } = await client.pull('file:///records/a.md');
    assert.deepEqual(items.map(({ code }) => code), ['unchecked']);
    assert.match(String(items[0].message), /^This part was not read\. The note is too long to be read/);
  } finally {
    client.stop();
  }
  figure('a line of 10,000,000 characters, command line and editor', 'told as not read, and the next record is read');
}

function mostOf(make: (size: number) => string): number {
  return Math.floor(MAX_NOTE / (make(1024).length / 1024));
}

function ruleOf(avoid: string): string {
  return `entries:\n  - avoid: |\n${avoid.replace(/^/gm, '      ')}\n    ask: Why?`;
}

/** Every fix of every record at hand, and of sentences made to make fixes go wrong. It tells rules and counts, never a record's words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Context } from '../../server/src/engine/analyse.js';
import { exampleNote, readExample } from '../../server/src/rulebook/advice/laws.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { exampleNotes } from '../support/edits.js';
import { faultsOf, isAddition, offeredIn, rulesOf } from '../support/fix-laws.js';
import { mendable, NAMES } from '../support/mendable.js';
import { numbers } from '../support/random.js';
import { readSpecimen } from '../specimens/labels.js';
import { HALVES } from '../specimens/measure.js';
import type { Proof, Told } from './proof.js';

const SENTENCES = 10_000;

export const proof: Proof = {
  title: 'A fix changes nothing but its words',
  promise: 'Each fix, applied, ends its finding and brings no other; every name, date, number, denial, word of harm and quotation is still there, and the rest of the record is as it was.',
  run: async (told) => everyFix(told),
};

interface Written {
  /** What a fault is told with: a place, and never a record's words. */
  readonly place: string;
  readonly text: string;
  readonly context: Context;
  /** The names in it, where they are known. */
  readonly names?: readonly string[];
}

function everyFix({ of, figure, amount }: Told): void {
  const rules = rulesOf(BUILT_IN);
  const faults = new Set<string>();
  for (const [kind, records] of [['records', recordsAtHand(amount)], ['examples of rules', ruleExamples()], ['sentences made for it', sentences(of(SENTENCES))]] as const) {
    const seen = { records: 0, replacements: 0, additions: 0 };
    for (const { place, text, context, names } of records) {
      seen.records++;
      for (const offered of offeredIn(text, rules, context, names)) {
        seen[isAddition(offered.fix) ? 'additions' : 'replacements']++;
        for (const fault of faultsOf(offered)) faults.add(`${place}: the fix of ${offered.finding.rule} ${fault}`);
      }
    }
    figure(kind, seen.records);
    figure(`fixes in ${kind}`, `${seen.replacements.toLocaleString('en-GB')} replacements, ${seen.additions.toLocaleString('en-GB')} additions`);
    assert.ok(seen.replacements > seen.records / 150, `only ${seen.replacements} fixes in ${seen.records} ${kind}: too few to show anything`);
  }
  assert.deepEqual([...faults], []);
  figure('faults', 0);
}

/** Those of examples/ and of the specimens. */
function recordsAtHand(amount: number): readonly Written[] {
  const examples = exampleNotes().map((text, at) => ({ place: `example ${at + 1}`, text, context: CONTEXT }));
  const specimens = HALVES.flatMap((half) => readdirSync(`test/specimens/${half}`).filter((name) => name.endsWith('.md')).sort().map((name) => ({ place: `${half}/${name}`, text: readSpecimen(readFileSync(`test/specimens/${half}/${name}`, 'utf8')).text, context: CONTEXT })));
  return [...examples, ...specimens.filter((_one, at) => amount === 1 || at % 8 === 0)];
}

function ruleExamples(): readonly Written[] {
  return BUILT_IN.rules.flatMap((rule) => [...rule.examples.raise, ...rule.examples.leave].map((line) => {
    const { text, context } = exampleNote(rule, readExample(line).text);
    return { place: `“${text}”`, text, context };
  }));
}

function sentences(count: number): readonly Written[] {
  const made = mendable(numbers(29));
  return Array.from({ length: count }, () => {
    const text = made();
    return { place: JSON.stringify(text), text, context: CONTEXT, names: NAMES };
  });
}

/** Rules that are added to compiled ones find what they would have found had all been compiled together. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { compileRules, noRules } from '../../server/src/rulebook/packs/compile.js';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import { exampleNote, readExample } from '../../server/src/rulebook/advice/laws.js';
import { readPack } from '../../server/src/rulebook/packs/pack.js';
import { BUILT_IN } from '../support/built-in.js';

describe('rules that are added to compiled ones', () => {
  it('find what they find when all are compiled together', () => {
    // Off ones are switched on, so that there is more to compare.
    const decoded = ['signs-of-safety', 'family-group-conference', 'choices'].flatMap((name) => readPack(name, `rules/${name}`, BUILT_IN.words, DISK).rules).map((one) => ({ ...one, rule: { ...one.rule, severity: 'suggestion' as const } }));
    assert.ok(decoded.length > 20);
    // In the same order: of equals, the rule that comes first speaks.
    const [half, rest] = [decoded.slice(0, decoded.length >> 1), decoded.slice(decoded.length >> 1)];
    const together = compileRules(noRules(BUILT_IN.words), decoded, []);
    const apart = compileRules(compileRules(noRules(BUILT_IN.words), half, []), rest, []);
    assert.ok(apart.added && !together.added);
    const sets = [createRuleSet(together, null), createRuleSet(apart, null)];
    let found = 0;
    for (const { rule } of decoded) {
      for (const line of [...rule.examples.raise.slice(0, 4), ...rule.examples.leave.slice(0, 2)]) {
        const note = exampleNote(rule, readExample(line).text);
        const [one, two] = sets.map((set) => analyse(note.text, set, note.context).findings.map(({ start, end, rule: id }) => `${start} ${end} ${id}`));
        assert.deepEqual(two, one, line);
        found += one.length;
      }
    }
    assert.ok(found > 40);
  });
});

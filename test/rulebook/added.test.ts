/** Rules that are added to compiled ones find what they would have found had all been compiled together. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { buildPacks } from '../../server/src/rulebook/build-packs.js';
import { compileRules, noRules } from '../../server/src/rulebook/compile.js';
import { exampleNote, readExample } from '../../server/src/rulebook/laws.js';

describe('rules that are added to compiled ones', () => {
  it('find what they find when all are compiled together', () => {
    const { decoded, compiled: together } = buildPacks('rules');
    // In the same order: of equals, the rule that comes first speaks.
    const [half, rest] = [decoded.slice(0, decoded.length >> 1), decoded.slice(decoded.length >> 1)];
    const apart = compileRules(compileRules(noRules(together.words), half, []), rest, []);
    const sets = [createRuleSet(together, null), createRuleSet(apart, null)];
    for (const { rule } of decoded.filter((_, index) => index % 5 === 0)) {
      for (const line of [...rule.examples.raise, ...rule.examples.leave].slice(0, 6)) {
        const note = exampleNote(rule, readExample(line).text);
        const [one, two] = sets.map((set) => analyse(note.text, set, note.context).findings.map(({ start, end, rule: id }) => `${start} ${end} ${id}`));
        assert.deepEqual(two, one, line);
      }
    }
  });
});

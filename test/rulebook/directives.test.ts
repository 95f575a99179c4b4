/** `directives:` of a rulebook: whether a comment that sets something aside has to say why. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { loadRulebook } from '../../server/src/rulebook/load-rulebook.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { memoryHost } from '../support/memory-files.js';

const TEXT = 'Dad failed to engage. <!-- alongside-disable-line label/engagement -->\n';

describe('a rulebook asks directives for reasons', () => {
  const cases: readonly (readonly [source: string, found: readonly string[]])[] = [
    ['', []],
    ['directives: { require-reason: false }\n', []],
    ['directives: { require-reason: true }\n', ['document/directive-without-reason warning']],
    ['packs: [signs-of-safety]\ndirectives: { require-reason: true }\n', ['document/directive-without-reason warning']],
    ['rules:\n  document/directive-without-reason: suggestion\n', ['document/directive-without-reason suggestion']],
  ];
  for (const [source, found] of cases) {
    it(source.replaceAll('\n', '⏎') || 'only where it says so', () => {
      const rulebook = loadRulebook('/w/alongside.yml', memoryHost({ '/w/alongside.yml': source }), BUILT_IN);
      assert.deepEqual(rulebook.problems, []);
      const said = analyse(TEXT, createRuleSet(rulebook.compiled, null), CONTEXT).findings.filter(({ rule }) => rule.startsWith('document/directive')).map(({ rule, severity }) => `${rule} ${severity}`);
      assert.deepEqual(said, found);
    });
  }
});

/**
 * All that must be true of rules beyond being well formed, at once.
 */
import type { RuleSet } from '../../server/src/engine/rule-set.js';
import { claimedTwice } from '../../server/src/rulebook/advice/claims.js';
import type { DecodedRule } from '../../server/src/rulebook/decode/rule.js';
import { checkExamples, checkWordings } from '../../server/src/rulebook/advice/laws.js';
import type { Problem } from '../../server/src/rulebook/problem.js';

/** Problems of the rules, each at its line. `ruleSet` holds all rules in force, which may speak instead of one another. */
export function checkRules(decoded: readonly DecodedRule[], ruleSet: RuleSet): readonly Problem[] {
  return [...claimedTwice(decoded), ...decoded.flatMap((rule) => [...checkExamples(rule, ruleSet), ...checkWordings(rule, ruleSet)])];
}

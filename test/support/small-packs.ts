/**
 * A few rules under the names of the packs that ship, so that tests of what stands round the rules do not change
 * with them.
 */
import { compileRules, noRules } from '../../server/src/rulebook/packs/compile.js';
import { readPack } from '../../server/src/rulebook/packs/pack.js';
import type { CompiledRules } from '../../server/src/engine/rule-set.js';
import { memoryHost } from './memory-files.js';

const WORDS = { is: 'am|is|are|was|were' };

/** label/engagement (suggestion), minimising/incident (warning), jargon/siblings (with a replacement), label/contested (off), label/victim (a choice), label/chastised (of Wales and Scotland), plain-english/passive. */
export function smallPacks(): CompiledRules {
  const host = memoryHost(FILES);
  const packs = ['family-valued', 'plain-english'].map((name) => readPack(name, `/rules/${name}`, WORDS, host));
  const problems = packs.flatMap((pack) => pack.problems);
  if (problems.length > 0) throw new Error(problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`).join('\n'));
  const { problems: _none, ...compiled } = compileRules(noRules(WORDS), packs.flatMap((pack) => pack.rules), []);
  return compiled;
}

const FILES = {
  '/rules/family-valued/label/engagement.yml': `title: Blame for not taking part
why: It puts the whole reason on the person.
entries:
  - avoid: |
      fail to engage
      hard to reach
    ask: What did the offer look like from their side?
examples:
  raise: |
    Dad [[failed to engage]] with the programme.
  leave: |
    Dad came twice.
`,
  '/rules/family-valued/label/contested.yml': `title: A word some choose
why: It is contested.
severity: off
entries:
  - avoid: |
      survivor
    ask: Which word would they choose?
examples:
  raise: |
    She is a [[survivor]].
  leave: |
    She left.
`,
  '/rules/family-valued/label/victim.yml': `title: A word for a child
why: Some children do not want it.
severity: off
choice: victim/avoid
other-view: The law uses it.
entries:
  - avoid: |
      victim
    ask: Which word would they choose?
examples:
  raise: |
    Ava is a [[victim]].
  leave: |
    Ava left.
`,
  '/rules/family-valued/label/chastised.yml': `title: Against the law here
why: Hitting a child is against the law here.
severity: off
jurisdiction: [wales, scotland]
entries:
  - avoid: |
      chastise
    ask: Who did what to whom?
examples:
  raise: |
    Dad [[chastised]] Leo.
  leave: |
    Dad hit Leo.
`,
  '/rules/family-valued/minimising/incident.yml': `title: May hide harm
why: It is shorthand that hides what was done, and by whom.
severity: warning
entries:
  - avoid: |
      domestic incident
    ask: Who did what to whom?
examples:
  raise: |
    There was a [[domestic incident]].
  leave: |
    He hit her.
`,
  '/rules/family-valued/jargon/siblings.yml': `title: A word families do not use
why: It is a form's word.
level: gentle
entries:
  - avoid: |
      siblings/exact
    replace: brothers and sisters
examples:
  raise: |
    Her [[siblings]] came.
  leave: |
    Her brothers came.
`,
  '/rules/plain-english/plain-english/passive.yml': `title: Who did it?
why: It leaves out the person who did it.
level: gentle
types: [letter, family-plan]
check:
  kind: retext
  plugin: passive
examples:
  raise: |
    A letter [[was sent]] on Monday.
  leave: |
    Steph gave Mum a leaflet.
`,
};

/**
 * `alongside rules docs`: the rules in force as a style guide, for people who never open an editor.
 */
import { ABOUT, anchorOf, categoriesOf, categoryBlocks, indexBlocks, type Block, type WordPair } from '../rulebook/style-guide.js';
import { plainReplacement } from '../engine/message.js';
import { answering } from '../rulebook/proof.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { toHtml, toMarkdown } from '../rulebook/style-guide-text.js';
import type { ExitCode } from './command.js';
import { refuse, rulesHere, told } from './rules-here.js';
import { absolute, reasonOf } from './select.js';
import type { World } from './world.js';

const TITLE = 'The words we use, and why';

export async function docs(config: string | null, to: string | null, world: World): Promise<ExitCode> {
  const here = await rulesHere(config, world);
  if (!here) return 2;
  const rules = here.rulebook.compiled.rules.filter(({ severity }) => severity !== 'off');
  const pairs = wordPairs(here.rulebook);
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: TITLE },
    { kind: 'text', text: 'What Alongside raises in our records, why, and what to ask or write instead. It looks at words only: it does not know whether a child is safe, and gives no score to anyone.' },
    { kind: 'contents', label: 'What is here', items: categoriesOf(rules).map((category) => ({ text: ABOUT[category].title, to: `#${category}` })) },
    ...indexBlocks(rules, (rule) => `#${anchorOf(rule)}`),
    ...categoriesOf(rules).flatMap((category): Block[] => [{ kind: 'heading', level: 2, text: ABOUT[category].title, id: category }, ...categoryBlocks(category, rules, ({ id }) => pairs.get(id) ?? [])]),
  ];
  const text = to?.endsWith('.html') ? toHtml(TITLE, blocks) : toMarkdown(blocks);
  for (const problem of here.rulebook.problems) world.error(`${told(problem, world)}\n`);
  if (to === null) world.out(text);
  else {
    try {
      world.writeFile(absolute(to, world), text);
    } catch (error) {
      return refuse(world, `${to} could not be written (${reasonOf(error)}).`);
    }
  }
  return here.rulebook.problems.length > 0 ? 2 : 0;
}

/** The words a team's own files name, by rule, beside what they say to do about them. */
function wordPairs(rulebook: Rulebook): ReadonlyMap<string, readonly WordPair[]> {
  const pairs = new Map<string, readonly WordPair[]>();
  for (const { rule, phrases, answers } of answering(rulebook)) {
    const entries = [...new Set(phrases.map(({ entry }) => entry))].filter((entry) => entry >= 0);
    const rows = entries.map((of) => ({
      words: phrases.filter(({ entry }) => entry === of).map(({ text }) => text.replace(/\/exact|\[\[|\]\]/g, '')).join(', '),
      instead: answers.filter(({ entry, key }) => entry === of && key !== 'safe').map(({ key, text }) => (key === 'replace' ? plainReplacement(text) : text)).join(' '),
    }));
    pairs.set(rule.id, [...(pairs.get(rule.id) ?? []), ...rows]);
  }
  return pairs;
}

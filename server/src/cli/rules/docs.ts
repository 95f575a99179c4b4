/**
 * `alongside rules docs`: the rules in force as a style guide, for people who never open an editor.
 */
import { ABOUT, anchorOf, categoriesOf, categoryBlocks, categoryOf, foldedRules, indexBlocks, type Block, type WordPair } from '../../rulebook/guide/style-guide.js';
import { samplesOf } from '../../rulebook/advice/samples.js';
import { plainReplacement } from '../../engine/message.js';
import type { CATEGORIES, Rule } from '../../engine/rule.js';
import { answering } from '../../rulebook/advice/run-examples.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { toHtml, toMarkdown } from '../../rulebook/guide/text.js';
import { refuse, type ExitCode } from '../command.js';
import { plural } from '../report/formats/words.js';
import { rulesHere, told } from './here.js';
import { absolute, reasonOf } from '../check/select.js';
import type { World } from '../world.js';

const TITLE = 'The words we use, and why';

export async function docs(config: string | null, to: string | null, world: World): Promise<ExitCode> {
  const form = to === null ? 'markdown' : /\.html?$/i.test(to) ? 'html' : /\.(?:md|markdown)$/i.test(to) ? 'markdown' : null;
  if (form === null) return refuse(world, `A style guide is written as a page (.html) or as Markdown (.md); “${to}” is neither.`);
  const here = await rulesHere(config, world);
  if (!here) return 2;
  const rules = here.rulebook.compiled.rules.filter(({ severity }) => severity !== 'off');
  const pairs = wordPairs(here.rulebook);
  const pairsOf = ({ id }: Rule): readonly WordPair[] => pairs.get(id) ?? [];
  const opening: readonly Block[] = [
    { kind: 'heading', level: 1, text: TITLE },
    { kind: 'text', text: 'What Alongside raises in our records, why, and what to ask or write instead. It looks at words only: it does not know whether a child is safe, and gives no score to anyone.' },
    { kind: 'contents', label: 'What is here', items: categoriesOf(rules).map((category) => ({ text: `${ABOUT[category].title} (${rules.filter((rule) => categoryOf(rule) === category).length})`, to: `#${category}` })) },
  ];
  const headed = (category: (typeof CATEGORIES)[number]): Block => ({ kind: 'heading', level: 2, text: ABOUT[category].title, id: category });
  const text = form === 'html'
    ? toHtml(TITLE, [...opening, ...categoriesOf(rules).flatMap((category): Block[] => [headed(category), { kind: 'text', text: ABOUT[category].about }, ...foldedRules(category, rules, pairsOf)])])
    : toMarkdown([...opening, ...indexBlocks(rules, (rule) => `#${anchorOf(rule)}`), ...categoriesOf(rules).flatMap((category): Block[] => [headed(category), ...categoryBlocks(category, rules, pairsOf)])]);
  for (const problem of here.rulebook.problems) world.error(`${told(problem, world)}\n`);
  if (to === null) world.out(text);
  else {
    try {
      world.writeFile(absolute(to, world), text);
    } catch (error) {
      return refuse(world, `${to} could not be written (${reasonOf(error)}).`);
    }
    world.out(`${to} is here, with ${plural(rules.length, 'rule')}.${form === 'html' ? ' Any browser opens it; nothing in it is fetched from elsewhere.' : ''}\n`);
  }
  return here.rulebook.problems.length > 0 ? 2 : 0;
}

/** The words a team's own files name, by rule, beside what they say to do about them. */
function wordPairs(rulebook: Rulebook): ReadonlyMap<string, readonly WordPair[]> {
  const pairs = new Map<string, readonly WordPair[]>();
  for (const { rule, phrases, answers } of answering(rulebook)) {
    const entries = [...new Set(phrases.map(({ entry }) => entry))].filter((entry) => entry >= 0);
    const rows = entries.map((of) => ({
      words: phrases.filter(({ entry }) => entry === of).map(({ text }) => [...samplesOf(text, rulebook.compiled.words)].sort((a, b) => b.length - a.length)[0] ?? text).join(', '),
      instead: answers.filter(({ entry, key }) => entry === of && key !== 'safe').map(({ key, text }) => (key === 'replace' ? plainReplacement(text) : text)).join(' '),
    }));
    pairs.set(rule.id, [...(pairs.get(rule.id) ?? []), ...rows]);
  }
  return pairs;
}

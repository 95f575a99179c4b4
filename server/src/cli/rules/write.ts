/**
 * `alongside init` and `rules new`: what begins a rules file, and a rule in it. What stands there already stays as
 * somebody wrote it.
 */
import { CATEGORIES } from '../../engine/rule.js';
import { isProblem, parsePhrase } from '../../engine/phrases/phrase.js';
import { finder, withMarks } from '../../rulebook/advice/coverage.js';
import { idFor } from '../../rulebook/decode/rule.js';
import { lostFact } from '../../rulebook/advice/facts.js';
import { createReader } from '../../rulebook/reader.js';
import { findRulebook, RULEBOOK_FILE } from '../../rulebook/rulebook.js';
import { STARTER, startingFrom } from '../../rulebook/write/starter.js';
import { withRule, type NewRule } from '../../rulebook/write/rule.js';
import { refuse, type ExitCode } from '../command.js';
import { told } from './here.js';
import { absolute, reasonOf, shownPath } from '../check/select.js';
import type { World } from '../world.js';

export async function init(world: World): Promise<ExitCode> {
  const path = `${world.cwd}/${RULEBOOK_FILE}`;
  if (world.exists(path)) return refuse(world, `There is an ${RULEBOOK_FILE} here already; it was left as it is.`);
  const above = findRulebook(`${world.cwd}/x.md`, world);
  const text = above ? startingFrom(`${Array(path.split('/').length - above.split('/').length).fill('..').join('/')}/${RULEBOOK_FILE}`) : STARTER;
  const failed = write(path, text, world);
  if (failed) return failed;
  world.out(`${RULEBOOK_FILE} is here${above ? `, and builds on ${above}` : ''}. Nothing has changed yet: open it and switch on what you need, or write a rule with\n  alongside rules new ours/meetings\n`);
  return 0;
}

export interface NewOptions {
  readonly config: string | null;
  readonly avoid: readonly string[];
  readonly ask: string | null;
  readonly replace: string | null;
  readonly title: string | null;
  readonly why: string | null;
  readonly raise: readonly string[];
  readonly leave: readonly string[];
}

export async function newRule(id: string | null, options: NewOptions, world: World): Promise<ExitCode> {
  const { words } = world.builtIn();
  const objection = id === null ? null : nameObjection(id);
  if (objection) return refuse(world, objection);
  /** Asks until an answer will do; null once nobody answers any more. */
  const ask = async (question: string, wrong: (answer: string) => string | null, empty: 'again' | 'fine' = 'again'): Promise<string | null> => {
    for (;;) {
      const said = (await world.ask(question))?.trim();
      if (said === undefined || (said === '' && empty === 'fine')) return said ?? null;
      const why = said === '' ? 'Something has to stand here.' : wrong(said);
      if (why === null) return said;
      world.error(`${why}\n`);
    }
  };
  const anything = (): null => null;
  const named = id ?? (await ask('What is it about, in a word or two (family pods)? ', anything));
  const avoid = options.avoid.length > 0 ? options.avoid : parted(await ask('Which words should be avoided? Several are parted by commas. ', (said) => phraseObjection(parted(said))));
  const replace = options.replace ?? (options.ask !== null || avoid.length === 0 ? '' : await ask('What can be written instead, word for word? Enter where no wording keeps every fact. ', (said) => wordingObjection(avoid, said), 'fine'));
  const question = replace === '' ? options.ask ?? (await ask('What could the writer ask themselves instead? ', anything)) : '';
  const title = options.title ?? (await ask('A title of two to six words, as the writer will see it? ', anything));
  const why = options.why ?? (await ask('What do these words do to a family or a reader? ', anything));
  const findIn = finder(avoid, words);
  const raise = options.raise.length > 0 ? options.raise : [await ask('A sentence that should be raised? ', (said) => (findIn(said) ? null : `None of the words stand in it (${avoid.join(', ')}). One that has them, please.`))];
  const leave = options.leave.length > 0 ? options.leave : [await ask('A sentence that should be left alone? ', (said) => { const found = findIn(said); return found ? `“${said.slice(found.start, found.end)}” stands in it, so it would be raised. One without, please.` : null; })];
  if (named === null || avoid.length === 0 || replace === null || question === null || title === null || why === null || !isWhole(raise) || !isWhole(leave)) return refuse(world, 'Something was left empty, so nothing was written. Every rule has words to avoid, a question or a wording, a title, a why and two sentences.');
  const answer = replace === '' ? { answer: 'ask', text: question } as const : { answer: 'replace', text: replace } as const;
  return addRule({ id: nameObjection(named) === null ? named : idFor(named), title, why, entries: [{ avoid, ...answer }], raise: raise.map((sentence) => withMarks(sentence, avoid, words)), leave }, options.config, world);
}

function parted(said: string | null): readonly string[] {
  return (said ?? '').split(',').map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');
}

function phraseObjection(phrases: readonly string[]): string | null {
  const wrong = phrases.map((phrase) => ({ phrase, read: parsePhrase(phrase) })).find(({ read }) => isProblem(read));
  return wrong && isProblem(wrong.read) ? `“${wrong.phrase}”: ${wrong.read.problem}.` : null;
}

function wordingObjection(avoid: readonly string[], wording: string): string | null {
  const lost = avoid.map((phrase) => lostFact(phrase, wording)).find((one) => one !== null);
  if (lost) return `“${lost.word}” would be lost. Press Enter, and ask the writer a question instead.`;
  return finder(avoid, {})(wording) ? 'That would itself be raised.' : null;
}

function isWhole(sentences: readonly (string | null)[]): sentences is readonly string[] {
  return sentences.every((sentence) => sentence !== null);
}

/** Writes the rule into the rules file and tells what is not right in it yet. */
export async function addRule(rule: NewRule, config: string | null, world: World): Promise<ExitCode> {
  const path = config === null ? findRulebook(`${world.cwd}/x.md`, world) ?? `${world.cwd}/${RULEBOOK_FILE}` : absolute(config, world);
  const before = world.read(path) ?? (world.exists(path) ? null : STARTER);
  if (before === null) return refuse(world, `${shownPath(path, world)} could not be read.`);
  const text = withRule(before, rule);
  if (text === null) return refuse(world, `The rules in ${shownPath(path, world)} stand in braces; put each on a line of its own first.`);
  const files = { ...world, exists: (file: string) => file === path || world.exists(file), read: (file: string) => (file === path ? text : world.read(file)) };
  const { problems } = await createReader(world.builtIn(), files, path, world.today).rulebookFor(path);
  const failed = write(path, text, world);
  if (failed) return failed;
  world.out(`${rule.id} is in ${shownPath(path, world)}.\n`);
  for (const problem of problems) world.error(`${told(problem, world)}\n`);
  return problems.length > 0 ? 2 : 0;
}

export function nameObjection(id: string): string | null {
  const [category, name = '', ...more] = id.split('/');
  const isName = (CATEGORIES as readonly string[]).includes(category) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && more.length === 0;
  return isName ? null : `A rule is called “category/name” in small letters, such as ours/meetings; “${id}” is not. Did you mean “${idFor(id)}”? Categories: ${CATEGORIES.join(', ')}.`;
}

function write(path: string, text: string, world: World): 2 | null {
  try {
    world.replaceFile(path, text);
    return null;
  } catch (error) {
    return refuse(world, `${shownPath(path, world)} could not be written (${reasonOf(error)}).`);
  }
}

/**
 * `alongside init` and `rules new`: what begins a rules file, and a rule in it. What stands there already stays as
 * somebody wrote it.
 */
import { CATEGORIES } from '../engine/rule.js';
import { withMarks } from '../rulebook/coverage.js';
import { createReader } from '../rulebook/reader.js';
import { findRulebook, RULEBOOK_FILE } from '../rulebook/rulebook.js';
import { STARTER } from '../rulebook/starter.js';
import { withRule, type NewRule } from '../rulebook/write-rule.js';
import type { ExitCode } from './command.js';
import { refuse, told } from './rules-here.js';
import { absolute, reasonOf, shownPath } from './select.js';
import type { World } from './world.js';

export async function init(world: World): Promise<ExitCode> {
  const path = `${world.cwd}/${RULEBOOK_FILE}`;
  if (world.exists(path)) return refuse(world, `There is an ${RULEBOOK_FILE} here already; it was left as it is.`);
  const above = findRulebook(`${world.cwd}/x.md`, world);
  const text = above ? STARTER.replace('packs: [family-valued, signs-of-safety, family-group-conference]', `extends: ${Array(path.split('/').length - above.split('/').length).fill('..').join('/')}/${RULEBOOK_FILE}`) : STARTER;
  const failed = write(path, text, world);
  if (failed) return failed;
  world.out(`${RULEBOOK_FILE} is here${above ? `, and builds on ${above}` : ''}. Nothing has changed yet: open it and switch on what you need, or write a rule with\n  alongside rules new ours/meetings\n`);
  return 0;
}

export interface NewOptions {
  readonly config: string | null;
  readonly avoid: readonly string[];
  readonly ask: string | null;
  readonly title: string | null;
  readonly why: string | null;
  readonly raise: readonly string[];
  readonly leave: readonly string[];
}

export async function newRule(id: string | null, options: NewOptions, world: World): Promise<ExitCode> {
  const answer = async (given: string | null, question: string): Promise<string> => given ?? (await world.ask(question))?.trim() ?? '';
  const named = await answer(id, 'What is the rule called, as category/name (ours/meetings)? ');
  const objection = nameObjection(named);
  if (objection) return refuse(world, objection);
  const avoid = options.avoid.length > 0 ? options.avoid : [await answer(null, 'Which words should be avoided (cluster meeting)? ')];
  const ask = await answer(options.ask, 'What could the writer ask themselves instead? ');
  const title = await answer(options.title, 'A title of two to six words? ');
  const why = await answer(options.why, 'What do these words do to a family or a reader? ');
  const raise = options.raise.length > 0 ? options.raise : [await answer(null, 'A sentence that should be raised? ')];
  const leave = options.leave.length > 0 ? options.leave : [await answer(null, 'A sentence that should be left alone? ')];
  const said = [...avoid, ask, title, why, ...raise, ...leave];
  if (said.some((text) => text === '')) return refuse(world, 'Something was left empty, so nothing was written. Every rule has words to avoid, a question, a title, a why and two sentences.');
  return addRule({ id: named, title, why, entries: [{ avoid, answer: 'ask', text: ask }], raise: raise.map((sentence) => withMarks(sentence, avoid, world.builtIn().words)), leave }, options.config, world);
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
  return isName ? null : `A rule is called “category/name” in small letters, such as ours/meetings; “${id}” is not. Categories: ${CATEGORIES.join(', ')}.`;
}

function write(path: string, text: string, world: World): 2 | null {
  try {
    world.replaceFile(path, text);
    return null;
  } catch (error) {
    return refuse(world, `${shownPath(path, world)} could not be written (${reasonOf(error)}).`);
  }
}

/**
 * `alongside rules test`: the examples of a team's own rules, run and told rule by rule.
 */
import { createRuleSet } from '../../engine/rule-set.js';
import { adviseOn } from '../../rulebook/advice/advice.js';
import { unfired } from '../../rulebook/advice/coverage.js';
import { exemplified, examplesOf } from '../../rulebook/advice/run-examples.js';
import { folderOf } from '../../rulebook/files/paths.js';
import { globsOfNothing } from '../../rulebook/advice/settings.js';
import { refuse, type ExitCode } from '../command.js';
import { plural } from '../report/formats/words.js';
import { rulesHere, told } from './here.js';
import { shownPath } from '../check/select.js';
import type { World } from '../world.js';

export async function testRules(config: string | null, what: 'examples' | 'coverage', world: World): Promise<ExitCode> {
  const here = await rulesHere(config, world);
  if (!here) return 2;
  const { rulebook, path } = here;
  if (path === null) return refuse(world, 'There is no alongside.yml here. `alongside init` begins one; the rules that ship are tested already.');
  const ids = [...new Set(exemplified(rulebook).map(({ rule }) => rule.id))];
  const proofs = ids.flatMap((id) => {
    const examples = examplesOf(rulebook, id);
    return examples ? [{ id, ...examples }] : [];
  });
  const failing = proofs.flatMap((examples) => examples.failing);
  const others = rulebook.problems.filter((problem) => !failing.includes(problem));
  const records = rulebook.written?.files.some(({ notes }) => notes.length > 0) ? await world.expand(folderOf(path), 'folder').catch(() => null) : null;
  const advice = [...adviseOn(rulebook, createRuleSet(world.builtIn(), null), world.today()), ...(records ? globsOfNothing(rulebook, records) : [])];
  const missing = what === 'coverage' ? unfired(rulebook) : [];
  const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []);
  world.out(`${[
    ...proofs.map(({ id, failing: wrong, total }) => `${wrong.length === 0 ? 'passes' : 'fails '}  ${id}  ${plural(total, 'example')}`),
    ...section('These do not do what they say:', failing.map((problem) => told(problem, world))),
    ...section('Problems:', others.map((problem) => told(problem, world))),
    ...section('Phrases that no example needs:', missing.map((problem) => told(problem, world))),
    ...section('Worth a look:', advice.map((problem) => told(problem, world))),
    '',
    proofs.length === 0 ? `No rule of ${shownPath(path, world)} has examples of its own.` : `${plural(proofs.length, 'rule')}, ${plural(proofs.reduce((sum, { total }) => sum + total, 0), 'example')}: ${failing.length === 0 ? 'all do what they say' : `${new Set(failing.map(({ file, line }) => `${file}:${line}`)).size} not`}.`,
  ].join('\n').trimStart()}\n`);
  return others.length > 0 ? 2 : failing.length > 0 || missing.length > 0 ? 1 : 0;
}

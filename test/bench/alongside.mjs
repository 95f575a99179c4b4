/**
 * Alongside as the bench sees it: the engine of the working tree, in one bundle, and the packs of `rules/`.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = `
  export { analyse } from './engine/analyse.js';
  export { createRuleSet } from './engine/rule-set.js';
  export { buildPacks } from './rulebook/packs/build-packs.js';
`;
/** Its libraries are peers of ours, measured beside us. */
const LEFT_OUT = 'plain-english';

/** What it is called, and its programs: `cli`, the arguments of a run on a file, and `folder`, on a folder of records. */
export const OURS = {
  name: 'Alongside',
  cli: (file) => [`${ROOT}dist/cli.js`, 'check', file],
  folder: (folder) => [`${ROOT}dist/cli.js`, 'check', folder],
};

/** `check(text, previous)` gives an analysis, which the next call may go on from; `size` says how many rules and phrases were in force. */
export async function loadAlongside() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const outfile = join(folder, 'engine.cjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: `${ROOT}server/src`, loader: 'ts' },
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', outfile, logLevel: 'error',
  });
  const { analyse, buildPacks, createRuleSet } = createRequire(import.meta.url)(outfile);
  rmSync(folder, { recursive: true });

  const { compiled, problems } = buildPacks(`${ROOT}rules`, `${ROOT}test/specimens`);
  const rules = compiled.rules.map((rule) => (rule.pack === LEFT_OUT ? { ...rule, severity: 'off' } : rule));
  const ruleSet = createRuleSet({ ...compiled, rules }, null);
  const context = { type: null, template: false, people: { children: [], family: [], professionals: [], services: [] }, today: '2026-06-01' };
  return {
    check: (text, previous) => analyse(text, ruleSet, context, previous),
    size: { rules: rules.filter((rule) => rule.pack !== LEFT_OUT).length, phrases: compiled.owners.labels.length, problems: problems.length },
  };
}

/** What is built, each with its size in bytes. */
export function builtSizes() {
  const dist = `${ROOT}dist`;
  const names = existsSync(dist) ? readdirSync(dist) : [];
  return names.filter((name) => !/\.(?:txt|json|map)$/.test(name)).map((name) => ({ name, bytes: statSync(join(dist, name)).size }));
}

/**
 * Alongside as the bench sees it: the engine of the working tree, in one bundle, and the packs of `rules/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = `
  export { analyse } from './engine/analyse.js';
  export { createRuleSet } from './engine/rule-set.js';
  export { buildPacks } from './rulebook/build-packs.js';
`;
/** Its libraries are peers of ours, measured beside us. */
const LEFT_OUT = 'plain-english';

/** `check(text, previous)` gives an analysis, which the next call may go on from; `size` says how many rules and phrases were in force. */
export async function loadAlongside() {
  const outfile = `${ROOT}dist/bench/engine.cjs`;
  await build({
    stdin: { contents: ENTRY, resolveDir: `${ROOT}server/src`, loader: 'ts' },
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', outfile, logLevel: 'error',
  });
  const { analyse, buildPacks, createRuleSet } = createRequire(import.meta.url)(outfile);

  const { compiled, problems } = buildPacks(`${ROOT}rules`);
  const rules = compiled.rules.map((rule) => (rule.pack === LEFT_OUT ? { ...rule, severity: 'off' } : rule));
  const ruleSet = createRuleSet({ ...compiled, rules }, null);
  const context = { type: null, template: false, people: { children: [], family: [], professionals: [], services: [] }, today: '2026-06-01' };
  return {
    name: 'Alongside',
    check: (text, previous) => analyse(text, ruleSet, context, previous),
    found: (analysis) => analysis.findings.length,
    cli: (file) => [`${ROOT}dist/cli.js`, 'check', file],
    size: { rules: rules.filter((rule) => rule.pack !== LEFT_OUT).length, phrases: compiled.refs.length, problems: problems.length },
  };
}

/** Size in bytes of what is built, or null where it is not. */
export function builtSizes() {
  const sizeOf = (path) => (existsSync(ROOT + path) ? readFileSync(ROOT + path).length : null);
  return { server: sizeOf('dist/server.js'), cli: sizeOf('dist/cli.js'), vsix: sizeOf('dist/alongside.vsix') };
}

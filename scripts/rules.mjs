// Temporary: checks rule files and their examples. node scripts/rules.mjs [category or id part …]
import { createRequire } from 'node:module';
import * as esbuild from 'esbuild';
import { readFileSync } from 'node:fs';
const stub = { name: 'stub', setup(b) { if (readFileSync('server/src/engine/voices.ts', 'utf8').includes('function findSpeech')) return;
  b.onLoad({ filter: /engine\/voices\.ts$/ }, () => ({ loader: 'ts', contents: "export function findSpeech(c: any) { const out: any[] = []; if (c.quoted) return [{start:0,end:c.prose.length,voice:'other',speaker:''}]; for (const m of c.prose.matchAll(/\"[^\"]*\"|“[^”]*”/g)) out.push({start:m.index,end:m.index+m[0].length,voice:'other',speaker:''}); return out; } export function strengthsOf() { return []; }" })); } };
const { outputFiles } = await esbuild.build({ bundle: true, plugins: [stub], platform: 'node', format: 'cjs', write: false, logLevel: 'warning',
  stdin: { resolveDir: '.', contents: "export * from './server/src/rulebook/build-packs.ts'; export { checkRules } from './server/src/rulebook/laws.ts'; export * as plain from './server/src/engine/checks/plain-english.ts';" } });
const module = { exports: {} };
new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
const { buildPacks, checkRules, plain } = module.exports;
const packs = buildPacks('rules');
const only = process.argv.slice(2);
const wanted = (file) => only.length === 0 || only.some((part) => file.includes(part));
const decoded = packs.decoded.filter(({ file }) => wanted(file));
const problems = [...packs.problems.filter(({ file }) => wanted(file)), ...checkRules(decoded, packs.compiled, plain)];
for (const p of problems) console.log(`${p.file}:${p.line}:${p.column} ${p.message}`);
console.log(`${decoded.length} rules read, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;

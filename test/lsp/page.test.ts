/** docs/language-server.md: whoever writes a client finds in it every message and command of our own. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

describe('the page of the language server', () => {
  const page = readFileSync('docs/language-server.md', 'utf8');
  const sources = readdirSync('server/src/lsp', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`server/src/lsp/${file}`, 'utf8'));
  const own = [...new Set(sources.flatMap((source) => [...source.matchAll(/'(alongside[/.][a-zA-Z]+)'/g)].map(([, name]) => name)))].sort();
  for (const name of own) it(`says what ${name} is`, () => assert.ok(page.includes(name), name));
});

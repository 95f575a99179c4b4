/** What is in the bundles: no network module, and only packages under licences that allow it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import type { Situation } from '../robust/situation.js';

const NETWORK_MODULES = /^(?:node:)?(?:net|tls|http|https|http2|dns|dns\/promises|dgram|inspector|cluster|undici|_http_\w+|_tls_\w+)$/;
/** Ways to the network that need no module. */
const NETWORK_GLOBALS = /(?<![\w$.-])(?:fetch\(|new (?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|navigator\.sendBeacon\()/;
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD', 'CC0-1.0', 'Unlicense', 'Zlib'];

interface Bill {
  readonly specVersion: string;
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string; readonly licenses: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[] }[];
}

export const BUNDLES: readonly Situation[] = [
  { title: 'network modules in the bundles', run: async () => {
    const files = readdirSync('dist').filter((name) => name.endsWith('.js'));
    for (const name of files) {
      const text = readFileSync(`dist/${name}`, 'utf8');
      const asked = [...text.matchAll(/require\("([^"]+)"\)/g)].map(([, module]) => module);
      assert.deepEqual(asked.filter((module) => NETWORK_MODULES.test(module)), [], name);
      assert.deepEqual(asked.filter((module) => !builtinModules.includes(module.replace(/^node:/, '')) && !module.startsWith('./') && module !== 'vscode'), [], name);
      assert.doesNotMatch(text, NETWORK_GLOBALS, name);
    }
    return `none in ${files.length} files`;
  } },
  { title: 'packages bundled, by licence', run: async () => {
    const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as Bill;
    const texts = readFileSync('dist/THIRD-PARTY-LICENCES.txt', 'utf8');
    const counts = new Map<string, number>();
    for (const { name, version, purl, licenses } of bill.components) {
      assert.match(purl, /^pkg:npm\//);
      assert.ok(texts.includes(`${name} ${version} (`), `${name} ${version} comes without its terms`);
      const ids = licenses.flatMap(({ license, expression }) => expression?.replace(/[()]/g, '').split(' OR ') ?? license?.id ?? []);
      const id = ids.find((one) => ALLOWED.includes(one));
      assert.ok(id, `${name} ${version} is under ${ids.join(' or ') || 'no licence that is named'}`);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    assert.ok(counts.size > 0);
    return `${bill.components.length}: ${[...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => `${count} ${id}`).join(', ')}`;
  } },
  { title: 'bill of materials, and the terms of everything bundled, in the package', run: async () => {
    const files = execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], { encoding: 'utf8' }).trim().split('\n');
    for (const name of ['dist/sbom.cdx.json', 'dist/THIRD-PARTY-LICENCES.txt']) assert.ok(files.includes(name), `${name} is left out of the package`);
    const { specVersion, components } = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as Bill;
    return `dist/sbom.cdx.json (CycloneDX ${specVersion}, ${components.length} packages), dist/THIRD-PARTY-LICENCES.txt`;
  } },
  { title: 'known weaknesses in what is bundled (npm audit)', run: async ({ amount }) => {
    if (amount < 1) return 'asked in a whole run';
    const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 1 << 26, shell: process.platform === 'win32' });
    const told = JSON.parse(stdout) as { readonly message?: string; readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>> };
    const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as Bill;
    if (!told.vulnerabilities) return `not known: npm audit was asked, and the registry here has no list of weaknesses to ask (${/^\d{3} [A-Z][A-Za-z ]+(?= -)/.exec(String(told.message))?.[0] ?? 'no answer'}). Asked instead: ${givenUp(bill)}`;
    const ours = Object.entries(told.vulnerabilities).filter(([name]) => bill.components.some((component) => component.name === name));
    assert.deepEqual(ours.map(([name, { severity }]) => `${name}: ${severity}`), []);
    return `none in ${bill.components.length} packages`;
  } },
];

/** What can be known without asking anybody: which packages their makers had given up when they were installed. */
function givenUp({ components }: Bill): string {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: Readonly<Record<string, { readonly version?: string; readonly deprecated?: string }>> };
  const gone = Object.entries(packages).filter(([path, { version, deprecated }]) => deprecated !== undefined && components.some((one) => path.endsWith(`node_modules/${one.name}`) && one.version === version));
  assert.deepEqual(gone.map(([path]) => path), []);
  return `whether a package had been given up by its makers when it was installed (package-lock.json): none of ${components.length}. Licences and terms are checked above, of each`;
}

/** Everything the extension says itself can be said in another language: held by a language of our own, in which every letter is changed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const MANIFEST = JSON.parse(readFileSync('package.json', 'utf8'));
const BUNDLE: Readonly<Record<string, string>> = JSON.parse(readFileSync('client/l10n/bundle.l10n.json', 'utf8'));
const NLS: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const SOURCES = readdirSync('client/src').filter((name) => name.endsWith('.ts')).map((name) => readFileSync(`client/src/${name}`, 'utf8'));

/** Every letter changed, blanks (`{0}`) left: what is still plain in an answer was never translated. */
function pseudo(text: string): string {
  return text.split(/(\{\d+\})/).map((part, at) => (at % 2 === 1 ? part : part.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d4d0 + 26 + letter.charCodeAt(0) - 97)).replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x1d4d0 + letter.charCodeAt(0) - 65)))).join('');
}

/** The client's own modules, run outside the editor under that language. */
async function inPseudo(): Promise<Record<string, (...args: never[]) => unknown>> {
  const contents = ['status', 'summary', 'welcome', 'attention', 'question', 'rules-preview', 'new-record', 'record-tree', 'record-voices', 'question-peek', 'copy-clean', 'clipboard-page', 'word'].map((name) => `export * from './${name}.js';`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: 'client/src' }, bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'] });
  const vscode = {
    l10n: { t: (text: string, ...args: readonly unknown[]) => pseudo(BUNDLE[text] ?? assert.fail(`not in the bundle: ${text}`)).replace(/\{(\d+)\}/g, (_, at: string) => String(args[Number(at)])) },
    env: { language: '' },
    ThemeColor: class {},
    QuickPickItemKind: { Separator: -1 },
    Uri: { joinPath: () => null, parse: () => null },
    workspace: { asRelativePath: () => 'forms/1.md' },
  };
  const module = { exports: {} as Record<string, (...args: never[]) => unknown> };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, (name: string) => (name === 'vscode' ? vscode : require(name)));
  return module.exports;
}

/** Plain letters in all that is said. */
function plain(said: unknown): readonly string[] {
  return JSON.stringify(said).replace(/\$\([a-z-]+\)/g, '').match(/[A-Za-z]{2,}/g) ?? [];
}

interface Line { readonly label: string; readonly beside?: string; readonly more?: string; readonly branches?: readonly Line[] }

describe('other languages', () => {
  it('have a list of what the extension says, and nothing that it no longer says', () => {
    const said = SOURCES.flatMap((text) => [...text.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map(([, words]) => words.replace(/\\(.)/g, '$1')));
    assert.deepEqual(Object.keys(BUNDLE).sort(), [...new Set(said)].sort());
    for (const [key, text] of Object.entries(BUNDLE)) assert.equal(text, key);
    assert.equal(MANIFEST.l10n, './client/l10n');
  });

  it('are not kept out of any message', () => {
    for (const text of SOURCES) assert.doesNotMatch(text, /show(?:Information|Warning|Error)Message\(\s*['`]|(?:title|prompt|placeHolder|label): ['`][A-Za-z]/);
  });

  it('reach what stands in menus, settings and the tour', () => {
    const { commands, configuration, walkthroughs, views, viewsWelcome } = MANIFEST.contributes;
    const texts: readonly string[] = [
      ...commands.map(({ title }: { title: string }) => title),
      ...Object.values<Record<string, string>>(configuration.properties).flatMap((one) => [one['description'], one['markdownDescription'], ...(one['enumDescriptions'] ?? []), ...(one['enumItemLabels'] ?? [])].filter(Boolean) as string[]),
      ...walkthroughs.flatMap((one: { title: string; description: string; steps: { title: string; description: string }[] }) => [one, ...one.steps].flatMap(({ title, description }) => [title, description])),
      ...Object.values<readonly { name: string }[]>(views).flat().map(({ name }) => name),
      ...viewsWelcome.map(({ contents }: { contents: string }) => contents),
      ...Object.values<{ description?: string }>(MANIFEST.capabilities).flatMap(({ description }) => description ?? []),
    ];
    assert.deepEqual(texts.filter((text) => !/^%[\w.]+%$/.test(text)), []);
    assert.deepEqual([...new Set(texts.map((text) => text.slice(1, -1)))].sort(), Object.keys(NLS).sort());
  });

  it('change every word that is shown', async () => {
    const { statusText, statusDetail, menuFor, welcomeText, questionDetail, previewText, templatesToChoose, recordTree, voicesToChoose, questionPage, blanksTitle, blanksDetail, copyPage, wordText } = await inPseudo() as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    const good = ['childs-words', 'familys-words', 'childs-influence', 'strength-seen', 'bottom-line', 'disagreement-kept', 'working-with'].map((kind) => ({ kind, child: null, line: 1 }));
    const summary = { uri: '', version: 1, type: null, shown: 6, folded: 0, held: 3, waiting: 0, good };
    for (const standing of ['stopped', 'starting', 'ready']) for (const held of [0, 2]) for (const shown of [0, 2]) assert.deepEqual(plain(statusText(standing, { shown, held })), []);
    assert.deepEqual(plain(statusDetail(summary)), []);
    assert.deepEqual(plain((menuFor({ ...summary }) as { label: string; description?: string }[]).map(({ label, description }) => [label, description ?? ''])), []);
    for (const shown of [1, 3]) assert.deepEqual(plain(welcomeText({ shown, good })), []);
    assert.deepEqual(plain(String(questionDetail({ title: '', match: '1', why: '2', ask: '3', try: '4', ways: ['5'] })).replaceAll('\n', ' ')), []);
    assert.deepEqual(plain(String(questionPage({ title: '', match: '1', why: '2', ask: '3', try: '4', ways: ['5'] })).replaceAll('\n', ' ')), []);
    for (const records of [1, 2]) assert.deepEqual(plain((previewText({ records, gained: [], lost: [], left: 2 }) as { text: string }).text.replaceAll('\n', ' ')), []);
    for (const count of [1, 2]) assert.deepEqual(plain([blanksTitle(count), wordText({ comments: count, pictures: count, objects: count })]), []);
    assert.deepEqual(plain(String(blanksDetail(Array.from({ length: 9 }, (_, at) => String(at)))).replaceAll('\n', ' ')), []);
    assert.deepEqual(plain(String(copyPage({ html: '', plain: '' }, '')).replace(/<style[^]*?<\/style>|<script[^]*?<\/script>|<(?!article)[^>]*>|<article id="record"|aria-label|\n/g, ' ')), []);
    const passage = { text: '1', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };
    const voices = ['child', 'family', 'professional', 'other'].map((voice) => ({ voice, speaker: voice === 'other' ? '' : '1', how: voice === 'child' ? 'quoted' : 'reported', range: passage.range }));
    assert.deepEqual(plain((voicesToChoose(voices, () => '1') as { label: string; description?: string }[]).map(({ label, description }) => [label, description ?? ''])), []);
    const aside = ['here', 'gone', 'expired'].map((standing) => ({ title: '1', standing, count: 2, reason: null, by: null, until: '1', place: passage }));
    const facts = {
      people: ['child', 'family', 'professional', 'service', 'other'].map((who) => ({ name: '1', who, at: null })),
      children: [['yes', [passage], [passage]], ['yes', [], [passage]], ['not-yet', [], []], ['perhaps', [], []]].flatMap(([heard, words, signs]) => ['perhaps', 'not-yet'].map((own) => ({ name: '1', own, heard, words, signs }))),
      good: good.map((one) => ({ ...passage, ...one })), goingWell: [passage], worries: [passage],
      statements: [{ ...passage, parts: ['who', 'past', 'future', 'impact'].map((part, at) => ({ part, present: at > 1 })) }],
      actions: [{ owner: '', actions: [{ ...passage, dated: false }] }], findings: [{ title: '1', places: [{ ...passage, message: '1' }] }], aside,
      figures: { words: 1, sentences: 1, longest: { ...passage, words: 1 } },
    };
    const lines = (branches: readonly Line[]): readonly string[] => branches.flatMap(({ label, beside, more, branches: inside }) => [label, beside ?? '', more ?? '', ...lines(inside ?? [])]);
    assert.deepEqual(plain(lines(recordTree(facts) as readonly Line[]).map((text) => text.replaceAll('\n', ' '))), []);
    assert.deepEqual(plain((templatesToChoose([{ uri: '1', type: null, title: '2' }], null) as { label: string }[]).map(({ label }) => label)), []);
  });
});

/**
 * Other checkers of English prose, each as a function from a whole text to how much it found: none of them can
 * go on from an earlier answer. Their own documented interfaces, with the settings they come with.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const bin = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

/**
 * Each: name; `load`, which gives a check of a text (sync or not) that tells how much it found; `cli`, the arguments of
 * a run on a file, or null where there is no program here; `folder`, those of a run on a folder with these files in it.
 */
export const PEERS = [
  { name: 'write-good', load: writeGood, cli: (file) => [bin('write-good/bin/write-good.js'), file], folder: (_folder, files) => [bin('write-good/bin/write-good.js'), ...files] },
  { name: 'alex', load: alex, cli: (file) => [bin('alex/cli.js'), file], folder: (_folder, files) => [bin('alex/cli.js'), ...files] },
  { name: 'markdownlint', load: markdownlint, cli: null },
  { name: 'harper.js', load: harper, cli: null },
  { name: 'cspell-lib', load: cspell, cli: null },
  { name: 'textlint (write-good + alex)', load: textlint, cli: (file) => [bin('textlint/bin/textlint.js'), '--rule', 'write-good', '--rule', 'alex', file], folder: (_folder, files) => [bin('textlint/bin/textlint.js'), '--rule', 'write-good', '--rule', 'alex', ...files] },
];

async function writeGood() {
  const { default: check } = await import('write-good');
  return (text) => check(text).length;
}

async function alex() {
  const { markdown } = await import('alex');
  return (text) => markdown(text).messages.length;
}

async function markdownlint() {
  const { lint } = await import('markdownlint/sync');
  return (text) => lint({ strings: { note: text } }).note.length;
}

async function harper() {
  const { LocalLinter } = await import('harper.js');
  const { binary } = await import('harper.js/binary');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return async (text) => (await linter.lint(text, { language: 'markdown' })).length;
}

async function cspell() {
  const { spellCheckDocument } = await import('cspell-lib');
  const settings = { language: 'en-GB' };
  const options = { generateSuggestions: false, noConfigSearch: true };
  return async (text) => {
    const { issues } = await spellCheckDocument({ uri: 'note.md', text, languageId: 'markdown', locale: 'en-GB' }, options, settings);
    return issues.length;
  };
}

async function textlint() {
  const { createLinter } = await import('textlint');
  const { TextlintKernelDescriptor } = kernel();
  const { moduleInterop } = fromTextlint('@textlint/module-interop');
  const load = (name) => moduleInterop(require(name));
  const descriptor = new TextlintKernelDescriptor({
    rules: [
      { ruleId: 'write-good', rule: load('textlint-rule-write-good') },
      { ruleId: 'alex', rule: load('textlint-rule-alex') },
    ],
    filterRules: [],
    plugins: [{ pluginId: '@textlint/textlint-plugin-markdown', plugin: moduleInterop(fromTextlint('@textlint/textlint-plugin-markdown')), options: {} }],
  });
  const linter = createLinter({ descriptor });
  return async (text) => (await linter.lintText(text, 'note.md')).messages.length;
}

function kernel() {
  return fromTextlint('@textlint/kernel');
}

/** textlint's own parts are its dependencies, not ours. */
function fromTextlint(name) {
  return createRequire(require.resolve('textlint'))(name);
}

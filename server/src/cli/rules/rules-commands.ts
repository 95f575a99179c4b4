/**
 * `alongside init` and `alongside rules …` as they are asked for. What they do is in files of their own.
 */
import { command } from '../command.js';

const CONFIG = { value: 'FILE', brief: 'the rules file, in place of the nearest one', about: 'Speaks of this rules file in place of the nearest `alongside.yml` above this folder.' } as const;

const INIT = command({
  name: 'init',
  brief: 'begin a rules file here',
  about: 'Writes an `alongside.yml` with everything one can say in it as comments. It works as it is and changes nothing until a line is switched on; a file that is there already is left as it is.',
  operands: null,
  options: {},
  examples: [{ line: 'alongside init', does: 'in this folder' }],
  run: async (_given, world) => (await import('./write.js')).init(world),
});

const RULES_LIST = command({
  name: 'rules list',
  brief: 'the rules in force here',
  about: 'Lists the rules in force for this folder: id, severity, title. A rule of your own, or one that the rules file changes, is marked with “*”.',
  operands: null,
  options: {
    config: CONFIG,
    all: { value: null, brief: 'those that are off, too', about: 'Lists rules that are off as well.' },
  },
  examples: [{ line: 'alongside rules list', does: 'what is read in records here' }],
  run: async ({ options }, world) => (await import('./show.js')).listRules(options.config, options.all ? 'all' : 'in-force', world),
});

const RULES_SHOW = command({
  name: 'rules show',
  brief: 'one rule, with its examples',
  about: 'Shows a rule as it is in force here: why it is there, what it asks or offers, what it raises and what it leaves alone.',
  operands: 'ID',
  options: { config: CONFIG },
  examples: [{ line: 'alongside rules show label/engagement', does: 'everything about it' }],
  objection: ({ operands }) => (operands.length === 1 ? null : 'Name one rule, such as label/engagement.'),
  run: async ({ operands, options }, world) => (await import('./show.js')).showRule(operands[0], options.config, world),
});

const RULES_EXPLAIN = command({
  name: 'rules explain',
  brief: 'why a rule is in force here, or is not',
  about: 'Says where a rule comes from, whether it is in force here and why, and which lines of which files change it.',
  operands: 'ID',
  options: { config: CONFIG },
  examples: [{ line: 'alongside rules explain label/complex', does: 'who switched it off?' }],
  objection: ({ operands }) => (operands.length === 1 ? null : 'Name one rule, such as label/engagement.'),
  run: async ({ operands, options }, world) => (await import('./explain.js')).explainRule(operands[0], options.config, world),
});

const RULES_TEST = command({
  name: 'rules test',
  brief: 'run the examples of your own rules',
  about: 'Runs every example in the rules file and its packs, and says which do not do what they say. It ends with 0 where all do, with 1 where one does not, and with 2 where the rules file has another problem.\n\nWith `--coverage` it also names each phrase that no example makes fire, and ends with 1 where there is one.',
  operands: null,
  options: {
    config: CONFIG,
    coverage: { value: null, brief: 'name phrases that no example needs', about: 'Names each phrase that no example makes fire; one such phrase makes it end with 1.' },
  },
  examples: [{ line: 'alongside rules test --coverage', does: 'in CI, beside the records’ check' }],
  run: async ({ options }, world) => (await import('./test.js')).testRules(options.config, options.coverage ? 'coverage' : 'examples', world),
});

const RULES_NEW = command({
  name: 'rules new',
  brief: 'write a rule, with its examples',
  about: 'Writes a rule into the nearest `alongside.yml` (or a new one here). What is not given as an option is asked for, and asked for again where it would not work. The examples are run before it ends.',
  operands: '[ID]',
  options: {
    config: CONFIG,
    avoid: { value: 'PHRASE', many: true, brief: 'what to avoid', about: 'A phrase the rule is about; give it again for more. docs/rules.md says what a phrase can hold.' },
    ask: { value: 'TEXT', brief: 'a question for the writer', about: 'What the writer could ask themselves.' },
    replace: { value: 'TEXT', brief: 'what to write instead', about: 'Wording that can be dropped in, in place of a question: only where every fact stays as it is.' },
    title: { value: 'TEXT', brief: 'two to six words', about: 'What a person reads on screen.' },
    why: { value: 'TEXT', brief: 'what the words do', about: 'What the words do to the family or the reader, in a sentence.' },
    raise: { value: 'SENTENCE', many: true, brief: 'a sentence that should be raised', about: 'A sentence that should be raised. Put `[[ ]]` round the words, or leave that to us.' },
    leave: { value: 'SENTENCE', many: true, brief: 'should be left alone', about: 'A sentence that should be left alone.' },
  },
  examples: [{ line: 'alongside rules new ours/meetings', does: 'asks for the rest' }],
  objection: ({ operands }) => (operands.length > 1 ? `One rule at a time: “${operands[1]}” is one too many.` : null),
  run: async ({ operands, options }, world) => (await import('./write.js')).newRule(operands[0] ?? null, options, world),
});

const RULES_IMPORT = command({
  name: 'rules import',
  brief: 'make a rule of another tool’s word list',
  about: 'Makes a rule of a list of words: a table (`.csv`, `.tsv`: the words, and what to write instead, parted by commas, semicolons or tabs), one phrase a line, or a Vale style (`substitution` or `existence`). Headings say which column is which; UTF-8, UTF-16 and Windows-1252 are read. It goes into the nearest `alongside.yml` with examples to fill in.\n\nA pattern that stands for a few wordings becomes those wordings; what says more than words is left out, and told in its line. A wording that would lose a fact, or would be raised itself, becomes a question.',
  operands: 'FILE',
  options: {
    config: CONFIG,
    id: { value: 'ID', brief: 'what the rule is called', about: 'The id of the rule; made from the file’s name without this.' },
    print: { value: null, brief: 'only show it', about: 'Shows the rule and writes nothing.' },
  },
  examples: [{ line: 'alongside rules import words.csv --print', does: 'what would it look like?' }],
  objection: ({ operands }) => (operands.length === 1 ? null : 'Name one file: words.csv, or a style of Vale’s.'),
  run: async ({ operands, options }, world) => (await import('./import.js')).importRule(operands[0], options, world),
});

const RULES_DOCS = command({
  name: 'rules docs',
  brief: 'the rules in force, as a style guide',
  about: 'Writes the rules in force here as a style guide for people who never open an editor: your own first, each with its why and its examples. Markdown to standard output or into a `.md`, or one page of HTML that unfolds rule by rule.',
  operands: null,
  options: {
    config: CONFIG,
    to: { value: 'FILE', brief: 'where to; .html gives one page of HTML', about: 'Writes it to this file: a page where it ends in `.html`, Markdown where it ends in `.md`.' },
  },
  examples: [{ line: 'alongside rules docs --to style-guide.html', does: 'one page to pass round' }],
  run: async ({ options }, world) => (await import('./docs.js')).docs(options.config, options.to, world),
});

export const RULES_COMMANDS = [INIT, RULES_LIST, RULES_SHOW, RULES_EXPLAIN, RULES_TEST, RULES_NEW, RULES_IMPORT, RULES_DOCS] as const;

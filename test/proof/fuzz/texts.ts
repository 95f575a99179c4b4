/** Targets that read text: records, their front matter, rules, `alongside.yml`, what was set aside, lists of words. */
import assert from 'node:assert/strict';
import { analyse, type Analysis } from '../../../server/src/engine/analyse.js';
import * as plainEnglish from '../../../server/src/engine/checks/plain-english/plain-english.js';
import type { Span } from '../../../server/src/engine/finding.js';
import { toLf } from '../../../server/src/engine/note/line-ends.js';
import { createOverviews } from '../../../server/src/engine/overview/overview.js';
import { createRuleSet, type CompiledRules } from '../../../server/src/engine/rule-set.js';
import { adviseOn } from '../../../server/src/rulebook/advice/advice.js';
import { amended } from '../../../server/src/rulebook/write/amend.js';
import { importWords } from '../../../server/src/rulebook/import/words.js';
import { loadRulebook } from '../../../server/src/rulebook/load-rulebook.js';
import type { Problem } from '../../../server/src/rulebook/problem.js';
import { createReader } from '../../../server/src/rulebook/reader.js';
import { openSidecar } from '../../../server/src/set-aside/open-sidecar.js';
import { BUILT_IN } from '../../support/built-in.js';
import { CONTEXT } from '../../support/check.js';
import { exampleNotes, TYPED } from '../../support/edits.js';
import { memoryHost } from '../../support/memory-files.js';
import { smallPacks } from '../../support/small-packs.js';
import type { Target } from './explore.js';

/** Made when fuzzing begins: rule sets take a while. */
export function textTargets(): readonly Target[] {
  const rules = createRuleSet(BUILT_IN, plainEnglish);
  const overview = createOverviews();
  const packs = smallPacks();
  const read = (text: string): void => {
    const note = toLf(text);
    const analysis = analyse(note, rules, CONTEXT);
    inside(analysis, note);
    overview(analysis);
  };
  const records = exampleNotes();
  return [
    { name: 'records', letters: 'text', seeds: records.map((note) => note.slice(0, 1500)), words: [...TYPED, ...MARKDOWN], run: read },
    {
      name: 'front matter', letters: 'text', words: [...FRONT_MATTER, ...YAML], run: (input) => read(`---\n${input}\n---\nMum was told to go. Leo said “no”.\n`),
      seeds: ['type: letter\ntemplate: true\n', 'children: [Leo, Ana María Ruiz]\nfamily:\n  - Nan\nprofessionals:\n  - Priti Sahota\n', 'preferences:\n  - survivor\ndate: 2026-05-03\n', 'type: |\n  plan\n# a comment\ntitle: "Visit"\n'],
    },
    { name: 'rules in YAML', letters: 'text', seeds: RULES, words: [...KEYS, ...PHRASES, ...YAML], run: (input) => readRules({ [AT]: 'packs: [./ours]\n', '/team/ours/label/late.yml': input }, packs) },
    { name: 'alongside.yml', letters: 'text', seeds: RULEBOOKS, words: [...SETTINGS, ...KEYS, ...PHRASES, ...YAML], run: (input) => readRules({ [AT]: input, '/team/ours/label/late.yml': RULES[0], '/team/base.yml': 'rules:\n  label/engagement: off\n' }, packs) },
    {
      name: 'what was set aside', letters: 'text', words: ['version: 1\n', 'salt: ', 'records:\n', '  notes/a.md:\n', '    - rule: ', 'fingerprint: ', 'reason: ', 'by: ', 'until: 2027-01-01', 'count: 2', 'baseline', ...YAML], seeds: [SIDECAR],
      run(input) {
        const opened = openSidecar('/team/.alongside/set-aside.yml', input, () => false);
        placed(opened.problems, { '/team/.alongside/set-aside.yml': input });
        const analysis = analyse('Dad failed to engage.\n', rules, CONTEXT);
        opened.partition('notes/b.md', { analysis, rules: BUILT_IN.rules }, CONTEXT.today);
        openSidecar('/team/.alongside/set-aside.yml', opened.text(opened.sidecar), () => false);
      },
    },
    {
      name: 'lists of words', letters: 'text', words: ['avoid,instead\n', '"', ',', 'swap:\n', 'extends: substitution\n', 'tokens:\n', '  - ', '(?:a|b)', '\\b', '.*', ...PHRASES, ...YAML],
      seeds: ['avoid,instead\nprior to,before\n"in order, to",to\n', 'extends: substitution\nmessage: Use %s\nswap:\n  (?:prior|before) to: before\n  utilise: use\n', 'extends: existence\ntokens:\n  - clearly\n  - very\n'],
      run: (input) => {
        importWords('/team/words.csv', input, 'ours/words', () => null);
        importWords('/team/words.yml', input, 'ours/words', () => null);
      },
    },
  ];
}

const AT = '/team/alongside.yml';

/** Whatever a rules file says: a rulebook with problems at places of its files, advice, and a record read under it. */
async function readRules(files: Readonly<Record<string, string>>, packs: CompiledRules): Promise<void> {
  const host = memoryHost(files);
  const rulebook = loadRulebook(AT, host, packs);
  placed(rulebook.problems, files);
  placed(adviseOn(rulebook, createRuleSet(packs, null), CONTEXT.today), files);
  amended(files[AT], { kind: 'allow', rule: 'label/engagement', words: 'failed to engage' });
  amended(files[AT], { kind: 'severity', rule: 'label/engagement', severity: 'off' });
  const { analysis } = await createReader(packs, host, null, () => CONTEXT.today).read('/team/visit.md', NOTE);
  inside(analysis, NOTE);
}

const NOTE = 'Dad failed to engage. Leo was late again for the panel date, and Nan (her sister) told him: “Go.”\n';

function placed(problems: readonly Problem[], files: Readonly<Record<string, string>>): void {
  for (const { file, line, column, message } of problems) {
    assert.ok(Object.hasOwn(files, file), `a problem in ${file}`);
    assert.ok(line >= 1 && line <= files[file].split(/\r\n|\r|\n/).length + 1 && column >= 1, `a problem at ${line}:${column}`);
    assert.ok(message.length > 0 && message.length < 2_000, `a problem that says ${message.length} characters`);
  }
}

function inside({ findings, strengths, unchecked, note }: Analysis, text: string): void {
  const spans: readonly Span[] = [...findings, ...strengths, ...unchecked, ...note.blocks, ...findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits))];
  assert.ok(spans.every(({ start, end }) => start >= 0 && start <= end && end <= text.length), 'a span outside the text');
  assert.equal(note.prose.length, text.length);
}

const MARKDOWN = ['| a | b |\n|---|---|\n| c | |\n', '- [ ] ', '1. ', '    ', '\t', '~~', '[foo]: /u\n', '](u)', '![', '<!-- ', '-->', '<div>\n', '</div>', '<details>', '===\n', '  \n', '{{date}}', '<name>', '____', 'Seen: ', '**Views:**\n', '## Danger statement\n', 'On a scale of 0 to 10 ', 'Action: ', 'by Friday', 'bottom line'];
const YAML = [': ', '\n', '\n  ', '\n    ', '- ', '|\n', '>\n', '"', "'", '#', '[', ']', '{', '}', '&a ', '*a', '!!', '<<: ', '? ', '---\n', '...\n', '%YAML 1.2\n', '\t', '~', 'off', '\\u0000', '\\'];
const FRONT_MATTER = ['type: ', 'template: ', 'children: ', 'family:', 'professionals:', 'services:', 'preferences:', 'date: ', 'case-note', 'danger-statement', 'Leo', 'true', '2026-13-45'];
const PHRASES = ['fail to engage', '{person}', '{family}', '{child}', '{service}', '{self}', '{their}', '{unknown}', '(a|b)', '(', ')', '|', '?', '...', '…', '^ ', '[[', ']]', '«', '»', '/exact', 'be told to ', 'contact/exact', '  ', 'panel date'];
const KEYS = ['title: ', 'why: ', 'severity: ', 'entries:\n', '  - avoid: ', '    ask: ', '    try: ', '    replace: ', '    safe: true', 'unless: ', 'evidence: clears', 'types: [plan]', 'where: ', 'quotes: include', 'check:\n  kind: ', 'section', 'voice', 'statement', 'action', 'acting-on', 'acronym', 'retext', 'readability', 'write-good', 'examples:\n  raise: ', '  leave: ', 'when-not-to-use: ', 'sources: [A]', 'review-by: 2027-11', 'message: ', 'level: gentle', 'jurisdiction: [wales]', 'choice: victim/avoid', 'raise: once'];
const SETTINGS = ['packs: ', 'extends: ', './base.yml', './ours', 'family-valued', 'rules:\n', 'label/engagement', 'allow: ', 'add:\n', 'people:\n', 'notes:\n', '"**/*.md": { type: plan }', 'gate: ', 'templates: warning', 'choices: ', 'jurisdiction: england', '../', '**', '{a,b}', '[!a]', '!('];

const RULES = [
  'title: Late\nwhy: It blames.\nentries:\n  - avoid: |\n      late again\n      {person} be (very|so)? late ... again\n    ask: What happened?\nunless: |\n  late again as agreed\nexamples:\n  raise: |\n    Leo was [[late again]].\n  leave: |\n    Leo came.\n',
  'title: Words\nwhy: Plain words are read.\nseverity: warning\nentries:\n  - avoid: [panel date]\n    replace: date of the meeting\n    safe: true\nevidence: lowers\ntypes: [plan, letter]\nexamples:\n  raise: "The [[panel date]]."\n  leave: "The date."\n',
  'title: A plan\nwhy: It helps.\ncheck:\n  kind: section\n  type: plan\n  heading: Actions\nexamples:\n  raise: |\n    x\n  leave: |\n    y\n',
];
const RULEBOOKS = [
  'packs: [family-valued, ./ours]\nrules:\n  jargon/siblings:\n    severity: suggestion\n    allow: [siblings group]\n    add:\n      - avoid: panel date\n        replace: date of the meeting\n  label/engagement: off\npeople:\n  professionals: [Priti Sahota]\nnotes:\n  "templates/**": { type: plan, template: true }\ngate: { templates: warning, notes: never }\n',
  'extends: ./base.yml\nchoices:\n  victim: avoid\njurisdiction: wales\n',
  `rules:\n  ours/late:\n${RULES[0].replace(/^(?=.)/gm, '    ')}`,
];
const SIDECAR = 'version: 1\nsalt: 00112233445566778899aabbccddeeff\nrecords:\n  notes/a.md:\n    - rule: label/engagement\n      fingerprint: 0123456789abcdef0123\n      reason: court wording\n      by: PS\n      until: 2027-03-01\n';

import assert from 'node:assert/strict';
import { loadRulebook } from '../../server/src/rulebook/load-rulebook.js';
import type { Rulebook } from '../../server/src/rulebook/rulebook.js';
import { memoryHost, placeOf, type MemoryFiles } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const AT = '/team/alongside.yml';

const OWN = (title = 'Our hours'): string => `title: ${title}
why: It reads as the family's choice.
entries:
  - avoid: |
      miss the slot
    ask: Who chose the day?
examples:
  raise: |
    Ewa [[missed the slot]].
  leave: |
    Ewa came.
`;
const inRules = (id: string, rule = OWN()): string => `  ${id}:\n${rule.replace(/^(?=.)/gm, '    ')}`;

/** In a repository, so that files beside its folder are within reach. */
function load(source: string, others: MemoryFiles = {}): Rulebook {
  return loadRulebook(AT, memoryHost({ '/.git': '', [AT]: source, ...others }), PACKS);
}

const told = (rulebook: Rulebook): readonly string[] => rulebook.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
const severities = (rulebook: Rulebook): Readonly<Record<string, string>> => Object.fromEntries(rulebook.compiled.rules.map((rule) => [rule.id, rule.severity]));
const FULL = severities(loadRulebook(AT, memoryHost({ [AT]: '' }), PACKS));

/** What a rulebook adds to the packs: by phrase, the rule's index and the entry or way to clear. */
const added = ({ compiled: { owners } }: Rulebook): number[][] =>
  [...owners.labels].map((rule, at) => [rule, owners.targets[at]]).slice(PACKS.owners.labels.length);

describe('a rulebook', () => {
  it('that says nothing changes nothing', () => {
    for (const source of ['', '\n', '# a comment\n', '\uFEFF', 'rules:\npeople:\nnotes:\ngate:\n']) {
      const rulebook = load(source);
      assert.deepEqual(told(rulebook), [], JSON.stringify(source));
      assert.deepEqual(rulebook.compiled.rules, PACKS.rules);
      assert.deepEqual(rulebook.gate, { templates: 'warning', notes: null });
      assert.deepEqual(rulebook.files, [AT]);
    }
    assert.equal(FULL['label/contested'], 'off');
  });

  describe('names packs', () => {
    it('and switches off the rules of packs it does not name', () => {
      assert.deepEqual(severities(load('packs: [plain-english]\n')), { ...Object.fromEntries(Object.keys(FULL).map((id) => [id, 'off'])), 'plain-english/passive': 'suggestion' });
      assert.deepEqual(severities(load('packs: |\n  family-valued\n')), { ...FULL, 'plain-english/passive': 'off' });
    });

    it('and lets a rule of a pack it does not name be chosen', () => {
      assert.equal(severities(load('packs: [plain-english]\nrules:\n  label/engagement: warning\n'))['label/engagement'], 'warning');
    });

    it('and reads plain-english in every record once it is named', () => {
      const types = (source: string): readonly string[] | undefined => load(source).compiled.rules.find((rule) => rule.id === 'plain-english/passive')?.types;
      assert.deepEqual(types(''), ['letter', 'family-plan']);
      assert.deepEqual(types('packs: [family-valued, plain-english]\n'), []);
    });

    it('and folders of its own', () => {
      const rulebook = load('packs: [family-valued, ./our-rules, ../county]\n', { '/team/our-rules/ours/door.yml': OWN(), '/county/label/late.yml': OWN('Late').replace('miss the slot', 'turn up late'), '/county/README.md': 'x' });
      assert.deepEqual(told(rulebook), []);
      assert.deepEqual(rulebook.compiled.rules.slice(-2).map(({ id, pack, title }) => [id, pack, title]), [['ours/door', './our-rules', 'Our hours'], ['label/late', '../county', 'Late']]);
      assert.ok(rulebook.files.includes('/team/our-rules/ours/door.yml'));
    });
  });

  describe('changes rules', () => {
    it('by severity, in either form', () => {
      const rulebook = load('rules:\n  label/engagement: off\n  minimising/incident: error\n  label/contested:\n    severity: suggestion\n');
      assert.deepEqual(told(rulebook), []);
      assert.deepEqual(severities(rulebook), { ...FULL, 'label/engagement': 'off', 'minimising/incident': 'error', 'label/contested': 'suggestion' });
    });

    it('by what is allowed and what is added', () => {
      const rulebook = load('rules:\n  jargon/siblings:\n    allow: [half siblings]\n    add:\n      - avoid: |\n          sibs/exact\n          sibling group\n        ask: Who are they?\n');
      assert.deepEqual(told(rulebook), []);
      const index = PACKS.rules.findIndex((rule) => rule.id === 'jargon/siblings');
      assert.equal(rulebook.compiled.rules[index].entries.length, 2);
      assert.deepEqual(added(rulebook), [[index, 1], [index, 1], [index, -1]]);
    });

    it('and leaves out a phrase that cannot be used, keeping the others', () => {
      const rulebook = load('rules:\n  jargon/siblings:\n    allow: |\n      --\n      half siblings\n');
      assert.deepEqual(told(rulebook), [`${AT}:4:7 The phrase “--”: “--” is punctuation only and can never match; a phrase is made of words.`]);
      assert.equal(added(rulebook).length, 1);
    });

    it('and adds its own', () => {
      const rulebook = load(`rules:\n${inRules('ours/door')}`);
      assert.deepEqual(told(rulebook), []);
      assert.deepEqual(rulebook.compiled.rules.at(-1)?.id, 'ours/door');
    });

    it('and goes on without one that is broken', () => {
      const rulebook = load(`rules:\n${inRules('ours/broken', OWN().replace('title: Our hours\n', ''))}${inRules('ours/door')}  label/engagement: off\n`);
      assert.deepEqual(told(rulebook), [`${AT}:2:3 Rule ours/broken has no “title”. Say in a few words what it is about.`]);
      assert.deepEqual(severities(rulebook), { ...FULL, 'ours/door': 'suggestion', 'label/engagement': 'off' });
    });

    it('and falls back on the packs as they ship when it cannot be read at all', () => {
      const rulebook = load('rules:\n\tlabel/engagement: off\n');
      assert.deepEqual(told(rulebook), [`${AT}:2:1 A tab stands here. Indent with spaces, two for each step.`]);
      assert.deepEqual(rulebook.compiled.rules, PACKS.rules);
    });
  });

  describe('builds on another', () => {
    const base = `packs: [family-valued]\nrules:\n  label/engagement: off\n${inRules('ours/door')}people:\n  children: [Maya]\nnotes:\n  "**": { type: plan }\ngate: { templates: error, notes: warning }\n`;
    const others = { '/base.yml': base };

    it('and takes over all it says', () => {
      const rulebook = load('extends: ../base.yml\n', others);
      assert.deepEqual(told(rulebook), []);
      assert.deepEqual(severities(rulebook), { ...FULL, 'label/engagement': 'off', 'plain-english/passive': 'off', 'ours/door': 'suggestion' });
      assert.deepEqual(rulebook.people.children, ['Maya']);
      assert.deepEqual(rulebook.settingsFor('/team/a.md'), { type: 'plan', template: false });
      assert.deepEqual(rulebook.gate, { templates: 'error', notes: 'warning' });
      assert.deepEqual(rulebook.files, [AT, '/base.yml']);
    });

    it('and has the last word', () => {
      const rulebook = load(
        'extends: ../base.yml\npacks: [plain-english, family-valued]\nrules:\n  label/engagement: warning\n  ours/door: off\npeople:\n  children: [Leo, Maya]\n  services: [Beech Lodge]\nnotes:\n  "letters/*": { type: letter }\ngate: { notes: never }\n',
        others,
      );
      assert.deepEqual(told(rulebook), []);
      assert.deepEqual(severities(rulebook), { ...FULL, 'label/engagement': 'warning', 'ours/door': 'off' });
      assert.deepEqual([rulebook.people.children, rulebook.people.services], [['Leo', 'Maya'], ['Beech Lodge']]);
      assert.deepEqual(rulebook.settingsFor('/team/letters/a.md'), { type: 'letter', template: false });
      assert.deepEqual(rulebook.gate, { templates: 'error', notes: null });
    });

    it('in a row, and with changes to a rule that a file further down defines', () => {
      const rulebook = load('extends: ../middle.yml\nrules:\n  ours/door:\n    severity: warning\n    allow: [miss the slot machine]\n', { ...others, '/middle.yml': 'extends: ./base.yml\nrules:\n  minimising/incident: error\n' });
      assert.deepEqual(told(rulebook), []);
      assert.deepEqual([severities(rulebook)['ours/door'], severities(rulebook)['minimising/incident']], ['warning', 'error']);
      assert.equal(added(rulebook).at(-1)?.[1], -1);
    });

    it('and does not say that a rule is missing where it is broken', () => {
      const rulebook = load('extends: ../base.yml\nrules:\n  ours/door: off\n', { '/base.yml': base.replace('    title: Our hours\n', '') });
      assert.deepEqual(told(rulebook), ['/base.yml:4:3 Rule ours/door has no “title”. Say in a few words what it is about.']);
    });

    it('and resolves packs from the file that names them', () => {
      const rulebook = load('extends: ../county/base.yml\n', { '/county/base.yml': 'packs: [./rules]\n', '/county/rules/ours/door.yml': OWN() });
      assert.deepEqual(told(rulebook), []);
      assert.equal(rulebook.compiled.rules.at(-1)?.id, 'ours/door');
    });
  });

  describe('tells a problem at its place:', () => {
    const problems: readonly (readonly [what: string, marked: string, says: string | RegExp, others?: MemoryFiles])[] = [
      ['an unknown key', '¦pack: [family-valued]\n', 'There is no “pack” in a rules file; did you mean “packs”?'],
      ['a list', '¦- label/engagement\n', 'A rules file should be lines of “name: value”.'],
      ['plain text', '¦family-valued\n', 'A rules file should be lines of “name: value”.'],
      ['rules as a list', 'rules:\n  ¦- label/engagement\n', 'Rules should be lines of “name: value”.'],
      ['an unknown rule', 'rules:\n  ¦label/engagment: off\n', 'There is no rule called “label/engagment”; did you mean “label/engagement”?'],
      ['a rule like no other', 'rules:\n  ¦ours/x: off\n', 'There is no rule called “ours/x”. To make one of your own, give it a title, a why, entries and examples.'],
      ['a rule that stands twice', 'rules:\n  label/engagement: off\n  ¦label/engagement: warning\n', '“label/engagement” stands here twice, first in line 2; only one can be meant.'],
      ['a severity in words of another tool', 'rules:\n  label/engagement: ¦false\n', 'Rule label/engagement cannot be “false”; did you mean “off”? It is one of suggestion, warning, error, off.'],
      ['a rule with nothing after it', 'rules:\n  label/engagement:¦\n', 'Rule label/engagement is empty. It is one of suggestion, warning, error, off.'],
      ['an unknown key of a change', 'rules:\n  label/engagement:\n    ¦alow: [x]\n', 'There is no “alow” in rule label/engagement; did you mean “allow”?'],
      ['a rule of the packs written anew', `rules:\n${inRules('label/engagement')}`.replace('label/', '¦label/'), 'There is already a rule called label/engagement (in the pack family-valued); give this one another name.'],
      ['a rule of an extended file written anew', `extends: ../base.yml\nrules:\n${inRules('¦ours/door')}`, 'There is already a rule called ours/door (in /base.yml); give this one another name.', { '/base.yml': `rules:\n${inRules('ours/door')}` }],
      ['an unknown pack', 'packs: [¦family-value]\n', /^There is no pack called “family-value”; did you mean “family-valued”\? Built in: family-valued, .*; a folder of your own begins with “\.\/”\.$/],
      ['a pack like no other', 'packs: [¦zzz]\n', /^There is no pack called “zzz”\. Built in: /],
      ['a folder without its dot', 'packs: [¦our-rules]\n', '“our-rules” is a folder here; write “./our-rules”.', { '/team/our-rules/ours/door.yml': OWN() }],
      ['a folder that is not there', 'packs:\n  - ¦./nothing\n', 'There is no folder “./nothing” here. A pack is a folder of <category>/<rule>.yml files, such as ./nothing/ours/thresholds.yml.'],
      ['a file to build on that is not there', 'extends: ¦../nothing.yml\n', 'There is no file “../nothing.yml” to build on.'],
      ['a file that builds on itself', 'extends: ¦./alongside.yml\n', '“./alongside.yml” leads back to a file that builds on it; none can build on itself.'],
      ['packs without brackets', 'packs: ¦family-valued, plain-english\n', 'To name several under “packs”, put them in brackets: [family-valued, plain-english].'],
      ['names without brackets', 'people:\n  professionals: ¦Priti Sahota, Bronwen Aziz\n', 'To name several under “professionals”, put them in brackets: [Priti Sahota, Bronwen Aziz].'],
      ['people as text', 'people: ¦Priti\n', 'People should be lines of “name: value”.'],
      ['an unknown kind of people', 'people:\n  ¦kids: [Maya]\n', /^There is no “kids” in people/],
      ['an unknown type in notes', 'notes:\n  "a/*": { type: ¦careplan }\n', /^“careplan” is not a type of record/],
      ['a type without its space', 'notes:\n  "a/*": { ¦type:plan }\n', 'There is no space after “type:”.'],
      ['a template that is neither', 'notes:\n  "a/*": { template: ¦yes }\n', 'Template cannot be “yes”; did you mean “true”? It is one of true, false.'],
      ['a glob of nothing', 'notes:\n  ¦"": { type: plan }\n', /is not a pattern for paths/],
      ['a glob as Windows writes paths', 'notes:\n  ¦templates\\**: { type: plan }\n', 'Write “/” between folders, on every system: “templates/**”.'],
      ['an unknown gate', 'gate: { templates: ¦warn }\n', 'Gate for templates cannot be “warn”; did you mean “warning”? It is one of suggestion, warning, error, never.'],
      ['a phrase that two rules claim', `rules:\n${inRules('ours/door')}${inRules('ours/gate', OWN().replace('miss the', '¦Miss  the'))}`, 'The phrase “Miss  the slot” is already claimed by ours/door; one rule should own it.'],
      ['a phrase that stands twice', `rules:\n${inRules('ours/door', OWN().replace('miss the slot\n', 'miss the slot\n      ¦miss the slot\n'))}`, 'The phrase “miss the slot” stands twice in ours/door; once is enough.'],
      ['a phrase that is avoided and left alone', `rules:\n${inRules('ours/door', `${OWN()}unless: |\n  ¦miss the slot\n`)}`, 'ours/door both avoids “miss the slot” and leaves it alone, so it would never be raised.'],
      ['a phrase that is added and allowed', 'rules:\n  label/engagement:\n    add:\n      - avoid: no show\n        ask: x\n    allow: [¦no-show]\n', 'label/engagement both avoids “no-show” and leaves it alone, so it would never be raised.'],
      ['a phrase that a change and a rule claim', `rules:\n  label/engagement:\n    add:\n      - avoid: ¦miss the slot\n        ask: x\n${inRules('ours/door')}`, 'The phrase “miss the slot” is already claimed by ours/door; one rule should own it.'],
      ['a gate for something else', 'gate: { ¦template: warning }\n', 'There is no “template” in gate; did you mean “templates”?'],
    ];
    for (const [what, marked, says, others] of problems) {
      it(what, () => {
        const place = placeOf(marked);
        const rulebook = load(place.text, others);
        const [problem] = rulebook.problems;
        if (typeof says === 'string') assert.equal(problem?.message, says);
        else assert.match(problem?.message ?? '', says);
        assert.deepEqual([problem.file, problem.line, problem.column], [AT, place.line, place.column]);
        assert.equal(rulebook.problems.length, 1, told(rulebook).join('\n'));
        assert.ok(rulebook.compiled.rules.length >= PACKS.rules.length);
      });
    }

    it('a circle through other files', () => {
      assert.deepEqual(told(load('extends: ../a.yml\n', { '/a.yml': 'extends: ./b.yml\n', '/b.yml': 'extends: ./a.yml\n' })), ['/b.yml:1:10 “./a.yml” leads back to a file that builds on it; none can build on itself.']);
    });

    it('problems of the file it builds on, in that file', () => {
      assert.deepEqual(told(load('extends: ../a.yml\n', { '/a.yml': 'pack: x\n' })), ['/a.yml:1:1 There is no “pack” in a rules file; did you mean “packs”?']);
    });

    it('a gate that cannot be read, leaving the gate as it was', () => {
      assert.deepEqual(load('gate: { templates: warn, notes: error }\n').gate, { templates: 'warning', notes: 'error' });
    });

    it('a file that cannot be read', () => {
      assert.deepEqual(told(loadRulebook(AT, memoryHost({}), PACKS)), [`${AT}:1:1 This rules file could not be read.`]);
    });

    it('a file with the wrong ending', () => {
      const rulebook = loadRulebook('/team/alongside.yaml', memoryHost({ '/team/alongside.yaml': 'rules:\n  label/engagement: off\n' }), PACKS);
      assert.deepEqual(told(rulebook), ['/team/alongside.yaml:1:1 The rules file is called “alongside.yml”. Rename this one, or it will not be read.']);
      assert.deepEqual(severities(rulebook), FULL);
    });

    it('a file that to somebody is the rules file, and by its name is not', () => {
      for (const name of ['.alongside.yml', 'Alongside.yml', 'alongside.yml.txt']) assert.match(told(loadRulebook(`/team/${name}`, memoryHost({ [`/team/${name}`]: '' }), PACKS))[0], /is called “alongside\.yml”\. Rename this one/);
    });

    it('a folder, or a name without its ending, in place of a file to build on; and the file that is meant', () => {
      for (const [written, meant] of [['..', '../alongside.yml'], ['../', '../alongside.yml'], ['../alongside', '../alongside.yml'], ['../alongside.yaml', '../alongside.yml'], ['../county', undefined]] as const) {
        const [problem] = load(`extends: ${written}\n`, { '/alongside.yml': '' }).problems;
        assert.deepEqual(problem.mends?.map(({ text }) => text), meant ? [meant] : [], written);
      }
    });
  });

  describe('names packs', () => {
    const rules = (packs: string): readonly string[] => load(packs).compiled.rules.filter(({ severity }) => severity !== 'off').map(({ id }) => id);
    it('or none, by a word that nothing stands after', () => {
      assert.deepEqual(rules('packs:\nrules:\n'), rules(''));
      assert.deepEqual(told(load('packs:\n')), []);
    });
    it('and is told where they are none on purpose', () => {
      assert.deepEqual(rules('packs: []\n'), []);
      assert.match(load('packs: []\n').advice[0].message, /none of the rules that ship are in force/);
    });
  });

  describe('reads what stands under the second of two names', () => {
    it('where nothing stands under the first', () => {
      const rulebook = load('rules:\npeople:\n  family: [Dee]\nrules:\n  label/engagement: off\n');
      assert.equal(rulebook.compiled.rules.find(({ id }) => id === 'label/engagement')?.severity, 'off');
      assert.equal(rulebook.problems.length, 1);
    });
  });

  it('ends lines as an old Mac does', () => assert.deepEqual(told(load('rules:\r  label/engagement: off\r')), []));

  describe('says what a record is', () => {
    const rulebook = load('notes:\n  "**": { type: case-note }\n  ./templates/**: { template: true }\n  "templates/plans/*.md": { type: plan }\n  "templates/plans/old.md": { template: false }\n');
    const cases: readonly (readonly [path: string, type: string | null, template: boolean])[] = [
      ['/team/a.md', 'case-note', false],
      ['/team/templates/letter.md', 'case-note', true],
      ['/team/templates/plans/a.md', 'plan', true],
      ['/team/templates/plans/old.md', 'plan', false],
      ['/team/.drafts/a.md', 'case-note', false],
    ];
    for (const [path, type, template] of cases) it(`by the last pattern that speaks of it: ${path}`, () => assert.deepEqual(rulebook.settingsFor(path), { type, template }));
    it('and nothing where no pattern fits', () => assert.deepEqual(load('notes:\n  "x/*": { type: plan }\n').settingsFor('/team/a.md'), { type: null, template: false }));
    it('at the root of a disk', () => {
      const root = loadRulebook('/alongside.yml', memoryHost({ '/alongside.yml': 'notes:\n  "a/*": { type: plan }\n' }), PACKS);
      assert.equal(root.settingsFor('/a/b.md').type, 'plan');
    });
  });
});

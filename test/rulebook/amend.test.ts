import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { amended, type Choice } from '../../server/src/rulebook/write/amend.js';

const ALLOW: Choice = { kind: 'allow', rule: 'label/x', words: 'panel date' };
const OFF: Choice = { kind: 'severity', rule: 'label/x', severity: 'off' };

/** Lines that are new, and lines that are gone. */
function difference(before: string, after: string): { readonly added: readonly string[]; readonly gone: readonly string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return { added: b.filter((line) => !a.includes(line)), gone: a.filter((line) => !b.includes(line)) };
}

describe('a choice written into a rules file', () => {
  it('begins the file where there is nothing in it', () => {
    assert.equal(amended('', ALLOW), 'rules:\n  label/x:\n    allow: [panel date]\n');
    assert.equal(amended('# Ours.\n', OFF), '# Ours.\n\nrules:\n  label/x: off\n');
    assert.equal(amended('rules:\n', OFF), 'rules:\n  label/x: off\n');
  });

  it('leaves alone a file that goes deeper than any rules file does', () => {
    for (const mark of ['- ', '? ', '[', 'a: ']) assert.equal(amended(`rules:\n${mark.repeat(1200)}x\n`, OFF), null);
  });

  it('adds to what the rule has already', () => {
    assert.equal(amended('rules:\n  label/x: warning\n', ALLOW), 'rules:\n  label/x:\n    severity: warning\n    allow: [panel date]\n');
    assert.equal(amended('rules:\n  label/x: warning\n', OFF), 'rules:\n  label/x: off\n');
    assert.equal(amended('rules:\n  label/x:\n    allow: [one thing]\n', OFF), 'rules:\n  label/x:\n    allow: [one thing]\n    severity: off\n');
    assert.equal(amended('rules:\n  label/x:\n    allow: one thing\n', ALLOW), 'rules:\n  label/x:\n    allow: [one thing, panel date]\n');
    assert.equal(amended('rules:\n  label/x:\n    allow: |\n      one thing\n      two things\n', ALLOW), 'rules:\n  label/x:\n    allow: |\n      one thing\n      two things\n      panel date\n');
    assert.equal(amended('rules:\n  label/x:\n    allow:\n      - one thing\n', ALLOW), 'rules:\n  label/x:\n    allow:\n      - one thing\n      - panel date\n');
  });

  it('touches no other line of a file with comments of its own', () => {
    const file = readFileSync('examples/alongside.yml', 'utf8');
    assert.deepEqual(difference(file, amended(file, ALLOW)!), { added: ['  label/x:', '    allow: [panel date]'], gone: [] });
    assert.deepEqual(difference(file, amended(file, { ...ALLOW, rule: 'jargon/meeting-names' })!), { added: ['    allow: [core group, panel date]'], gone: ['    allow: [core group]'] });
    assert.deepEqual(difference(file, amended(file, { ...ALLOW, rule: 'ours/the-office-door' })!), { added: ['      panel date'], gone: [] }, 'a rule of the file’s own clears words with “unless”');
  });

  it('keeps to the way a file is indented', () => {
    const file = 'packs:\n- family-valued # all of it\nrules:\n    label/y: # loud\n        severity: warning\n';
    const after = amended(file, ALLOW)!;
    assert.deepEqual(parse(after), { packs: ['family-valued'], rules: { 'label/y': { severity: 'warning' }, 'label/x': { allow: ['panel date'] } } });
    assert.match(after, /# all of it/);
    assert.match(after, /# loud/);
  });

  it('leaves a file alone that it cannot read', () => {
    for (const file of ['a: [\n', '- one\n', 'rules: [a]\n', 'rules: none\n', 'rules:\n  label/x: off\n? ']) assert.equal(amended(file, ALLOW), null, file);
  });
});

/** The sidecar as a file: never words, always in the same order, read strictly. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSidecar, type Entry, type Sidecar } from '../../server/src/set-aside/sidecar.js';
import { sidecarText } from '../../server/src/set-aside/sidecar-text.js';
import { aside, read } from '../support/set-aside.js';

const SALT = '0123456789abcdef0123456789abcdef';
const PRINT = '00112233aabbccdd';

function sidecar(records: Readonly<Record<string, readonly Partial<Entry>[]>>, baselineSince: string | null = null): Sidecar {
  const whole = (entry: Partial<Entry>): Entry => ({ kind: 'set-aside', rule: 'label/engagement', fingerprint: PRINT, count: 1, reason: null, by: null, until: null, ...entry });
  return { salt: SALT, baselineSince, records: new Map(Object.entries(records).map(([path, entries]) => [path, entries.map(whole)])) };
}

describe('the sidecar', () => {
  it('reads as it is meant to', () => {
    const text = sidecarText(sidecar({
      'visits/b.md': [{ reason: 'Court wording: it must stand, as is', by: 'Priti Sahota', until: '2027-03-01' }, { kind: 'baseline', rule: 'jargon/system-words', count: 2 }],
      'a b.md': [{ rule: 'doing-to/told', reason: 'Agreed', count: 3 }, { rule: 'doing-to/told', fingerprint: 'ffffffff00000000', reason: 'Agreed' }],
    }, '2026-11-22'));
    assert.deepEqual(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')), [
      'version: 1',
      `salt: ${SALT}`,
      'baseline-since: 2026-11-22',
      'records:',
      '  a b.md:',
      '    set-aside:',
      `      - { rule: doing-to/told, fingerprint: ${PRINT}, count: 3, reason: Agreed }`,
      '      - { rule: doing-to/told, fingerprint: ffffffff00000000, reason: Agreed }',
      '  visits/b.md:',
      '    set-aside:',
      `      - { rule: label/engagement, fingerprint: ${PRINT}, reason: "Court wording: it must stand, as is", by: Priti Sahota, until: 2027-03-01 }`,
      '    baseline: |',
      `      jargon/system-words ${PRINT} ${PRINT}`,
    ]);
    assert.match(text, /^# What people chose to leave/);
  });

  it('is read as it was written, whatever the reasons and paths', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFD\u00a0\u2000-\u200b\u3000\ufeff]/gu, ' ').trim().replace(/\s+/g, ' ')).filter((text) => text !== '');
    const entry = fc.record({ reason: fc.option(word), by: fc.option(word), until: fc.constantFrom(null, '2027-01-31'), count: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom('set-aside' as const, 'baseline' as const) }).map((one) => (one.kind === 'baseline' ? { ...one, reason: null, by: null, until: null } : one));
    fc.assert(fc.property(fc.dictionary(word.filter((path) => path !== '__proto__'), fc.array(entry, { minLength: 1, maxLength: 2 }), { maxKeys: 3 }), (records) => {
      const written = sidecar(records);
      const text = sidecarText(written);
      const { sidecar: back, problems } = readSidecar('x.yml', text);
      assert.deepEqual(problems, [], text);
      assert.equal(sidecarText(back!), text);
      const chosen = ({ records: all }: Sidecar): readonly unknown[] => [...all.values()].flat().filter(({ kind }) => kind === 'set-aside').map(({ reason, by, until, count }) => JSON.stringify([reason, by, until, count])).sort();
      assert.deepEqual(chosen(back!), chosen(written));
    }), { numRuns: 300 });
  });

  it('never holds words of a record', () => {
    const note = 'Wren Ashdown hit Bram at home in Corley Street. Dad failed to engage with the anger course in Norwich.\n\nMum was told to leave. The core group will meet before Easter; there was a domestic incident in Lidl.\n';
    const held = aside(note).sidecar;
    assert.ok(held.records.get('a.md')!.length >= 3);
    const text = sidecarText(held).replace(/^#.*\n/gm, '').replace(/rule: \S+/g, '').replaceAll('Agreed at the meeting', '').replaceAll('set-aside', '').replaceAll('a.md', '').toLowerCase();
    const all = note.toLowerCase().match(/[a-z]+/g)!;
    for (let at = 0; at + 4 <= all.length; at++) assert.ok(!text.includes(all.slice(at, at + 4).join(' ')));
    const { analysis } = read(note);
    const matched = analysis.findings.flatMap(({ start, end }) => note.slice(start, end).toLowerCase().match(/[a-z]+/g) ?? []);
    for (const word of [...matched, 'wren', 'ashdown', 'bram', 'corley', 'norwich']) assert.doesNotMatch(text, new RegExp(`\\b${word}\\b`), word);
  });

  it('makes other fingerprints of the same words with another salt', () => {
    const prints = [1, 2].map(() => [...aside('Dad failed to engage with it.\n').sidecar.records.values()].flat()[0].fingerprint);
    assert.notEqual(prints[0], prints[1]);
  });

  describe('tells what is wrong with it, at its place:', () => {
    const head = `version: 1\nsalt: ${SALT}\n`;
    const cases: readonly (readonly [what: string, source: string, told: readonly string[], entries: number])[] = [
      ['a version without end', `version: ${'constructor'.repeat(300)}\nsalt: ${SALT}\n`, [`1:1 This file is of version “${'constructor'.repeat(11).slice(0, 120)}…”, and only version 1 is understood here. A newer Alongside may read it.`], -1],
      ['another version', `version: 2\nsalt: ${SALT}\n`, ['1:1 This file is of version “2”, and only version 1 is understood here. A newer Alongside may read it.'], -1],
      ['no salt', 'version: 1\n', ['1:1 This file has no “salt” of 32 digits and letters a to f, so nothing in it can be known again.'], -1],
      ['an unknown key', `${head}record: {}\n`, ['3:1 There is no “record” in this file; did you mean “records”?'], 0],
      ['a kind that is not known', `${head}records:\n  a.md:\n    set-asides: []\n`, ['5:5 There is no “set-asides” in record “a.md”; did you mean “set-aside”?'], 0],
      ['no rule', `${head}records:\n  a.md:\n    set-aside:\n      - { fingerprint: ${PRINT} }\n`, ['6:9 This does not say of which “rule”.'], 0],
      ['a fingerprint cut short', `${head}records:\n  a.md:\n    set-aside:\n      - { rule: label/x, fingerprint: 00 }\n      - { rule: label/x, fingerprint: ${PRINT} }\n`, ['6:26 A fingerprint is 16 digits and letters a to f.'], 1],
      ['a date that is none', `${head}records:\n  a.md:\n    set-aside:\n      - { rule: label/x, fingerprint: ${PRINT}, until: 2027-02-30 }\n`, ['6:57 A date reads as year-month-day, such as 2027-03-01.'], 0],
      ['a count of nothing', `${head}records:\n  a.md:\n    set-aside:\n      - { rule: label/x, fingerprint: ${PRINT}, count: 0 }\n`, ['6:57 “count” is a whole number from 1.'], 0],
      ['a baseline that is not of fingerprints', `${head}records:\n  a.md:\n    baseline: |\n      label/x ${PRINT} x\n`, ['6:7 A fingerprint is 16 digits and letters a to f.'], 1],
      ['a baseline line without a rule', `${head}records:\n  a.md:\n    baseline: |\n      ${PRINT}\n`, ['6:7 A line of a baseline is a rule and its fingerprints.'], 0],
      ['both sides of a merge', `${head}<<<<<<< ours\nrecords: {}\n`, [], -1],
    ];
    for (const [what, source, told, entries] of cases) {
      it(what, () => {
        const { sidecar: made, problems } = readSidecar('x.yml', source);
        if (told.length > 0) assert.deepEqual(problems.map(({ line, column, message }) => `${line}:${column} ${message}`), told);
        else assert.ok(problems.length > 0);
        assert.equal(made ? [...made.records.values()].flat().length : -1, entries);
      });
    }
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createReader } from '../../server/src/rulebook/reader.js';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import { toLf } from '../../server/src/engine/note/line-ends.js';
import { BUILT_IN } from '../support/built-in.js';

/**
 * What is said of each example record, word for word, so that a change in any rule shows as a difference a person can
 * read. After a change that is meant: GOLDEN=write npm run test:unit -- golden
 */
const FOLDERS = ['examples', 'examples/templates'];
const records = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md').map((name) => `${folder}/${name}`));
const reader = createReader(BUILT_IN, DISK, null, () => '2026-05-04');

describe('golden records', () => {
  for (const path of records) {
    it(path, async () => {
      const text = toLf(readFileSync(path, 'utf8'));
      const { analysis } = await reader.read(`${process.cwd()}/${path}`, text);
      const line = (offset: number): number => text.slice(0, offset).split('\n').length;
      const report = [
        `${path}: ${analysis.type}${analysis.template ? ', template' : ''}`,
        ...analysis.findings.map((f) => `${line(f.start)} ${f.severity} ${f.rule} “${text.slice(f.start, f.end)}”\n    ${f.message}${f.fixes.map((fix) => `\n    ${fix.title}`).join('')}`),
        ...analysis.strengths.map((s) => `${line(s.start)} strength ${s.kind}${s.child ? ` (${s.child})` : ''}`),
        ...analysis.unchecked.map((u) => `${line(u.start)} unchecked: ${u.reason}`),
        '',
      ].join('\n');
      const golden = `test/golden/${path.slice('examples/'.length).replace('/', '-').replace(/md$/, 'txt')}`;
      if (process.env['GOLDEN'] === 'write') writeFileSync(golden, report);
      assert.equal(report, readFileSync(golden, 'utf8'));
    });
  }

  it('find nothing in the records that are written well', async () => {
    for (const name of ['case-note-again', 'assessment-again', 'plan-again', 'family-plan', 'danger-statement', 'review-again', 'supervision-again', 'chronology', 'referral', 'report', 'letter']) {
      const { analysis } = await reader.read(`${process.cwd()}/examples/${name}.md`, toLf(readFileSync(`examples/${name}.md`, 'utf8')));
      const language = analysis.findings.filter(({ rule }) => !rule.startsWith('plain-english/'));
      assert.deepEqual(language.map((f) => `${name}: ${f.rule} ${f.message}`), []);
    }
  });
});

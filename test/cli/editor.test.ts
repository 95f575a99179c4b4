/**
 * The editor and the command line say the same of every example record and specimen, and of all examples of all rules: the same
 * findings, in the same order, at the same places, a third of them with LF, a third with CRLF and a third with both.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import type { Severity } from '../../server/src/engine/finding.js';
import type { Report } from '../../server/src/cli/report/report.js';
import { readExample } from '../../server/src/rulebook/advice/laws.js';
import { BUILT_IN } from '../support/built-in.js';
import { languageClient, type TestClient } from '../support/language-client.js';
import { reportOf } from '../support/memory-world.js';
import { readSpecimen } from '../specimens/labels.js';
import { HALVES } from '../specimens/measure.js';

const EXAMPLES = readdirSync('examples', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const records = new Map(EXAMPLES.filter((path) => path.endsWith('.md')).map((path) => [path, readFileSync(`examples/${path}`, 'utf8')]));
for (const half of HALVES) {
  for (const name of readdirSync(`test/specimens/${half}`)) records.set(`specimens/${half}/${name}`, readSpecimen(readFileSync(`test/specimens/${half}/${name}`, 'utf8')).text);
}
// The rules' examples, in one record for each category and type.
for (const { id, examples, types } of BUILT_IN.rules) {
  const path = `rules/${id.split('/')[0]}-${types[0] ?? 'any'}.md`;
  const before = records.get(path) ?? `---\ntype: ${types[0] ?? 'case-note'}\n---\n`;
  records.set(path, [before, ...[...examples.raise, ...examples.leave].map((marked) => readExample(marked).text)].join('\n\n'));
}
const LINE_ENDS: readonly (readonly [name: string, of: (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['both', (text) => text.replaceAll('\n\n', '\n\r\n')],
];
const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = { suggestion: DiagnosticSeverity.Information, warning: DiagnosticSeverity.Warning, error: DiagnosticSeverity.Error };

describe('editor and command line', () => {
  const rules = readFileSync('examples/alongside.yml', 'utf8');
  const files = new Map<string, string>([...records].map(([path, text], at) => {
    const [name, withLineEnds] = LINE_ENDS[at % LINE_ENDS.length];
    return [`/work/${name}/${path}`, withLineEnds(text)];
  }));
  let client: TestClient;
  let report: Report;
  before(async () => {
    client = await languageClient();
    for (const [name] of LINE_ENDS) client.files.set(`/work/${name}/alongside.yml`, rules);
    // One run for all, so that what it learns of the rules is learnt once.
    report = await reportOf({ ...Object.fromEntries(files), ...Object.fromEntries(client.files) }, ['.'], { packs: BUILT_IN, today: '2026-05-04' });
  });
  after(() => client.stop());

  for (const [name] of LINE_ENDS) {
    it(`agree on records with ${name}`, async () => {
      const read = report.files.filter(({ path }) => path.startsWith(`${name}/`));
      assert.deepEqual([report.problems, read.length], [[], [...files.keys()].filter((path) => path.startsWith(`/work/${name}/`)).length]);
      for (const file of read) {
        const uri = `file:///work/${file.path}`;
        client.open(uri, files.get(`/work/${file.path}`)!);
        const { items } = await client.pull(uri);
        client.close(uri);
        const shown = items.map(({ code, severity, message, range: { start, end } }) => [code, severity, message, start.line + 1, start.character + 1, end.line + 1, end.character + 1]);
        const told = [
          ...file.findings.map((finding) => [finding.rule, SEVERITY[finding.severity], finding.message, finding.line, finding.column, finding.endLine, finding.endColumn]),
          ...file.unchecked.map((place) => ['unchecked', DiagnosticSeverity.Warning, `This part was not read. ${place.reason}`, place.line, place.column, place.endLine, place.endColumn]),
        ];
        assert.deepEqual(shown, told, file.path);
      }
      assert.ok(read.reduce((sum, { findings }) => sum + findings.length, 0) > read.length);
    });
  }
});

/** Targets that come as bytes or as what somebody types: Word documents, files of any kind, the command line. */
import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { COMMANDS } from '../../../server/src/cli/commands.js';
import { parseMarkdown } from '../../../server/src/engine/note/markdown.js';
import { parseNote } from '../../../server/src/engine/note/note.js';
import { toLf } from '../../../server/src/engine/note/line-ends.js';
import { cleanCopy, fromHtml, fromPlainText, readWord } from '../../../server/src/exchange/exchange.js';
import { runAmong } from '../../support/memory-world.js';
import { bold, item, p, picture, table, tracked, wordFile } from '../../support/word-file.js';
import type { Target } from './explore.js';

export function fileTargets(): readonly Target[] {
  return [
    { name: 'Word documents, their bytes', letters: 'bytes', seeds: DOCUMENTS.map(asText), words: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'word/document.xml', '\xff\xff\xff\xff', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '../', '\0\0\0\0'], run: (input) => readsWord(asBytes(input)) },
    {
      name: 'Word documents, their parts', letters: 'text', words: WORD, seeds: DOCUMENTS.map((bytes) => strFromU8(unzipSync(bytes)['word/document.xml'])),
      run(input) {
        for (const part of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']) readsWord(zipSync({ ...unzipSync(DOCUMENTS[0]), [part]: strToU8(input) }));
      },
    },
    { name: 'what was copied elsewhere', letters: 'text', seeds: COPIED, words: HTML, run: pasted },
    { name: 'files of any kind', letters: 'bytes', seeds: ['# Visit\n\nDad failed to engage.\n', '\xef\xbb\xbfMum\r\n', '\xff\xfea\0'], words: ['\0', '\xc3', '\xef\xbb\xbf', '\xff\xfe', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\r', 'Dad failed to engage. '], run: (input) => runs(['check', 'notes/any.md', '--format', 'json'], asBytes(input)) },
    { name: 'arguments', letters: 'text', seeds: ARGUMENTS.map((args) => args.join('\n')), words: WORDS, run: (input) => runs(input.split('\n'), strToU8('Dad failed to engage.\n')) },
    {
      name: 'reports to be merged', letters: 'text', words: ['{', '}', '[', ']', '"files"', '"findings"', '"version":1', '"summary"', 'null', '-1', '1e999', '"path":"', '__proto__'], seeds: [REPORT],
      run: async (input) => exits(await runAmong({ ...FILES, '/work/a.json': input, '/work/b.json': REPORT }, ['merge', 'a.json', 'b.json', '--format', 'html'])),
    },
  ];
}

function readsWord(bytes: Uint8Array): void {
  const read = readWord(bytes);
  if ('problem' in read) return;
  read.text.split('\n').forEach((_line, at) => assert.equal(typeof read.placeOf(at + 1), 'string'));
}

/** Into a record, and out of it again. */
function pasted(input: string): void {
  for (const text of [fromHtml(input), fromPlainText(input)]) {
    const note = parseNote(toLf(text));
    const { blanks } = cleanCopy(note, null, parseMarkdown);
    assert.ok(blanks.every(({ start, end }) => start <= end && end <= note.text.length));
  }
}

async function runs(args: readonly string[], note: Uint8Array): Promise<void> {
  exits(await runAmong({ ...FILES, '/work/notes/any.md': note }, args.filter((arg) => !arg.includes('\0')), { input: 'Mum came.\n' }));
}

function exits({ code, out, error }: { readonly code: number; readonly out: string; readonly error: string }): void {
  assert.ok([0, 1, 2].includes(code), `it ended with ${code}`);
  assert.ok(code !== 2 || out + error !== '', 'it failed and said nothing');
  assert.doesNotMatch(error, /\bat \S+ \(|node:internal/, 'it shows where in the program it broke');
}

const FILES = {
  '/work/alongside.yml': 'packs: [family-valued]\n',
  '/work/notes/visit.md': 'Dad failed to engage.\n',
  '/work/templates/plan.md': '---\ntemplate: true\n---\nHer siblings came.\n',
  '/work/letter.docx': wordFile(p('Dad failed to engage.')),
} as const;
const DOCUMENTS = [
  wordFile(`${p('Visit', 'heading 1')}${p('Dad failed to engage.\nMum came.')}${item('Mum to ring')}${item('the school', 1)}${table([p('Who'), p('What')], [p('Mum'), p('told to ring') + p('')])}${bold('Views')}${tracked('del', 'gone')}${tracked('ins', 'come')}`),
  wordFile(`${p('Plan', 'Title')}${picture()}${p('“I don’t want that,” Leo said.')}`),
];
const REPORT = '{"version":1,"files":[{"path":"notes/a.md","type":"case-note","template":false,"words":3,"findings":[{"rule":"label/engagement","severity":"suggestion","message":"m","start":0,"end":3,"line":1,"column":1,"endLine":1,"endColumn":4,"title":"t","ask":"a","fixes":[]}],"strengths":[],"unchecked":[]}],"problems":[],"summary":{"files":1,"words":3,"suggestion":1,"warning":0,"error":0}}';
const ARGUMENTS = [
  ['check', '.'], ['check', 'notes/*.md', '--format', 'sarif=out.sarif', '--fail-on', 'warning'], ['check', 'letter.docx', '--format', 'html', '--with-text'], ['check', '--fix', '--all', '--diff', 'templates'], ['check', '-', '--max-findings', 'label=5', '--shard', '1/2'],
  ['check', '.', '--since', 'main', '--changed-lines'], ['check', '.', '--cache', '.cache', '--threads', '2'], ['rules', 'list', '--all'], ['rules', 'explain', 'label/engagement'], ['rules', 'test', '--coverage'], ['rules', 'new', 'ours/late'], ['baseline', '.'], ['set-aside', 'list'], ['init'], ['doctor', 'notes/visit.md'], ['completion', 'bash'], ['help', 'check'], ['--version'],
] as const;
const WORDS = ['\n', '--', '-', '=', ',', '/', '*', '**', '{a,b}', '[', '!', '..', '~', 'label/engagement', 'notes/visit.md', 'letter.docx', 'templates', 'alongside.yml', '1/0', '99999999999999999999', '2026-02-30', 'never', ...COMMANDS.flatMap(({ name, options }) => [name.replace(' ', '\n'), ...Object.entries(options).flatMap(([option, { oneOf = [], offers = [] }]) => [`--${option}`, ...oneOf, ...offers])])];
const COPIED = ['<h1>Visit</h1><p>Dad <b>failed</b> to engage.<br>Mum came.</p><ul><li>one<ol><li>two</ol></ul><table><tr><th>Who<th>What<tr><td rowspan=2>Mum<td>to ring</table>', '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·   </span>Words</p>', 'Who\tWhat\nMum\tto ring\n\n• one\n1) two\n'] as const;
const HTML = ['<p>', '</p>', '<b>', '</b>', '<br>', '<ul><li>', '</li></ul>', '<ol>', '<table><tr><td>', '</td></tr></table>', '<td colspan=99 rowspan=99>', '<h2>', '</h2>', '<blockquote>', '<pre>', '<del>', '<style>', '<!--', '-->', '<![CDATA[', '<div style="display:none">', '<span style="mso-list:l0 level2">', '&amp;', '&#0;', '&nbsp;', '[name]', '____', '|', '\\', '* ', '# ', '> ', '1. ', '\t', '•\t', '\u00a0', '\n\n'] as const;
const WORD = ['<w:p>', '</w:p>', '<w:r>', '</w:r>', '<w:t>', '</w:t>', '<w:tbl>', '</w:tbl>', '<w:tr>', '</w:tr>', '<w:tc>', '</w:tc>', '<w:br/>', '<w:tab/>', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', '<w:gridSpan w:val="9999"/>', '<w:vMerge/>', '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>', '<w:hyperlink w:anchor="a">', '<w:footnoteReference w:id="1"/>', '<w:fldChar w:fldCharType="begin"/>', '<mc:AlternateContent>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '<![CDATA[', ']]>', '<?xml ', '<!--', 'xmlns:w=""', '<w:sdt>', '<w:drawing>', 'r:embed="x"', 'Target="../../../etc/passwd" TargetMode="External"'];

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function asBytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

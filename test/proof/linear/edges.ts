/** What goes in and out beside the engine, at any size: Word documents, what is copied, reports, an editor's questions. */
import { strToU8 } from 'fflate';
import { parseMarkdown } from '../../../server/src/engine/note/markdown.js';
import { parseNote } from '../../../server/src/engine/note/note.js';
import { cleanCopy, fromHtml, fromPlainText, readWord } from '../../../server/src/exchange/exchange.js';
import { amended } from '../../../server/src/rulebook/write/amend.js';
import { recordFrom } from '../../../server/src/lsp/new-record.js';
import { loadRulebook } from '../../../server/src/rulebook/load-rulebook.js';
import { wishedWords } from '../../../server/src/rulebook/wishes.js';
import { openSidecar, type OpenSidecar } from '../../../server/src/set-aside/open-sidecar.js';
import { decode } from '../../../server/src/cli/check/decode.js';
import { memoryHost } from '../../support/memory-files.js';
import { runAmong } from '../../support/memory-world.js';
import { aside, partitioned } from '../../support/set-aside.js';
import { smallPacks } from '../../support/small-packs.js';
import { item, p, table, wordFile } from '../../support/word-file.js';

export interface Edge {
  readonly what: string;
  /** What is done with so much. */
  readonly prepare: (size: number) => () => unknown;
  /** The largest size that is let in. */
  readonly most: number;
}

const FINDING = 'Dad failed to engage.\n\n';

export function edges(): readonly Edge[] {
  const packs = smallPacks();
  const copied = (what: string, make: (size: number) => string, most = 100_000): Edge => ({ what: `copied: ${what}`, most, prepare: (size) => { const html = make(size); return () => fromHtml(html); } });
  const plainly = (what: string, make: (size: number) => string): Edge => ({ what: `copied as plain text: ${what}`, most: 131_072, prepare: (size) => { const text = make(size); return () => fromPlainText(text); } });
  const word = (what: string, make: (size: number) => Uint8Array, most = 65_536): Edge => ({ what: `Word: ${what}`, most, prepare: (size) => { const bytes = make(size); return () => readWord(bytes); } });
  const report = (format: string): Edge => ({ what: `a report of many findings as ${format}`, most: 65_536, prepare: (size) => { const files = { '/work/a.md': FINDING.repeat(size) }; return () => runAmong(files, ['check', 'a.md', '--format', format, '--with-text']); } });
  return [
    copied('elements in elements', (n) => '<div><span>'.repeat(n)),
    copied('tables in tables', (n) => '<table><tr><td>'.repeat(n)),
    copied('one table of many rows', (n) => `<table><tbody>${'<tr><td>Mum<td>to ring'.repeat(n)}</table>`, 262_144),
    copied('one list of many items', (n) => `<ul>${'<li>Mum to ring'.repeat(n)}</ul>`, 262_144),
    copied('lists in lists', (n) => '<ul><li>a'.repeat(n)),
    copied('lists as Word copies them', (n) => '<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·   </span>Words</p>'.repeat(n)),
    copied('entities and marks', (n) => '&amp;*_[a](b)|&#35;'.repeat(n)),
    copied('line breaks', (n) => 'a<br>'.repeat(n)),
    copied('words struck through', (n) => 'a<s>-b-</s>c~'.repeat(n)),
    copied('dashes', (n) => `<p>${'-'.repeat(n * 10)}x`),
    copied('a style without end', (n) => `<p style="${'mso-list:'.repeat(n)}">Words</p>`),
    plainly('tabs', (n) => `a long line of words that has been broken to fit a page${'\t'.repeat(n * 10)}x\nand goes on\n`),
    plainly('lines broken to fit a page', (n) => 'and then Mum was told to go to the course with Leo and Nan\n'.repeat(n)),
    plainly('plain lines', (n) => 'Who\tWhat\n• one\n'.repeat(n)),
    { what: 'a clean copy', most: 65_536, prepare: (size) => { const note = parseNote('## Plan\n\n- **Mum** to ring [name] <!-- why -->\n\n| a | b |\n|---|---|\n| c | d |\n\n'.repeat(size)); return () => cleanCopy(note, null, parseMarkdown); } },
    { what: 'a template of comments that never close', most: 1_048_576, prepare: (size) => { const text = '<!-- for you \n'.repeat(size); return () => recordFrom(text, '2026-05-04'); } },
    { what: 'a template of comments', most: 262_144, prepare: (size) => { const text = '<!-- for you -->\n[name] came. <!-- and you --> \n'.repeat(size); return () => recordFrom(text, '2026-05-04'); } },
    { what: 'a template of spaces', most: 262_144, prepare: (size) => { const text = `${' '.repeat(size * 20)}<!-- for you`; return () => recordFrom(text, '2026-05-04'); } },
    word('paragraphs', (n) => wordFile(p('Dad failed to engage.').repeat(n))),
    word('items of lists', (n) => wordFile(item('Mum to ring', 1).repeat(n))),
    word('items of as many lists', (n) => wordFile(Array.from({ length: n }, (_, at) => item('one').replace('w:numId w:val="1"', `w:numId w:val="${at}"`)).join(''), { 'word/numbering.xml': numbering(n) }), 32_768),
    word('rows of a table', (n) => wordFile(table(...Array.from({ length: n }, () => [p('Mum'), p('to ring')])))),
    word('tables in tables', (n) => wordFile(nested(n))),
    word('a part with a name without end', (n) => wordFile(p('one'), { 'word/_rels/document.xml.rels': strToU8(`<Relationships><Relationship Type="x/footnotes" Target="${'a'.repeat(n * 10)}/"/></Relationships>`) })),
    word('styles that build on each other', (n) => wordFile(p('one').replace('<w:p>', `<w:p><w:pPr><w:pStyle w:val="s${n - 1}"/></w:pPr>`).repeat(n), { 'word/styles.xml': strToU8(`<w:styles xmlns:w="w">${Array.from({ length: n }, (_, at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${at - 1}"/></w:style>`).join('')}</w:styles>`) }), 32_768),
    ...['pretty', 'json', 'sarif', 'junit', 'html'].map(report),
    { what: 'findings that are set aside', most: 16_384, prepare: (size) => { const text = FINDING.repeat(size); const sidecar = aside(text); return () => partitioned(sidecar, text); } },
    { what: 'bytes that are not UTF-8', most: 16_000_000, prepare: (size) => { const bytes = new Uint8Array(size).fill(97); bytes[size - 1] = 0xff; return () => decode(bytes); } },
    { what: 'a rules file of many rules', most: 2_048, prepare: (size) => { const files = { '/a/alongside.yml': `rules:\n${Array.from({ length: size }, (_, at) => `  ours/r${at}:\n    title: T\n    why: It matters.\n    entries:\n      - avoid: word${at} of ours\n        ask: Why?\n    examples:\n      raise: a [[word${at} of ours]]\n      leave: b\n`).join('')}` }; return () => loadRulebook('/a/alongside.yml', memoryHost(files), packs); } },
    { what: 'wishes in quotation marks that never close', most: 1_048_576, prepare: (size) => { const said = ['‘'.repeat(size)]; return () => wishedWords(said); } },
    { what: 'records that are gone, with the same words set aside in each', most: 16_384, prepare: (size) => { const text = FINDING.repeat(4); const sidecar = ofRecordsThatAreGone(text, size); return () => partitioned(sidecar, text, 'new.md'); } },
    ...HOSTILE_RULES.map(({ what, make }): Edge => ({ what: `a rules file of ${what}`, most: 131_072, prepare: (size) => { const source = make(size); return () => [loadRulebook('/a/alongside.yml', memoryHost({ '/a/alongside.yml': source }), packs), amended(source, { kind: 'severity', rule: 'label/engagement', severity: 'off' })]; } })),
  ];
}

const HOSTILE_RULES: readonly { readonly what: string; readonly make: (size: number) => string }[] = [
  { what: 'nothing but brackets', make: (n) => '['.repeat(n) },
  { what: 'nothing but braces', make: (n) => '{'.repeat(n) },
  { what: 'lists in lists', make: (n) => `rules:\n${'- '.repeat(n)}x` },
  { what: 'names of names', make: (n) => `rules:\n${'a: '.repeat(n)}` },
  { what: 'quotation marks that never close', make: (n) => `packs: "${'“'.repeat(n)}\n` },
  { what: 'quotation marks', make: (n) => `rules:\n  "${'"\n"'.repeat(n)}` },
  { what: 'one word without end', make: (n) => `packs: [\n  a b: ${'0'.repeat(n * 10)}\n` },
  { what: 'empty lines', make: (n) => `rules: {}\n${'\n'.repeat(n * 10)}# end` },
  { what: 'marks of examples that never close', make: (n) => rulesFile('late', '[['.repeat(n)) },
  { what: 'a phrase of one word without end', make: (n) => rulesFile('engage'.repeat(n), 'a [[b]]') },
];

function rulesFile(avoid: string, raise: string): string {
  return `rules:\n  ours/late:\n    title: T\n    why: It matters.\n    entries:\n      - avoid: |\n          ${avoid}\n        ask: Why?\n    examples:\n      raise: |\n        ${raise}\n      leave: |\n        b\n`;
}

/** The same set aside in each of so many records, none of which is there any more. */
function ofRecordsThatAreGone(text: string, count: number): OpenSidecar {
  const one = aside(text);
  const entries = one.sidecar.records.get('a.md')!;
  return openSidecar('set-aside.yml', one.text({ ...one.sidecar, records: new Map(Array.from({ length: count }, (_, at) => [`gone/${at}.md`, entries])) }), () => false);
}

function numbering(lists: number): Uint8Array {
  return strToU8(`<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>${Array.from({ length: lists }, (_, at) => `<w:num w:numId="${at}"><w:abstractNumId w:val="0"/></w:num>`).join('')}</w:numbering>`);
}

function nested(depth: number): string {
  return `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('deep')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
}

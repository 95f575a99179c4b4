import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { readFileSync } from 'node:fs';
import { readWord } from '../../server/src/exchange/word/word-record.js';
import { reportOf, runAmong, type Written, type WorldFiles } from '../support/memory-world.js';
import { bold, item, p, picture, table, tracked, wordFile } from '../support/word-file.js';

const CANARY = 'Wren Ashdown';
const VISIT = wordFile([p('Visit to Maya', 'Title'), p('Maya was home.'), p('Our worries', 'heading 1'), p('Maya came in late.'), p('Dad failed to engage.'), bold('What next'), item('Her siblings came.')].join(''));

async function textOf(body: string): Promise<string> {
  const word = await readWord(wordFile(body));
  assert.ok('text' in word);
  return word.text;
}

describe('a Word document', () => {
  it('is checked as the record it holds, and its findings placed by heading and paragraph', async () => {
    const report = await reportOf({ '/work/visit.docx': VISIT }, ['visit.docx']);
    assert.deepEqual(report.problems, []);
    const [file] = report.files;
    assert.deepEqual([file.path, file.derived, file.type], ['visit.docx', 'docx', 'case-note']);
    assert.deepEqual(file.findings.map(({ rule, line, column, place }) => [rule, line, column, place]), [
      ['label/engagement', 9, 5, 'under ‘Our worries’, paragraph 2'],
      ['jargon/siblings', 13, 7, 'under ‘What next’, paragraph 1'],
    ]);
    const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')));
    assert.ok(valid(report), JSON.stringify(valid.errors));
  });

  it('is told by its places in every format that a person reads', async () => {
    for (const [format, says] of [
      ['pretty', /\n {7}Under ‘Our worries’, paragraph 2\n {5}│ Dad failed to engage\.\n/],
      ['compact', /^visit\.docx:9:5 suggestion label\/engagement Under ‘Our worries’, paragraph 2: Blame/m],
      ['github', /::Under ‘Our worries’, paragraph 2: /],
      ['junit', /name="[^"]* \(under ‘Our worries’, paragraph 2\)"/],
      ['gitlab', /"description": "Under ‘Our worries’, paragraph 2: /],
      ['checkstyle', /message="Under ‘Our worries’, paragraph 2: /],
      ['sarif', /"logicalLocations": \[\s*\{\s*"name": "under ‘Our worries’, paragraph 2"/],
    ] as const) assert.match((await runAmong({ '/work/visit.docx': VISIT }, ['check', 'visit.docx', '--format', format])).out, says);
  });

  it('becomes Markdown that says the same', async () => {
    assert.equal(await textOf([p('Plan', 'heading 1'), p('One\nTwo'), p('  '), item('a'), item('b', 1), item('c'), p('After', 'heading 2')].join('')), '# Plan\n\nOne\\\nTwo\n\n- a\n  - b\n- c\n\n## After\n');
  });

  it('hides nothing from the rules that is markup only in Markdown', async () => {
    assert.equal(await textOf([p('---'), p('type: letter'), p('---')].join('')), '\\---\n\ntype: letter\n\n\\---\n');
    assert.equal(await textOf([p('```'), p('<!-- alongside-disable-file -->'), p('    Dad <b>came</b> *so* far &amp; B&B'), p('# 5, [a](b)'), p('> so')].join('')), '\\`\\`\\`\n\n\\<!-- alongside-disable-file -->\n\nDad \\<b>came\\</b> \\*so\\* far \\&amp; B&B\n\n\\# 5, \\[a](b)\n\n\\> so\n');
    const hiding = wordFile([p('<!--'), p('Dad failed to engage.'), p('```'), p('Dad failed to engage.'), p('---'), p('Dad failed to engage.')].join(''));
    assert.equal((await reportOf({ '/work/a.docx': hiding }, ['a.docx'])).files[0].findings.length, 3);
  });

  it('keeps blanks that are to be filled', async () => {
    assert.equal(await textOf(p('[name] met {{worker}} and <team> on ____, [1].')), '[name] met {{worker}} and <team> on ____, [1].\n');
  });

  it('keeps a table in which each row is one thing', async () => {
    const text = await textOf(table([p('Who'), p('What'), p('When')], [p('Priti'), p('Calls | asks') + p('and writes'), p('Monday')], [p('Dad'), p('Cooks'), p('')]));
    assert.equal(text, '| Who | What | When |\n| --- | --- | --- |\n| Priti | Calls \\| asks<br>and writes | Monday |\n| Dad | Cooks |  |\n');
    const report = await reportOf({ '/work/a.docx': wordFile(p('Plan', 'heading 1') + table([p('Who'), p('What')], [p('Dad'), p('Dad failed to engage.')])) }, ['a.docx']);
    assert.deepEqual(report.files[0].findings.filter(({ rule }) => rule === 'label/engagement').map(({ place }) => place), ['under ‘Plan’, table row 2']);
  });

  it('reads a form that is laid out by a table as headings and what stands below them', async () => {
    assert.equal(await textOf(table([p('Child'), p('Maya')], [p('What are we worried about?'), p('One.') + item('Two.')])), '**Child**\n\nMaya\n\n**What are we worried about?**\n\nOne.\n\n- Two.\n');
    assert.equal(await textOf(table([p('Worries'), p('Working well'), p('Next')], [p('One.') + p('Two.'), p('Three.'), p('Four.')])), '**Worries**\n\nOne.\n\nTwo.\n\n**Working well**\n\nThree.\n\n**Next**\n\nFour.\n');
    assert.equal(await textOf(table([table([p('a'), p('b')], [p('c'), p('d')])])), '| a | b |\n| --- | --- |\n| c | d |\n');
  });

  it('is read as it stands, without what was taken out; pictures and macros are not opened', async () => {
    const file = wordFile([tracked('ins', 'Put in.'), tracked('del', CANARY), picture()].join(''), { 'word/media/image1.png': new TextEncoder().encode(CANARY), 'word/vbaProject.bin': new TextEncoder().encode(CANARY) });
    const word = await readWord(file);
    assert.ok('text' in word);
    assert.equal(word.text, 'Put in.\n');
  });

  it('has its footnotes, page headers and page footers read, each placed as what it is, and says what was not read', async () => {
    const part = (kind: string, inside: string): string => `<?xml version="1.0"?><w:${kind} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${kind}>`;
    const more = {
      'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'footnotes', 'header', 'header', 'footer', 'comments'].map((kind, at) => `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}${kind === 'header' ? at : ''}.xml"/>`).join('')}</Relationships>`,
      'word/footnotes.xml': part('footnotes', `<w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote><w:footnote w:id="1">${p('Mum failed to engage.')}</w:footnote>`),
      'word/header2.xml': part('hdr', p('Confidential')), 'word/header3.xml': part('hdr', p('Confidential')), 'word/footer.xml': part('ftr', p('Page 1')),
      'word/comments.xml': part('comments', `<w:comment w:id="1">${p(CANARY)}</w:comment>`),
    };
    const file = wordFile(p('Visit', 'heading 1') + p('Leo was home.') + picture(), more);
    const word = await readWord(file);
    assert.ok('text' in word);
    assert.equal(word.text, '# Visit\n\nLeo was home.\n\n# Footnotes\n\nMum failed to engage.\n\n# Page headers and footers\n\nConfidential\n\nPage 1\n');
    assert.deepEqual(word.unread, { comments: 1, pictures: 1, objects: 0 });
    assert.deepEqual([3, 7, 11, 13].map(word.placeOf), ['under ‘Visit’, paragraph 1', 'footnote 1', 'the page header', 'the page footer']);
    const { files: [{ findings }] } = await reportOf({ '/work/a.docx': file }, ['a.docx']);
    assert.deepEqual(findings.map(({ rule, place }) => [rule, place]), [['label/engagement', 'footnote 1']]);
    assert.deepEqual(await readWord(wordFile('', { ...more, 'word/header2.xml': '<w:hdr' })), { problem: 'This is no Word document that can be read (it may be damaged), so it was not checked.' });
    assert.ok('problem' in await readWord(wordFile('<w:altChunk r:id="x"/>')));
  });

  it('is read through what Word lays round its words', async () => {
    const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const number = (text: string, level = 0): string => item(text, level).replace('<w:numId w:val="1"/>', '<w:numId w:val="2"/>');
    const numbering = { 'word/numbering.xml': '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>' };
    const cases: readonly (readonly [what: string, body: string, text: string])[] = [
      ['numbers that go on after a paragraph', number('a') + number('b') + p('Then.') + number('c') + number('d', 1), '1. a\n2. b\n\nThen.\n\n3. c\n   1. d\n'],
      ['a heading by its outline level', `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('Plan')}</w:p>`, '## Plan\n'],
      ['struck through by hand', `<w:p>${run('Mum ')}${run('may', '<w:strike/>')}${run(' will')}</w:p>`, 'Mum ~~may~~ will\n'],
      ['words nobody has filled in', `<w:p>${run('Child: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Enter a name')}</w:sdtContent></w:sdt></w:p>`, 'Child: [Enter a name]\n'],
      ['a part that was filled in', `<w:sdt><w:sdtPr/><w:sdtContent>${p('Tolu')}</w:sdtContent></w:sdt>`, 'Tolu\n'],
      ['a choice from a list', '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r></w:p>', 'Yes\n'],
      ['a box of text, once', `<w:p>${run('Before.')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('In the box.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('In the box.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, 'Before.\n\nIn the box.\n'],
      ['a cell that reaches down', table([p('Who').replace(/^/, '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'), p('Kofi')], [p('').replace(/^/, '<w:tcPr><w:vMerge/></w:tcPr>'), p('Ama')]), '**Who**\n\nKofi\n\nAma\n'],
      ['moved and put in', `<w:p><w:moveFrom>${run('Gone.')}</w:moveFrom><w:moveTo>${run('Here.')}</w:moveTo></w:p>`, 'Here.\n'],
      ['a blank with a colon', p('[name]: Dad failed to engage.'), '[name]\\: Dad failed to engage.\n'],
    ];
    for (const [what, body, text] of cases) {
      const word = await readWord(wordFile(body, numbering));
      assert.ok('text' in word, what);
      assert.equal(word.text, text, what);
    }
  });

  it('holds the words that another reader of Word documents finds in it', async () => {
    const text = fc.array(fc.constantFrom('Maya', 'said', 'no', '5', '#', '**', '---', '[name]', '|', '1.', '- ', 'naïve', '<b>', '&c'), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const one = fc.oneof(text.map((words) => p(words)), text.map((words) => p(words, 'heading 2')), text.map(bold), fc.tuple(text, fc.nat(1)).map(([words, level]) => item(words, level)), text.map((words) => tracked('ins', words)), text.map((words) => tracked('del', words)),
      fc.array(fc.tuple(text, text).map(([a, b]) => [p(a), p(b)]), { minLength: 1, maxLength: 3 }).map((rows) => table(...rows)));
    await fc.assert(fc.asyncProperty(fc.array(one, { maxLength: 8 }), async (blocks) => {
      const file = wordFile(blocks.join(''));
      const word = await readWord(file);
      assert.ok('text' in word);
      const words = (said: string): readonly string[] => (said.match(/[\p{L}\p{N}]+/gu) ?? []).map(String).filter((each) => !/^[12345678]$/.test(each)).sort();
      assert.deepEqual(words(word.text.replace(/<br>/g, ' ')), words((await mammoth.extractRawText({ buffer: Buffer.from(file) })).value));
    }), { numRuns: 60 });
  });

  it('is read under the rulebook that holds for it, and what is set aside in it stays so', async () => {
    const files = { '/work/t/plan.docx': VISIT, '/work/alongside.yml': 'notes: { "t/**": { template: true, type: plan } }\ngate: { templates: suggestion }\n' };
    assert.deepEqual((({ type, template }) => ({ type, template }))((await reportOf(files, ['t/plan.docx'])).files[0]), { type: 'plan', template: true });
    const written: Written = new Map();
    await runAmong(files, ['baseline', 't/plan.docx'], {}, written);
    const sidecar = written.get('/work/.alongside/set-aside.yml');
    assert.ok(sidecar);
    const later = await reportOf({ ...files, '/work/.alongside/set-aside.yml': sidecar }, ['t/plan.docx']);
    assert.deepEqual(later.files[0].findings, []);
    assert.ok(later.files[0].setAside!.length > 0);
    assert.ok(later.files[0].setAside!.every(({ place }) => place));
  });

  it('is left as it is by --fix', async () => {
    const written: Written = new Map();
    const { error } = await runAmong({ '/work/a.docx': VISIT }, ['check', 'a.docx', '--fix', '--all'], {}, written);
    assert.deepEqual([error, [...written]], ['0 safe replacements in 0 records.\n', []]);
  });

  it('is read where it is named or a pattern names it, and not where a folder is', async () => {
    const files = { '/work/notes/a.docx': VISIT, '/work/notes/b.md': 'x\n', '/work/notes/c.DOCX': VISIT };
    const paths = async (path: string): Promise<readonly string[]> => (await reportOf(files, [path])).files.map((file) => file.path);
    assert.deepEqual(await paths('notes'), ['notes/b.md']);
    assert.deepEqual(await paths('notes/*.{docx,DOCX}'), ['notes/a.docx', 'notes/c.DOCX']);
    assert.deepEqual((await reportOf({}, ['-', '--stdin-filename', 'new.docx'], { input: VISIT })).files[0].findings.length, 2);
  });

  describe('that cannot be read is told, with nothing of what it holds:', () => {
    const ole = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(text, 'utf16le')]);
    const DAMAGED = 'This is no Word document that can be read (it may be damaged), so it was not checked.';
    const cases: readonly (readonly [what: string, bytes: WorldFiles[string], says: string])[] = [
      ['protected by a password', ole(`${CANARY} EncryptedPackage`), 'This Word document is protected by a password, so it was not checked. Save a copy without one.'],
      ['of the old kind', ole(CANARY), 'This is a Word document of the old kind (.doc), so it was not checked. Save it as .docx.'],
      ['empty', new Uint8Array(), DAMAGED],
      ['of another kind', Buffer.from(CANARY), DAMAGED],
      ['cut off', VISIT.subarray(0, VISIT.length - 40), DAMAGED],
      ['without its words', wordFile('', { 'word/document.xml': `<a>${CANARY}` }), DAMAGED],
      ['with no body', wordFile('', { 'word/document.xml': `<a>${CANARY}</a>` }), DAMAGED],
      ['of gigabytes, without reading it', { code: 'ENOMEM', size: 3e9 }, 'This Word document is too large to be a record (3000 MB; the limit is 64 MB), so it was not checked.'],
      ['too large', new Uint8Array(64_100_000), 'This Word document is too large to be a record (64.1 MB; the limit is 64 MB), so it was not checked.'],
      ['that unpacks without end', wordFile('', { 'word/document.xml': new Uint8Array(21_000_000).fill(32) }), 'Unpacked, the words of this Word document come to more than 20 MB, so it was not checked.'],
    ];
    for (const [what, bytes, says] of cases) {
      it(what, async () => {
        const { code, out, error } = await runAmong({ '/work/a.docx': bytes }, ['check', 'a.docx', '--format', 'json']);
        assert.deepEqual([code, error], [2, `a.docx:1:1 ${says}\n`]);
        assert.doesNotMatch(out, new RegExp(CANARY));
      });
    }
    it('that says less of its size than it unpacks to', async () => {
      const file = wordFile(p(CANARY.repeat(100)));
      const view = new DataView(file.buffer);
      // The sizes in the list at the end: of each part, 24 bytes after its mark.
      for (let at = 0; at < file.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 30, true);
      assert.deepEqual(await readWord(file), { problem: DAMAGED });
    });
  });

  it('with changed lines asked for is told whole, as git knows no lines of it', async () => {
    const out: Readonly<Record<string, string>> = { 'rev-parse --show-cdup': '', 'rev-parse --verify': 'abc\n', 'merge-base': 'abc\n', 'diff --name-only': 'visit.docx\0', 'diff --unified=0': 'diff --git a/visit.docx b/visit.docx\nBinary files differ\n', 'ls-files': '' };
    const git = async (args: readonly string[]) => ({ kind: 'said', out: out[Object.keys(out).find((key) => args.join(' ').startsWith(key))!] }) as const;
    const ran = await runAmong({ '/work/visit.docx': VISIT }, ['check', 'visit.docx', '--since', 'main', '--changed-lines', '--format', 'compact'], { git });
    assert.equal(ran.out.split('\n').length, 3);
  });
});

/** What each piece of Markdown becomes: prose of the same length, at its own offsets. */
import assert from 'node:assert/strict';
import { NodeProp, Tree } from '@lezer/common';
import { parseMarkdown } from '../../server/src/engine/note/markdown.js';
import { type Content, type Note, parseNote } from '../../server/src/engine/note/note.js';

/** In what is expected, `·` stands for a joiner, `▪` for something opaque, `¶` for a sentence end. */
function proseOf(text: string): string {
  return parseNote(text).prose.replaceAll('\u2060', '·').replaceAll('\uFFFC', '▪').replaceAll('\u2029', '¶');
}

function contents(text: string): readonly Content[] {
  return parseNote(text).blocks.map((block) => block.content);
}

/** Kind and words of each block, white space collapsed. */
function outline(text: string): readonly string[] {
  return contents(text).map(({ kind, prose, quoted }) => `${quoted ? 'quoted ' : ''}${kind}: ${prose.replace(/\s+/g, ' ')}`);
}

function headings(note: Note): readonly string[] {
  return note.sections.map(({ level, heading, parent }) => `${level} ${heading} < ${parent}`);
}

describe('prose', () => {
  const traps: readonly (readonly [source: string, prose: string])[] = [
    ['the addict left', 'the addict left'],
    ['> I think\n> the addict left', '  I think\n  the addict left'],
    ['- one\n  the addict left', '  one\n  the addict left'],
    ['> - a\n>   the addict left', '    a\n    the addict left'],
    ['a\n   the addict left', 'a\n   the addict left'],
    ['&amp; the addict left', '▪▪▪▪▪ the addict left'],
    ['\\* the addict left', ' * the addict left'],
    ['![\\*](u) the addict left', '   *     the addict left'],
    ['**the addict** left', '  the addict   left'],
    ['[the addict](u) left', ' the addict     left'],
    ['a  \nthe addict left', 'a  ¶the addict left'],
    ['a\\\nthe addict left', 'a ¶the addict left'],
    ['| a | the addict left |\n|-|-|', '  a   the addict left  \n     '],
    ['# the addict left', '  the addict left'],
    ['# the addict left ##', '  the addict left   '],
    ['the addict left\n===', 'the addict left\n   '],
    ['---\na: b\n---\nthe addict left', '   \n    \n   \nthe addict left'],
    ['a\r\n> the addict left\r\n', 'a \n  the addict left \n'],
    ['- [x] the addict left', '      the addict left'],
    ['\uFEFFthe addict left', ' the addict left'],
    ['😀 the addict left', '😀 the addict left'],
    ['~~gone~~ the addict left', '  gone   the addict left'],
    ['`code` the addict left', '▪▪▪▪▪▪ the addict left'],
    ['<!-- note --> the addict left', '              the addict left'],
    ['a <b>the addict</b> left', 'a ▪▪▪the addict▪▪▪▪ left'],
    ['<https://a.org> the addict left', '▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪ the addict left'],
  ];
  for (const [source, prose] of traps) {
    it(`stands at its own offsets: ${JSON.stringify(source)}`, () => {
      assert.equal(proseOf(source), prose);
      assert.equal(prose.indexOf('addict'), source.indexOf('addict'));
    });
  }

  const others: readonly (readonly [what: string, source: string, prose: string])[] = [
    ['joins a word across its markup', "**Mum**'s un**believ**able Mum\\'s", "  Mum··'s un··believ··able Mum·'s"],
    ['joins nothing beside a quotation mark', "'**Mum**' **said**", "'  Mum  '   said  "],
    ['joins a word across the end of a link', "[Mum](https://a.org/b)'s", " Mum··················'s"],
    ['joins nested emphasis as one', '***un***believable', '   un···believable'],
    ['leaves out what a link points at and its title', 'see [the form](u "read me") now', 'see  the form               now'],
    ['leaves out the label of a reference', 'see [the form][f] now', 'see  the form     now'],
    ['reads the alternative text of an image', '![Ayo at the park](p.jpg)', '  Ayo at the park        '],
    ['leaves out the number of a footnote', 'Mum said so.[^1] Yes', 'Mum said so.     Yes'],
    ['covers bare web addresses and leaves the full stop', 'at www.a.org/b and https://b.uk/c?d=e.', 'at ▪▪▪▪▪▪▪▪▪▪▪ and ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪.'],
    ['covers email addresses', 'ask asha.rao@school.sch.uk today', 'ask ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪ today'],
    ['covers entities inside a word', 'don&apos;t', 'don▪▪▪▪▪▪t'],
    ['ends a sentence at <br>', 'Mum<br>Dad', 'Mum   ¶Dad'],
    ['ends a sentence before a label', 'Mum\nSeen by: Ife\nand Dad', 'Mum¶Seen by: Ife\nand Dad'],
    ['ends a sentence before a bold label', 'Mum\n**Date / time:** 3pm', 'Mum¶  Date / time:   3pm'],
    ['ends a sentence before a label with its colon outside the bold', 'Mum\n**Seen**: Ife', 'Mum¶  Seen  : Ife'],
    ['sees no label in a small letter, a time or five words', 'a\nseen: b\nAt 10:30 c\nA b c d e: f', 'a\nseen: b\nAt 10:30 c\nA b c d e: f'],
    ['keeps unmatched marks', '2 * 3 and a_b and [open', '2 * 3 and a_b and [open'],
    ['does not read code, ruled lines or definitions', '```\nMum\n```\n\n    Mum\n\n***\n\n[a]: /u\n', '   \n   \n   \n\n       \n\n   \n\n       \n'],
    ['does not read comments of several lines', '<!--\nMum\n-->\nDad', '    \n   \n   \nDad'],
    ['reads what follows a comment on its line', '<!-- x --> Mum left', '           Mum left'],
    ['keeps a BOM in the middle, NUL and lone surrogates', 'a\uFEFFb \0 \uD83D c', 'a\uFEFFb \0 \uD83D c'],
    ['takes a lone return for white space', 'a\rb', 'a b'],
  ];
  for (const [what, source, prose] of others) it(what, () => assert.equal(proseOf(source), prose));

  it('is empty for an empty text', () => {
    const note = parseNote('');
    assert.deepEqual([note.prose, note.blocks, note.sections.length], ['', [], 1]);
  });
});

describe('blocks', () => {
  it('know their kind and whether they are quoted', () => {
    assert.deepEqual(outline('# A\n\nb\n\n- c\n\n  d\n- [ ] e\n\n> f\n>\n> - g\n\n1. > h\n'), [
      'heading: A', 'paragraph: b', 'item: c', 'item: d', 'item: e', 'quoted paragraph: f', 'quoted item: g', 'quoted paragraph: h',
    ]);
  });

  it('carry the level of a heading', () => {
    assert.deepEqual(contents('### A\n\nB\n---\n\nc').map((content) => content.level), [3, 2, 0]);
  });

  it('begin and end at words', () => {
    const { blocks } = parseNote('## Mum  \n\n- [ ] **Dad**\n');
    assert.deepEqual(blocks.map(({ start, end }) => [start, end]), [[3, 6], [18, 21]]);
  });

  it('read the text inside HTML, but not scripts, styles and code', () => {
    const html = '<details>\n<summary>What Mum said</summary>\nShe was <b>told</b> to go.\n<p>Dad left.</p>\n</details>\n';
    assert.deepEqual(outline(html), ['paragraph: What Mum said', 'paragraph: She was \uFFFC\uFFFC\uFFFCtold\uFFFC\uFFFC\uFFFC\uFFFC to go.', 'paragraph: Dad left.']);
    assert.deepEqual(outline('<div>\n\nMum **left**\n\n</div>'), ['paragraph: Mum left']);
    assert.deepEqual(outline('<script>\nMum\n\nDad\n</script>\n'), []);
    assert.deepEqual(outline('<div><style>Mum</style><pre>Nan</pre><code>x</code>Dad</div>'), ['paragraph: Dad']);
    assert.deepEqual(outline('> <div>\n> Mum\n> left\n> </div>'), ['quoted paragraph: Mum left']);
  });
});

describe('tables', () => {
  const cells = (text: string): readonly string[] => contents(text).map(({ kind, prose, cell }) =>
    `${kind} ${cell?.table}.${cell?.row}.${cell?.column} ${cell?.header}: ${prose}`);

  it('know row, column and header, past empty cells', () => {
    assert.deepEqual(cells('| Who | What | By |\n|---|---|---|\n| Ife | ring **Mum** | |\n| | visit | May |\n'), [
      'header-cell 0.0.0 : Who', 'header-cell 0.0.1 : What', 'header-cell 0.0.2 : By',
      'cell 0.1.0 Who: Ife', 'cell 0.1.1 What: ring   Mum', 'cell 0.2.1 What: visit', 'cell 0.2.2 By: May',
    ]);
  });

  it('may have no outer pipes, empty headers and escaped pipes', () => {
    assert.deepEqual(cells('a | b\n--|--\nc\\|d |\n'), ['header-cell 0.0.0 : a', 'header-cell 0.0.1 : b', 'cell 0.1.0 a: c |d']);
    assert.deepEqual(cells('| | |\n|---|---|\n| Seen | Ayo |\n'), ['cell 0.1.0 : Seen', 'cell 0.1.1 : Ayo']);
  });

  it('may have white space after the last pipe of the delimiter row', () => {
    for (const row of ['|---|---| ', '| :-- | --: |\t ', '|---|---|\r']) {
      assert.deepEqual(cells(`| a | b |\n${row}\n| c | d |`).map((cell) => cell.slice(-1)), ['a', 'b', 'c', 'd'], row);
    }
    assert.deepEqual(cells('> | a | b |\n> |---|---| \n> | c | d |').length, 4);
    assert.equal(proseOf('one\n\n|--|--| '), 'one\n\n|--|--| ', 'where there is no table, nothing moves');
  });

  it('end at a comment line, but not at a comment in a cell', () => {
    const table = '| a | b |\n|---|---|\n';
    assert.deepEqual(outline(`${table}<!-- x -->\n| c | d |`), ['header-cell: a', 'header-cell: b', 'paragraph: | c | d |']);
    const note = parseNote(`${table}| c | d <!-- alongside-disable-line label/x --> |\n| e | f |`);
    assert.deepEqual([note.blocks.length, note.directives.length], [6, 1]);
  });

  it('are counted in a block that holds several', () => {
    assert.deepEqual(cells('> | a |\n> |---|\n>\n> | b |\n> |---|').map((cell) => cell.slice(12)), ['0.0.0 : a', '1.0.0 : b']);
  });
});

describe('sections', () => {
  it('nest by level and end where the next of their level begins', () => {
    const text = 'x\n\n# A\n\n## B *b*\n\ny\n\n# C\n';
    const note = parseNote(text);
    assert.deepEqual(headings(note), ['0  < -1', '1 A < -1', '2 B b < 1', '1 C < -1']);
    assert.deepEqual(note.sections.map(({ start, end }) => text.slice(start, end)), ['x\n\n', '# A\n\n## B *b*\n\ny\n\n', '## B *b*\n\ny\n\n', '# C\n']);
    assert.deepEqual(note.blocks.map((block) => block.section), [0, 1, 2, 2, 3]);
  });

  it('open at underlined headings and at a line that is all bold', () => {
    const note = parseNote('A\n=\n\n**Analysis:**\n\nx\n\n**Plan**:\n\n**Mum** said\n\n**two\nlines**\n\n- **item**\n');
    assert.deepEqual(headings(note), ['0  < -1', '1 A < -1', '6 Analysis < 1', '6 Plan < 1']);
    assert.equal(note.blocks[1].content.kind, 'paragraph');
  });

  it('do not open inside a quote', () => {
    assert.equal(parseNote('> # A\n>\n> **B**\n').sections.length, 1);
  });
});

describe('an edit', () => {
  const text = `# Visit\n\n${Array.from({ length: 80 }, (_, i) => `Paragraph ${i} about **Chidi** and Mei.`).join('\n\n')}\n\n- one\n- two\n- three\n- four\n- five\n- six\n`;

  it('keeps the contents of blocks it did not touch', () => {
    const before = parseNote(text);
    const at = text.indexOf('Paragraph 40') + 3;
    const after = parseNote(`${text.slice(0, at)}x${text.slice(at)}`, before);
    const kept = new Set(before.blocks.map((block) => block.content));
    const made = after.blocks.filter((block) => !kept.has(block.content));
    assert.ok(made.length <= 6, `${made.length} read again`);
    assert.equal(after.blocks[41].content.prose, 'Parxagraph 40 about   Chidi   and Mei.');
    assert.equal(after.blocks[80].start, before.blocks[80].start + 1);
  });

  it('keeps the contents of the other cells of a table', () => {
    const table = `| Who | What |\n|---|---|\n${'| Ife | ring the school again |\n'.repeat(20)}`;
    const before = parseNote(table);
    for (const [at, insert] of [[60, 'x'], [200, '| Mei | visit |\n'.slice(0, 3)]] as const) {
      const after = parseNote(`${table.slice(0, at)}${insert}${table.slice(at)}`, before);
      const kept = new Set(before.blocks.map((block) => block.content));
      assert.ok(after.blocks.filter((block) => !kept.has(block.content)).length <= 2);
    }
  });

  it('that changes nothing keeps the tree', () => {
    const before = parseNote(text);
    assert.equal(parseNote(text, before).tree, before.tree);
  });

  it('that closes front matter, or opens it again, is seen', () => {
    const open = parseNote('---\ntype: plan\n\nMum left.\n');
    const closed = parseNote('---\ntype: plan\n---\nMum left.\n', open);
    assert.deepEqual([open.frontMatter, closed.blocks.length, closed.frontMatter?.end], [null, 1, 18]);
    assert.equal(parseNote(open.text, closed).prose, open.prose);
  });
});

describe('what is not read', () => {
  it('is said: a block of more than 8 KB', () => {
    const long = 'Mum said so. '.repeat(700).trim();
    const note = parseNote(`a\n\n${long}\n\nb`);
    assert.deepEqual(note.unchecked.map(({ start, end }) => [start, end]), [[3, 3 + long.length]]);
    assert.deepEqual(note.blocks.map((block) => block.content.prose), ['a', 'b']);
    assert.match(note.unchecked[0].reason, /longer than 8,000 characters/);
  });

  it('is said: a long paragraph of short lines, a long cell', () => {
    assert.equal(parseNote('Mum\n'.repeat(3000)).unchecked.length, 1);
    assert.equal(parseNote(`| a |\n|---|\n| ${'b'.repeat(9000)} |\n`).unchecked.length, 1);
    assert.equal(parseNote(`<!-- ${'b\n'.repeat(9000)} -->\n`).unchecked.length, 0, 'a comment is never prose');
  });

  it('is said: an open comment, an open block of code', () => {
    assert.match(parseNote('a\n\n<!-- b\n\nc').unchecked[0].reason, /comment opens here/);
    assert.match(parseNote('a\n\n```\nb\n\nc').unchecked[0].reason, /block of code opens here/);
    assert.deepEqual(parseNote('```\nb\n```\n\n<!-- c -->').unchecked, []);
  });

  it('is said: nesting beyond all sense, which costs no more than its length', () => {
    for (const text of ['>'.repeat(300), '- '.repeat(300), `${'> '.repeat(300)}a\n`.repeat(2000)]) {
      const note = parseNote(`${text} a\n`);
      assert.equal(note.prose.length, note.text.length);
      assert.match(note.unchecked[0].reason, /quotes or lists/);
    }
  });

  it('is said: a line of 100,000 quote marks', () => {
    for (const text of ['>'.repeat(100_000), '- '.repeat(50_000), `${'> '.repeat(50_000)}a\n`.repeat(2)]) {
      const note = parseNote(`${text} a\n`);
      assert.deepEqual([note.prose.trim(), note.unchecked.length], ['', 1]);
    }
  });

  it('keeps hostile inline markup from going quadratic', () => {
    for (const piece of ['[a](', '![', '*a ', '<!--', '<a b="', '`', '_*', '[', '&']) {
      const note = parseNote(piece.repeat(20_000));
      assert.equal(note.prose.length, note.text.length);
    }
  });
});

describe('a note that is kept', () => {
  const nodesOf = (tree: Tree): readonly Tree[] => [tree, ...tree.children.flatMap((child) => (child instanceof Tree ? nodesOf(child) : []))];
  const surroundings = (tree: Tree): readonly (number | undefined)[] => nodesOf(tree).map((node) => node.prop(NodeProp.contextHash));

  it('holds what stands in the same by one object, and knows it by what Lezer did; after an edit too', () => {
    const text = 'One.\n\nTwo.\n\n- three\n- four\n  - five\n\n> six\n\n> seven\n';
    const note = parseNote(text);
    for (const read of [note, parseNote(text.replace('four', 'for you'), note)]) {
      assert.deepEqual(surroundings(read.tree), surroundings(parseMarkdown(read.text)));
      const [one, two] = read.tree.children.filter((child) => child instanceof Tree).map((node) => (node as unknown as { readonly props: object }).props);
      assert.ok(one !== undefined && one === two);
    }
  });
});

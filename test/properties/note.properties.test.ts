/** What must hold of a note whatever its text: the prose mask, line ends, and that an edit changes nothing but work. */
import assert from 'node:assert/strict';
import { lfOffsets, toLf } from '../../server/src/engine/note/line-ends.js';
import { type Block, type Note, parseNote } from '../../server/src/engine/note/note.js';
import { numbers, randomText } from '../support/random.js';

const PIECES = [
  'Mum ', 'told ', 'x', '- ', '1. ', '> ', '\n', '\n', '\n\n', '  ', '    ', '\t', '| a | b |\n|---|---|\n| c | |\n', '|', '|--|--| \n', '---', '===\n',
  '**', '*', '_', '____', '`', '```\n', '[', '](u)', ']', '[foo]: /u\n', '[name]', '{{date}}', '<name>', '<!-- ', '-->', '<div>\n', '</div>', '<script>', '<br>',
  '<!-- alongside-disable-line label/x -->', '&amp;', '\\', '  \n', '# ', '## Plan\n', '- [ ] ', '"', '![', '😀', '\0', '\uFEFF', '~~', '---\na: b\n---\n', '\uD83D', 'é', '’',
  'Seen: ', 'www.a.org', 'a@b.uk', '**Views:**\n', '\u2029', '\u2060',
] as const;
const WITH_RETURNS = [...PIECES, '\r\n', '\r', '\r\n\r\n'];

const FILLER = new Set([' ', '\n', '\uFFFC', '\u2060', '\u2029']);

function maskFault(text: string, note: Note): string | null {
  const { prose, blocks } = note;
  if (prose.length !== text.length) return 'length';
  for (let i = 0; i < text.length; i++) if (prose[i] !== text[i] && !FILLER.has(prose[i])) return `character ${i}`;
  let end = 0;
  for (const block of blocks) {
    if (block.start < end || block.end <= block.start) return 'order';
    if (prose.slice(block.start, block.end) !== block.content.prose) return 'block';
    if (note.sections[block.section] === undefined) return 'section';
    end = block.end;
  }
  for (const span of [...note.directives, ...note.placeholders, ...note.unchecked, ...note.sections]) {
    if (span.start < 0 || span.end < span.start || span.end > text.length) return 'span';
  }
  return null;
}

function sameBlock(a: Block, b: Block): boolean {
  const [x, y] = [a.content, b.content];
  return a.start === b.start && a.end === b.end && a.section === b.section && (x === y || (
    x.prose === y.prose && x.kind === y.kind && x.level === y.level && x.quoted === y.quoted && sameData(x.cell, y.cell)));
}

function sameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function difference(a: Note, b: Note): string | null {
  if (a.prose !== b.prose) return 'prose';
  if (a.blocks.length !== b.blocks.length || !a.blocks.every((block, i) => sameBlock(block, b.blocks[i]))) return 'blocks';
  for (const key of ['sections', 'directives', 'placeholders', 'unchecked'] as const) {
    if ((a[key].length > 0 || b[key].length > 0) && !sameData(a[key], b[key])) return key;
  }
  const [front, other] = [a.frontMatter, b.frontMatter];
  if (front?.end !== other?.end || !sameData([...(front?.values ?? [])], [...(other?.values ?? [])])) return 'frontMatter';
  return null;
}

describe('every note', () => {
  it('has prose of its own length, made of its own characters and filler, in 20,000 documents', () => {
    const next = numbers(3);
    for (let n = 0; n < 20_000; n++) {
      const text = randomText(next, WITH_RETURNS, 60);
      const fault = maskFault(text, parseNote(text));
      assert.equal(fault, null, JSON.stringify(text));
    }
  });

  it('reads the same with any line ends, and offsets lead back to the file', () => {
    const next = numbers(5);
    for (let n = 0; n < 10_000; n++) {
      const lf = randomText(next, PIECES, 40).replace(/^\uFEFF+/, '');
      const crlf = lf.replaceAll('\n', '\r\n');
      assert.equal(toLf(`\uFEFF${crlf}`), lf);
      const note = parseNote(toLf(crlf));
      assert.equal(note.prose, parseNote(lf).prose);
      const back = lfOffsets(crlf);
      for (const { start, end } of note.blocks) assert.equal(crlf.slice(back(start), back(end)).replaceAll('\r\n', '\n'), lf.slice(start, end));
    }
  });

  it('is the same read afresh as read after an edit, in 100,000 edits', function () {
    this.timeout(60_000);
    const next = numbers(7);
    for (let n = 0; n < 2_500; n++) {
      let text = (next(4) === 0 ? '---\na: b\n---\n' : '') + randomText(next, PIECES, 60);
      let note = parseNote(text);
      for (let edit = 0; edit < 40; edit++) {
        const before = text;
        const at = next(text.length + 1);
        const cut = next(3) === 0 ? next(12) : 0;
        text = text.slice(0, at) + (next(4) === 0 ? '' : randomText(next, PIECES, 4)) + text.slice(at + cut);
        note = parseNote(text, note);
        const what = difference(note, parseNote(text));
        assert.equal(what, null, `${JSON.stringify(before)} → ${JSON.stringify(text)}`);
      }
    }
  });
});

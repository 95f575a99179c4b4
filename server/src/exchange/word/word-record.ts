/**
 * A Word document → the record it holds, as Markdown, with the place of each line as its readers know it. Footnotes,
 * page headers and page footers stand at its end. Loaded only where there is one.
 */
import type { Element } from 'hast';
import { blocksOf, linesOf, type Block } from '../blocks.js';
import { attribute, isElement } from '../markup.js';
import { createReader } from './document.js';
import { MAX_UNPACKED_BYTES, unpack, type WordParts } from './parts.js';
import { childOf, childrenOf, stylesOf } from './styles.js';

export interface WordRecord {
  readonly text: string;
  /** What it holds that was not read. */
  readonly unread: Unread;
  /** Where each line of the text stands in the document, by its number from 1; '' where it is nowhere. */
  placeOf(line: number): string;
}

export interface Unread {
  readonly comments: number;
  readonly pictures: number;
  /** Spreadsheets and whatever else is embedded. */
  readonly objects: number;
}

/** A document with photographs is large, and they are not looked at. */
const MAX_WORD_BYTES = 64_000_000;

/** Never throws; a problem names nothing of the document. */
export function readWord(bytes: Uint8Array): WordRecord | { readonly problem: string } {
  const over = tooLargeForWord(bytes.length);
  if (over !== null) return { problem: over };
  if (OLE.every((byte, at) => bytes[at] === byte)) return { problem: new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage') ? 'This Word document is protected by a password, so it was not checked. Save a copy without one.' : 'This is a Word document of the old kind (.doc), so it was not checked. Save it as .docx.' };
  const parts = unpack(bytes);
  if (parts === 'damaged') return { problem: 'This is no Word document that can be read (it may be damaged), so it was not checked.' };
  if (parts === 'too much') return { problem: `Unpacked, the words of this Word document come to more than ${megabytes(MAX_UNPACKED_BYTES)} MB, so it was not checked.` };
  if (count(parts.document, 'w:altChunk') > 0) return { problem: 'Part of this Word document is kept in another form inside it, so it was not checked. Open it in Word and save it again.' };
  return recordOf(parts);
}

/** Why a file of so many bytes is no record, which can be told before it is read; null where it may be one. */
export function tooLargeForWord(size: number): string | null {
  return size > MAX_WORD_BYTES ? `This Word document is too large to be a record (${megabytes(size)} MB; the limit is ${megabytes(MAX_WORD_BYTES)} MB), so it was not checked.` : null;
}

/** How files begin that hold others in the old way: .doc, and whatever is encrypted. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function recordOf(parts: WordParts): WordRecord {
  const read = createReader(stylesOf(parts.of('styles')[0] ?? null, parts.of('numbering')[0] ?? null));
  const blocks = (container: Element): readonly Block[] => blocksOf(read(container));
  const notes = (['footnote', 'endnote'] as const).map((kind) => parts.of(`${kind}s`).flatMap((root) => childrenOf(root, `w:${kind}`)).filter((note) => !attribute(note, 'w:type')).map(blocks).filter((note) => note.length > 0));
  const edges = (['header', 'footer'] as const).map((kind) => once(parts.of(kind).map(blocks)));
  const text = placed([
    { place: inBody, blocks: blocks(childOf(parts.document, 'w:body')!) },
    ...titled('Footnotes', notes[0].map((note, index) => ({ place: () => `footnote ${index + 1}`, blocks: note }))),
    ...titled('Endnotes', notes[1].map((note, index) => ({ place: () => `endnote ${index + 1}`, blocks: note }))),
    ...titled('Page headers and footers', edges.flatMap((kind, at) => kind.map((edge) => ({ place: () => `the page ${['header', 'footer'][at]}`, blocks: edge })))),
  ]);
  const all = [parts.document, ...['footnotes', 'endnotes', 'header', 'footer'].flatMap(parts.of)];
  const sum = (...names: readonly string[]): number => all.flatMap((root) => names.map((name) => count(root, name))).reduce((a, b) => a + b, 0);
  return { ...text, unread: { comments: parts.of('comments').reduce((total, root) => total + childrenOf(root, 'w:comment').length, 0), pictures: sum('pic:pic', 'v:imagedata'), objects: sum('w:object', 'c:chart') } };
}

/** The first page may have a header of its own, which says the same. */
function once(edges: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const said = new Set<string>();
  return edges.filter((edge) => {
    const words = edge.map(({ text }) => text).join('\n');
    if (words === '' || said.has(words)) return false;
    said.add(words);
    return true;
  });
}

interface Part {
  readonly place: Place;
  readonly blocks: readonly Block[];
}

/** Parts that stand elsewhere on the page, under a heading of ours, which is nowhere in the document. */
function titled(title: string, parts: readonly Part[]): readonly Part[] {
  return parts.length === 0 ? [] : [{ place: () => '', blocks: [{ kind: 'rule', text: `# ${title}`, said: '', part: null }] }, ...parts];
}

/** `counts` are those of the part so far, under its last heading. */
type Place = (kind: Block['kind'], heading: string, counts: Readonly<Record<'paragraph' | 'row', number>>) => string;

const inBody: Place = (kind, heading, counts) => {
  const where = heading === '' ? '' : `under${heading}, `;
  switch (kind) {
    case 'heading': return `the heading${heading}`;
    case 'paragraph': return `${where}paragraph ${counts.paragraph}`;
    case 'row': return `${where}table row ${counts.row}`;
    case 'rule': return '';
  }
};

function placed(parts: readonly Part[]): { readonly text: string; placeOf(line: number): string } {
  const lines: string[] = [];
  const places: string[] = [];
  const add = (line: string, place: string): void => {
    lines.push(line);
    places.push(place);
  };
  for (const { place, blocks } of parts) {
    if (lines.length > 0 && blocks.length > 0) add('', '');
    let heading = '';
    let counts = { paragraph: 0, row: 0 };
    let last: Block | null = null;
    let at = '';
    for (const { line, block } of linesOf(blocks)) {
      if (block && block !== last) {
        if (block.kind === 'heading') {
          heading = ` ‘${shortened(block.said)}’`;
          counts = { paragraph: 0, row: 0 };
        } else if (block.kind !== 'rule') counts = { ...counts, [block.kind]: counts[block.kind] + 1 };
        at = place(block.kind, heading, counts);
        last = block;
      }
      add(line, block ? at : '');
    }
  }
  return { text: `${lines.join('\n')}\n`, placeOf: (line) => places[line - 1] ?? '' };
}

function count(root: Element, name: string): number {
  return root.children.filter(isElement).reduce((total, child) => total + Number(child.tagName === name) + count(child, name), 0);
}

function shortened(heading: string): string {
  const cut = heading.slice(0, 60);
  return heading.length > cut.length ? `${cut.replace(/\s+\S*$/, '')}…` : heading;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '');
}

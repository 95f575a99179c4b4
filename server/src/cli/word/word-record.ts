/**
 * A Word document → the record it holds, as Markdown, with the place of each line as its readers know it. Loaded only
 * where there is one. Pictures, macros and everything else that is embedded is never unpacked.
 */
import { unzipSync, zipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { blocksOf, type Block } from './word-blocks.js';

export interface WordRecord {
  readonly text: string;
  /** Where each line of the text stands in the document, by its number from 1; '' where it is nowhere. */
  placeOf(line: number): string;
}

/** A document with photographs is large, and they are not looked at. */
export const MAX_WORD_BYTES = 64_000_000;
/** What the words may come to once unpacked: some thousands of pages. */
export const MAX_UNPACKED_BYTES = 20_000_000;

/** Never rejects; a problem names nothing of the document. */
export async function readWord(bytes: Uint8Array): Promise<WordRecord | { readonly problem: string }> {
  if (bytes.length > MAX_WORD_BYTES) return { problem: `This Word document is too large to be a record (${megabytes(bytes.length)} MB; the limit is ${megabytes(MAX_WORD_BYTES)} MB), so it was not checked.` };
  if (OLE.every((byte, at) => bytes[at] === byte)) return { problem: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED) ? 'This Word document is protected by a password, so it was not checked. Save a copy without one.' : 'This is a Word document of the old kind (.doc), so it was not checked. Save it as .docx.' };
  const unpacked = unpack(bytes);
  if (unpacked === 'damaged') return DAMAGED;
  if (unpacked === 'too much') return { problem: `Unpacked, the words of this Word document come to more than ${megabytes(MAX_UNPACKED_BYTES)} MB, so it was not checked.` };
  let html;
  try {
    html = fromHtml((await mammoth.convertToHtml({ buffer: Buffer.from(unpacked) }, READING)).value, { fragment: true });
  } catch {
    // Whatever is wrong in the file; what is thrown may hold words of it.
    return DAMAGED;
  }
  return placed(blocksOf(html.children));
}

const DAMAGED = { problem: 'This is no Word document that can be read (it may be damaged), so it was not checked.' };
/** How files begin that hold others in the old way: .doc, and whatever is encrypted. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const READING = {
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
  styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
};

/** The parts that hold words, packed anew. Sizes are taken from the file's own list; of a part that says less than it holds, no more is unpacked than it says. */
function unpack(bytes: Uint8Array): Uint8Array | 'damaged' | 'too much' {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const holdsWords = /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:customXml|docProps|theme|media|embeddings|charts|diagrams|glossary)\//i.test(name);
        if (holdsWords) total += originalSize;
        return holdsWords && total <= MAX_UNPACKED_BYTES;
      },
    });
    return total > MAX_UNPACKED_BYTES ? 'too much' : zipSync(parts, { level: 0 });
  } catch {
    return 'damaged';
  }
}

function placed(blocks: readonly Block[]): WordRecord {
  const lines: string[] = [];
  const places: string[] = [];
  let heading = '';
  let counts = { paragraph: 0, row: 0 };
  blocks.forEach((block, index) => {
    if (index > 0 && !(block.tight && blocks[index - 1].tight)) {
      lines.push('');
      places.push('');
    }
    if (block.kind === 'heading') {
      heading = ` ‘${shortened(block.said)}’`;
      counts = { paragraph: 0, row: 0 };
    } else if (block.kind !== 'rule') counts = { ...counts, [block.kind]: counts[block.kind] + 1 };
    const where = heading === '' ? '' : `under${heading}, `;
    const place = { heading: `the heading${heading}`, paragraph: `${where}paragraph ${counts.paragraph}`, row: `${where}table row ${counts.row}`, rule: '' }[block.kind];
    for (const line of block.text.split('\n')) {
      lines.push(line);
      places.push(place);
    }
  });
  return { text: `${lines.join('\n')}\n`, placeOf: (line) => places[line - 1] ?? '' };
}

function shortened(heading: string): string {
  const cut = heading.slice(0, 60);
  return heading.length > cut.length ? `${cut.replace(/\s+\S*$/, '')}…` : heading;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '');
}

/**
 * The parts of a Word document that hold words, unpacked. Pictures, macros and whatever else is embedded is never
 * unpacked. What the parts say, it does not know.
 */
import type { Element } from 'hast';
import { unzipSync } from 'fflate';
import { attribute, parseXml } from '../markup.js';
import { childrenOf } from './styles.js';

export interface WordParts {
  readonly document: Element;
  /** Roots of the parts of a kind (`styles`, `footnotes`, `header` …) that belong to the document, in its order. */
  of(kind: string): readonly Element[];
}

/** What the words may come to once unpacked: some thousands of pages. */
export const MAX_UNPACKED_BYTES = 20_000_000;

/** Sizes are taken from the file's own list; of a part that says less than it holds, no more is unpacked than it says. */
export function unpack(bytes: Uint8Array): WordParts | 'damaged' | 'too much' {
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const holdsWords = /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:customXml|docProps|theme|media|embeddings|charts|diagrams|glossary)\//i.test(name);
        if (holdsWords) total += originalSize;
        return holdsWords && total <= MAX_UNPACKED_BYTES;
      },
    });
  } catch {
    return 'damaged';
  }
  if (total > MAX_UNPACKED_BYTES) return 'too much';
  const read = (path: string): Element | null => (files[path] ? parseXml(new TextDecoder(encodingOf(files[path])).decode(files[path])) : null);
  const related = (path: string): readonly { readonly kind: string; readonly target: string }[] => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return childrenOf(read(`${folder}_rels/${path.slice(folder.length)}.rels`), 'Relationship').map((one) => ({ kind: attribute(one, 'Type').replace(/^.*\//, ''), target: pathOf(folder, attribute(one, 'Target')) }));
  };
  const path = related('').find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  const document = read(path);
  if (document?.tagName !== 'w:document' || childrenOf(document, 'w:body').length === 0) return 'damaged';
  const parts = related(path).map(({ kind, target }) => ({ kind, root: files[target] ? read(target) : undefined }));
  // A part that is there and cannot be read would go unread in silence.
  if (parts.some(({ root }) => root === null)) return 'damaged';
  return { document, of: (kind) => parts.flatMap((part) => (part.kind === kind && part.root ? [part.root] : [])) };
}

function pathOf(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function encodingOf([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

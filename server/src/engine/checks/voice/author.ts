/** Whether a child wrote a record themselves: then all of it is their voice. It does not know what a voice is. */
import type { Block } from '../../note/note.js';
import { tokenize } from '../../words/tokens.js';
import type { BlockDetail, NoteView } from '../note-view.js';

/** Names by which somebody says, outside quotation marks, that they are the one who writes: "I am Linh, I am 17". First forms. */
export function authorsOf(view: NoteView, key: string): ReadonlySet<string> {
  return new Set(view.someBlocks(key, authorIn).values());
}

function authorIn({ content: { prose, kind, quoted } }: Block, { speech }: BlockDetail): string | null {
  if (quoted || kind === 'heading') return null;
  const match = SELF.exec(prose);
  if (match === null || speech.some(({ start, end }) => start <= match.index && end > match.index)) return null;
  return tokenize(match[1]).forms[0] ?? null;
}

/** "I am Leo's worker" is somebody else. */
const SELF = /(?<![\p{L}\p{N}])(?:I am|I['’]m|[Mm]y name is|[Mm]y name['’]s)[ \n](\p{Lu}[\p{L}-]*)(?![\p{L}-]|['’]s)/u;

/**
 * How a client and the server speak about attention: what is to be shown, where the writer is, and how much a record
 * holds. Other editors need none of it.
 */
import type { Connection } from 'vscode-languageserver';
import type { Strength } from '../../engine/finding.js';
import type { NoteType } from '../../engine/rule.js';
import type { OpenNote } from '../documents.js';
import { createAttention, type Attention, type Look, type Manner, type Sign, type Wish } from './attention.js';

/** The client asks for more or less of a record: `{ uri, wish }` in, null out. */
const SHOW_REQUEST = 'alongside/show';
/** The client says what the writer did: `{ uri, sign }`. */
const WRITING_NOTIFICATION = 'alongside/writing';
/** The server says what a record holds, whenever it has read it: a `RecordSummary`. */
export const RECORD_NOTIFICATION = 'alongside/record';

/** Counts only; no words of the record. Lines count from 0. */
export interface RecordSummary {
  readonly uri: string;
  readonly version: number;
  readonly type: NoteType | null;
  /** Findings on show; what is folded into one line counts as one. */
  readonly shown: number;
  readonly folded: number;
  readonly held: number;
  /** In the sentence being written. */
  readonly waiting: number;
  readonly good: readonly { readonly kind: Strength['kind']; readonly child: string | null; readonly line: number }[];
}

export interface Attending extends Attention {
  /** Tells a client that listens what a record holds. */
  tell(note: OpenNote): void;
}

/** `open` reads a record that is open; `changed` is called where something else is to be shown of it. */
export function attend(connection: Connection, manner: () => Manner, open: (uri: string) => Promise<OpenNote | null>, changed: (uri: string) => Promise<void>): Attending {
  const attention = createAttention(manner);

  connection.onRequest(SHOW_REQUEST, async ({ uri, wish }: { readonly uri: string; readonly wish: Wish }): Promise<null> => {
    const note = await open(uri);
    if (!note) return null;
    attention.wish(note, wish);
    await changed(uri);
    return null;
  });

  connection.onNotification(WRITING_NOTIFICATION, async ({ uri, sign }: { readonly uri: string; readonly sign: Sign }) => {
    const note = await open(uri);
    if (note && attention.sign(note, sign)) await changed(uri);
  });

  return {
    ...attention,
    tell(note) {
      const { show, writing } = manner();
      if (show !== 'all' || writing === 'quiet') void connection.sendNotification(RECORD_NOTIFICATION, summaryOf(note, attention.look(note)));
    },
  };
}

function summaryOf({ document, version, reading, range }: OpenNote, { shown, folded, held, waiting }: Look): RecordSummary {
  return {
    uri: document.uri,
    version,
    type: reading.analysis.type,
    shown: shown.length + Math.min(1, folded.length),
    folded: folded.length,
    held: held.length,
    waiting: waiting.length,
    good: reading.analysis.strengths.map((strength) => ({ kind: strength.kind, child: strength.child ?? null, line: range(strength).start.line })),
  };
}

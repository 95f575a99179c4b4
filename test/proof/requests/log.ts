/** What happened in a session, and what stood when. A tick is counted whenever a text or the rules change. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { Told } from '../../support/stepped-server.js';

/** What stood at one tick, in the editor and on disk. */
export interface Standing {
  /** Records that are open, by URI. */
  readonly open: ReadonlyMap<string, Opened>;
  /** The rules file on disk, and as it is open in the editor, where it is. */
  readonly saved: string | null;
  readonly edited: string | null;
}

export interface Opened {
  readonly version: number;
  readonly text: string;
}

export interface Asked {
  readonly method: string;
  readonly uri: string;
  readonly params: unknown;
  /** The tick at which it was asked, and the one at which its answer came. */
  readonly from: number;
  to: number | null;
  cancelled: boolean;
  readonly answers: Told[];
  /** The answer that it refers to with `previousResultId`. */
  readonly previous: Asked | null;
}

export interface Published {
  readonly uri: string;
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly at: number;
}

export interface Log {
  readonly client: 'asks' | 'is-told';
  /** By tick. */
  readonly standing: readonly Standing[];
  readonly asked: readonly Asked[];
  readonly published: readonly Published[];
  /** The tick at which the server asked last to be asked again; -1 for never. */
  readonly refreshed: number;
  /** The tick at which the rules changed last; -1 for never. */
  readonly rulesChanged: number;
}

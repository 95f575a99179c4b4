/**
 * What a rules file does to the records below it, as it stands in the editor and as it was saved: which places it
 * raises, gains and loses. Records are read in short slices, so that typing is never kept waiting, and only places are
 * remembered, never a record's words.
 */
import type { CancellationToken, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../engine/finding.js';
import { lfOffsets, toLf } from '../../engine/note/line-ends.js';
import { fingerprint } from '../../engine/words/fingerprint.js';
import { whenKnown, type FileHost } from '../../rulebook/files/file-host.js';
import type { FindFiles } from '../files.js';
import { folderOf } from '../../rulebook/files/paths.js';
import type { Reader } from '../../rulebook/reader.js';

/** A place in a record where a rule raises something. */
export interface Place {
  readonly path: string;
  readonly rule: string;
  readonly range: Range;
}

export interface Effect {
  /** How many records were read. */
  readonly records: number;
  readonly raised: readonly Place[];
  /** Raised by the file as it stands and not as it was saved, and the other way round. */
  readonly gained: readonly Place[];
  readonly lost: readonly Place[];
}

export interface Effects {
  /** The effect of a rules file on the records it decides for; null where it was cancelled. */
  of(rulesPath: string, token?: CancellationToken): Promise<Effect | null>;
  /** What is known no longer holds: rules were edited (`open`), or files changed on disk (`saved`). */
  forget(what: 'open' | 'saved'): void;
}

export interface Sources {
  /** Rules as they stand in the editor. */
  readonly open: Reader;
  /** Rules as they were saved. */
  readonly saved: Reader;
  /** Records as they stand in the editor. */
  readonly files: FileHost;
  readonly find: FindFiles;
}

/** How long other requests may have to wait, in milliseconds. */
const SLICE = 10;

export function watchEffects({ open, saved, files, find }: Sources): Effects {
  let generation = 0;
  let known = new Map<string, { readonly generation: number; readonly effect: Promise<Effect | null> }>();
  /** Places under the saved rules, by path, for the text with that fingerprint. */
  let before = new Map<string, { readonly print: number; readonly places: readonly Place[] }>();

  const read = async (rulesPath: string): Promise<Effect | null> => {
    const started = generation;
    const raised: Place[] = [];
    const gained: Place[] = [];
    const lost: Place[] = [];
    let records = 0;
    let since = Date.now();
    for (const path of await find(folderOf(rulesPath), 'records')) {
      if (Date.now() - since > SLICE) {
        await pause();
        since = Date.now();
      }
      if (generation !== started) return null;
      if (!(await open.rulebookFor(path)).files.includes(rulesPath)) continue;
      const text = await whenKnown(files, () => files.read(path));
      if (text === null) continue;
      records++;
      const now = await placesIn(open, path, text);
      const print = fingerprint(text);
      const remembered = before.get(path);
      const then = remembered?.print === print ? remembered.places : await placesIn(saved, path, text);
      before.set(path, { print, places: then });
      raised.push(...now);
      gained.push(...without(now, then));
      lost.push(...without(then, now));
    }
    return generation === started ? { records, raised, gained, lost } : null;
  };

  return {
    async of(rulesPath, token) {
      for (;;) {
        let entry = known.get(rulesPath);
        if (entry?.generation !== generation) known.set(rulesPath, (entry = { generation, effect: read(rulesPath) }));
        const effect = await entry.effect;
        if (token?.isCancellationRequested) return null;
        // Where the rules have changed meanwhile, whoever still waits is told of them as they are now.
        if (effect || entry.generation === generation) return effect;
      }
    },
    forget(what) {
      generation++;
      known = new Map();
      if (what === 'saved') {
        before = new Map();
        saved.forget();
      }
    },
  };
}

async function placesIn(reader: Reader, path: string, text: string): Promise<readonly Place[]> {
  const { analysis } = await reader.read(path, toLf(text));
  if (analysis.findings.length === 0) return [];
  const document = TextDocument.create('', '', 0, text);
  const back = lfOffsets(text);
  return analysis.findings.map(({ rule, start, end }: Finding) => ({ path, rule, range: { start: document.positionAt(back(start)), end: document.positionAt(back(end)) } }));
}

function without(places: readonly Place[], others: readonly Place[]): readonly Place[] {
  const keys = new Set(others.map(keyOf));
  return places.filter((place) => !keys.has(keyOf(place)));
}

function keyOf({ rule, range: { start, end } }: Place): string {
  return `${rule} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

function pause(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0); });
}

/**
 * `--cache`: what was found in a record, kept for the next run, as long as the record, its rules and the program stay as
 * they are. No word of a record is kept (cached-words.ts). What cannot be read or written here is read anew.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FileHost } from '../../rulebook/files/file-host.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { withoutWords, withWords } from './cached-words.js';
import type { CacheSettings } from './read-record.js';
import type { FileReport } from '../report/report.js';

export interface RecordCache {
  /** What was kept of a record with this text; null where there is nothing that still holds. */
  get(record: CachedRecord): FileReport | null;
  put(record: CachedRecord, file: FileReport): void;
}

export interface CachedRecord {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly source: string;
  readonly rulebook: Rulebook;
}

/** `failOn` is what was asked for in place of the rulebook's gates; `today` an ISO date. */
export function openCache({ folder, program }: CacheSettings, failOn: string | null, today: string, host: Pick<FileHost, 'read'>): RecordCache {
  const rulesKeys = new WeakMap<Rulebook, string>();
  const rulesKey = (rulebook: Rulebook): string => {
    const waiting = rulebook.compiled.rules.filter(({ since }) => since !== undefined && since !== null && since > today).map(({ id }) => id);
    const key = rulesKeys.get(rulebook) ?? hash([program, failOn ?? '', ...waiting, ...rulebook.files.flatMap((file) => [file, host.read(file) ?? ''])]);
    rulesKeys.set(rulebook, key);
    return key;
  };
  // A directive may end with a day; nothing else in a record asks what day it is.
  const keyOf = ({ path, source, rulebook }: CachedRecord): string => hash([rulesKey(rulebook), path, JSON.stringify(rulebook.settingsFor(path)), source.includes('alongside-disable') ? today : '', source]);
  const fileOf = ({ path }: CachedRecord): string => {
    const name = hash([path]);
    return `${folder}/${name.slice(0, 2)}/${name.slice(2)}`;
  };
  return {
    get(record) {
      try {
        const bytes = readFileSync(fileOf(record));
        if (bytes.toString('latin1', 0, KEY) !== keyOf(record)) return null;
        const { path: _none, ...found } = withWords(inflateRawSync(bytes.subarray(KEY)).toString('utf8'), record.source) as FileReport;
        return { path: record.shown, ...found };
      } catch {
        return null;
      }
    },
    put(record, file) {
      const text = withoutWords({ ...file, path: '' }, record.source);
      if (text === null) return;
      const name = fileOf(record);
      try {
        mkdirSync(dirname(name), { recursive: true });
        writeFileSync(`${name}.${process.pid}.tmp`, Buffer.concat([Buffer.from(keyOf(record), 'latin1'), deflateRawSync(text, { level: 1 })]), { mode: 0o600 });
        renameSync(`${name}.${process.pid}.tmp`, name);
      } catch {
        // Then it is read anew the next time.
      }
    },
  };
}

/** Characters of a hash. */
const KEY = 64;

function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length}\0`).update(part);
  return digest.digest('hex');
}

/**
 * What an unsaved edit of a rules file does to the records, sentence by sentence: gained and lost. Sentences are read
 * when they are asked for, and kept nowhere.
 */
import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileHost } from '../../rulebook/files/file-host.js';
import { folderOf, relativeTo } from '../../rulebook/files/paths.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Effect, Place } from './effects.js';
import { locationOf } from './lenses.js';

/** The request a client makes for it, with the rules file's uri. */
export const PREVIEW_REQUEST = 'alongside/preview';

export interface Preview {
  readonly records: number;
  readonly gained: readonly PreviewLine[];
  readonly lost: readonly PreviewLine[];
}

export interface PreviewLine {
  readonly rule: string;
  readonly title: string;
  /** As seen from the rules file's folder. */
  readonly path: string;
  readonly location: Location;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** More than anybody reads at once; the counts are whole. */
const MOST = 500;
const AROUND = 80;

export function previewOf(rulesPath: string, effect: Effect, { compiled: { rules } }: Rulebook, files: FileHost): Preview & { readonly left: number } {
  const documents = new Map<string, TextDocument>();
  const textOf = (path: string): TextDocument => {
    const document = documents.get(path) ?? TextDocument.create('', '', 0, files.read(path) ?? '');
    documents.set(path, document);
    return document;
  };
  const lineOf = (place: Place): PreviewLine => {
    const document = textOf(place.path);
    const [start, end] = [document.offsetAt(place.range.start), document.offsetAt(place.range.end)];
    const text = document.getText();
    return {
      rule: place.rule,
      title: rules.find(({ id }) => id === place.rule)?.title ?? '',
      path: relativeTo(folderOf(rulesPath), place.path),
      location: locationOf(place),
      before: oneLine(text.slice(Math.max(0, start - AROUND), start).replace(/^[^]*\n\s*\n/, '')).replace(/^[^]*[.!?] /, '').trimStart(),
      words: oneLine(text.slice(start, end)),
      after: oneLine(text.slice(end, end + AROUND).replace(/\n\s*\n[^]*$/, '')).replace(/(?<=[.!?]) [^]*$/, '').trimEnd(),
    };
  };
  const shown = (places: readonly Place[]): readonly PreviewLine[] => places.slice(0, MOST).map(lineOf);
  return { records: effect.records, gained: shown(effect.gained), lost: shown(effect.lost), left: Math.max(0, effect.gained.length - MOST) + Math.max(0, effect.lost.length - MOST) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

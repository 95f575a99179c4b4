/**
 * Finding the rules file of a record, beginning one, and the place in it where the next rule goes: what a client asks
 * that opens it for somebody. Nothing is written here.
 */
import type { Connection } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { whenKnown, type FileHost } from '../../rulebook/file-host.js';
import { folderOf } from '../../rulebook/paths.js';
import { findRulebook, RULEBOOK_FILE } from '../../rulebook/rulebook.js';
import { STARTER } from '../../rulebook/starter.js';
import { placeForRule } from '../../rulebook/write-rule.js';
import { pathOf, uriOf } from '../documents.js';
import type { FindFiles } from '../files.js';
import { NEW_RULES } from './pieces.js';

/** `{ record, folders }` as uris in (`record` null where none is open), a `RulesFileAnswer` out. */
export const RULES_FILE_REQUEST = 'alongside/rulesFile';
/** `{ uri, text, what }` of a rules file in, a `RulePlace` out; null where only a person can find the place. */
export const RULE_PLACE_REQUEST = 'alongside/rulePlace';

export interface RulesFileAnswer {
  /** The one that holds for the record, else for the folders that are open. */
  readonly uri: string | null;
  /** Where one can be begun, the likeliest place first, and with what text. */
  readonly begin: readonly { readonly uri: string; readonly text: string }[];
}

export interface RulePlace {
  readonly position: Position;
  /** Text of a snippet, indented as it has to stand. */
  readonly snippet: string;
}

export interface BeginSources {
  readonly connection: Connection;
  readonly files: FileHost;
  readonly find: FindFiles;
}

export function offerBeginning({ connection, files, find }: BeginSources): void {
  connection.onRequest(RULES_FILE_REQUEST, async ({ record, folders }: { readonly record: string | null; readonly folders: readonly string[] }): Promise<RulesFileAnswer> => {
    const path = record === null ? null : pathOf(record);
    const opened = folders.map(pathOf).filter((folder): folder is string => folder !== null);
    const holding = path === null ? [] : opened.filter((folder) => path.startsWith(`${folder}/`));
    const places = [...new Set([...holding, ...opened, ...(path === null ? [] : [folderOf(path)])])];
    const above = await whenKnown(files, () => [...(path === null ? [] : [path]), ...opened.map((folder) => `${folder}/x.md`)].map((one) => findRulebook(one, files)).find((one) => one !== null));
    const found = above ?? (await Promise.all(opened.map((folder) => find(folder, 'rules')))).flat()[0];
    return { uri: found ? uriOf(found) : null, begin: places.map((folder) => ({ uri: uriOf(`${folder}/${RULEBOOK_FILE}`), text: STARTER })) };
  });

  connection.onRequest(RULE_PLACE_REQUEST, ({ uri, text, what }: { readonly uri: string; readonly text: string; readonly what: 'new' | 'change' }): RulePlace | null => {
    const place = placeForRule(text);
    if (!place) return null;
    const pad = ' '.repeat(place.indent);
    const piece = what === 'new' ? NEW_RULES[0].text.replaceAll('\n', `\n${pad}`) : '$0';
    const apart = what === 'new' && /^[^\S\n]*\S/.test(text.slice(place.at)) ? '\n' : '';
    return { position: TextDocument.create(uri, '', 0, text).positionAt(place.at), snippet: `${place.before}${pad}${piece}\n${apart}` };
  });
}

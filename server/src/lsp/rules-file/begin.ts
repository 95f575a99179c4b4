/**
 * Finding the rules file of a record, beginning one, and the place in it where the next rule goes: what a client asks
 * that opens it for somebody. Nothing is written here.
 */
import type { Connection } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { whenKnown, type FileHost } from '../../rulebook/files/file-host.js';
import { folderOf } from '../../rulebook/files/paths.js';
import { findRulebook, RULEBOOK_FILE } from '../../rulebook/rulebook.js';
import { STARTER } from '../../rulebook/write/starter.js';
import type { CompiledRules } from '../../engine/rule-set.js';
import { rulesOf, treeOf } from '../../rulebook/yaml/tree.js';
import { placeForRule } from '../../rulebook/write/rule.js';
import { pathOf, uriOf } from '../documents.js';
import type { FindFiles } from '../files.js';
import { NEW_RULES, WAYS_TO_CHANGE } from './pieces.js';

/** `{ record, folders }` as uris in (`record` null where none is open), a `RulesFileAnswer` out. */
export const RULES_FILE_REQUEST = 'alongside/rulesFile';
/** `{ uri, text, piece }` of a rules file in, a `RulePlace` out; null where only a person can find the place. `piece` is the text of a snippet, or null for a new rule. */
export const RULE_PLACE_REQUEST = 'alongside/rulePlace';

/** `{ text }` of a rules file in, a `Changeable` out: the rules that ship, and what can be changed in one. */
export const CHANGEABLE_REQUEST = 'alongside/changeable';

export interface Changeable {
  /** `line` is where the file speaks of it already, from 0; null where it does not. */
  readonly rules: readonly { readonly id: string; readonly title: string; readonly why: string; readonly state: 'on' | 'off'; readonly line: number | null }[];
  /** `text` is that of a snippet, to stand after a rule’s id and a colon. */
  readonly changes: readonly { readonly label: string; readonly detail: string; readonly text: string; readonly of: 'on' | 'off' | 'both' }[];
}

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
  readonly builtIn: CompiledRules;
}

export function offerBeginning({ connection, files, find, builtIn }: BeginSources): void {
  connection.onRequest(RULES_FILE_REQUEST, async ({ record, folders }: { readonly record: string | null; readonly folders: readonly string[] }): Promise<RulesFileAnswer> => {
    const path = record === null ? null : pathOf(record);
    const opened = folders.map(pathOf).filter((folder): folder is string => folder !== null);
    const holding = path === null ? [] : opened.filter((folder) => path.startsWith(`${folder}/`));
    const places = [...new Set([...holding, ...opened, ...(path === null ? [] : [folderOf(path)])])];
    const above = await whenKnown(files, () => [...(path === null ? [] : [path]), ...opened.map((folder) => `${folder}/x.md`)].map((one) => findRulebook(one, files)).find((one) => one !== null));
    // One further down holds for other records than the one that is open.
    const found = above ?? (path !== null ? undefined : (await Promise.all(opened.map((folder) => find(folder, 'rules')))).flat()[0]);
    return { uri: found ? uriOf(found) : null, begin: places.map((folder) => ({ uri: uriOf(`${folder}/${RULEBOOK_FILE}`), text: STARTER })) };
  });

  connection.onRequest(RULE_PLACE_REQUEST, ({ uri, text, piece }: { readonly uri: string; readonly text: string; readonly piece: string | null }): RulePlace | null => {
    const place = placeForRule(text);
    if (!place) return null;
    const pad = ' '.repeat(place.indent);
    const apart = piece === null && /^[^\S\n]*\S/.test(text.slice(place.at)) ? '\n' : '';
    return { position: TextDocument.create(uri, '', 0, text).positionAt(place.at), snippet: `${place.before}${pad}${(piece ?? NEW_RULES[0].text).replaceAll('\n', `\n${pad}`)}\n${apart}` };
  });

  connection.onRequest(CHANGEABLE_REQUEST, ({ text }: { readonly text: string }): Changeable => {
    const document = TextDocument.create('', '', 0, text);
    const lines = new Map(rulesOf(treeOf(text, 'rulebook')).map(({ key }) => [key.text, document.positionAt(key.start).line]));
    const rules = builtIn.rules.map(({ id, title, why, severity }) => ({ id, title, why, state: severity === 'off' ? 'off' as const : 'on' as const, line: lines.get(id) ?? null }));
    return { rules: rules.sort((a, b) => a.title.localeCompare(b.title, 'en-GB')), changes: WAYS_TO_CHANGE };
  });
}

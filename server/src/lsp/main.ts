/**
 * The program `alongside-language-server`: over stdio (`--stdio`), or however the client asks.
 */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { readBuiltIn } from '../rulebook/read-built-in.js';
import { DISK } from '../rulebook/disk.js';
import { replaceFile } from '../rulebook/replace-file.js';
import type { FindFiles } from './rules-file/effects.js';
import { startServer } from './server.js';

/** Loaded when somebody first writes rules. */
const find: FindFiles = async (folder, kind) => (await import('./rules-file/workspace-files.js')).findOnDisk(folder, kind);
const asked = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument));
const connection = asked ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
startServer(connection, readBuiltIn(__dirname), DISK, () => new Date().toISOString().slice(0, 10), version, find, replaceFile);

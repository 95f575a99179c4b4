/**
 * The program `alongside-language-server`: over standard input and output (`--stdio`), or the channel that Node gives a
 * child process (`--node-ipc`). It opens no connection of any other kind.
 */
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { readInstalled } from '../rulebook/packs/read-built-in.js';
import { changeFile } from '../rulebook/files/change.js';
import { DISK } from '../rulebook/files/disk.js';
import { today } from '../rulebook/today.js';
import type { Files } from './files.js';
import { bugText } from './guarded.js';
import { startServer } from './server.js';

// What a first reading makes stays, and what a keystroke makes does not. V8 learns the one and would then lay the other
// among what stays as well, with all that it holds: ten times as much to carry at every clearing.
setFlagsFromString('--no-allocation-site-pretenuring');

const own: Files = {
  ...DISK,
  // Loaded when somebody first writes rules.
  find: async (folder, kind) => (await import('./rules-file/workspace-files.js')).findOnDisk(folder, kind),
  change: changeFile,
};
const refused = process.argv.find((argument) => /^--(?:socket|pipe)\b/.test(argument));
if (refused === undefined) void start();
else {
  process.exitCode = 2;
  console.error(`alongside-language-server: “${refused}” is not offered, as no connection is opened here. Start it with --stdio.`);
}

async function start(): Promise<void> {
  const builtIn = await readInstalled(__dirname);
  const asked = process.argv.some((argument) => /^--(?:stdio|node-ipc)$/.test(argument));
  const connection = asked ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // What comes here is a bug outside a request; Node would print what it says, and with it perhaps words of a record.
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) process.on(bug, (thrown: unknown) => connection.console.error(bugText(thrown)));
  startServer(connection, builtIn, own, today, version);
}

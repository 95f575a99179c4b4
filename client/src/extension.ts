/**
 * The extension on the desktop: how the language server is started as a Node process, and what the editor offers
 * around it. It knows nothing of rules or records; those are the server's.
 */
import { commands, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { keepConnected } from './connection.js';
import { showQuestion } from './question.js';
import { openRules } from './rules-file.js';
import { offerRulesPreview } from './rules-preview.js';
import { leaveAsItIs } from './set-aside.js';
import { showStatus } from './status.js';

export async function activate(context: ExtensionContext): Promise<void> {
  const connection = keepConnected((options) => new LanguageClient('alongside', 'Alongside', {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // The server's own folder, not the one that was opened: nothing in a stranger's folder is ever looked up by Node.
    options: { cwd: context.extensionPath },
  }, options));

  context.subscriptions.push(
    connection,
    showStatus(connection),
    offerRulesPreview(connection),
    commands.registerCommand('alongside.restart', connection.restart),
    commands.registerCommand('alongside.openRules', openRules),
    commands.registerCommand('alongside.showQuestion', showQuestion),
    commands.registerCommand('alongside.setAside', leaveAsItIs),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('alongside.enable')) void connection.restart();
    }),
  );
  await connection.restart();
}

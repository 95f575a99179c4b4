/**
 * The extension on the desktop: how the language server is started, as a Node process.
 */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { offerAlongside } from './alongside.js';

export function activate(context: ExtensionContext): void {
  offerAlongside(context, (options) => new LanguageClient('alongside', 'Alongside', {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // The server's own folder, not the one that was opened: nothing in a stranger's folder is ever looked up by Node.
    options: { cwd: context.extensionPath },
  }, options));
}

/** Places that a line over a rule leads to are handed to the editor as what it takes for places: of others it knows the file and not the line. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

it('each sentence that a rule raises is a place of the editor’s own', async () => {
  const { outputFiles } = await build({ entryPoints: ['client/src/rules-preview.ts'], bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'] });
  class Position { constructor(readonly line: number, readonly character: number) {} }
  class Range { constructor(readonly start: Position, readonly end: Position) {} }
  class Location { constructor(readonly uri: unknown, readonly range: Range) {} }
  const registered = new Map<string, (...args: unknown[]) => Promise<void>>();
  const ran: unknown[][] = [];
  const nothing = (): { dispose(): void } => ({ dispose: () => undefined });
  const vscode = {
    Position, Range, Location,
    EventEmitter: class { readonly event = nothing; },
    Disposable: { from: nothing },
    Uri: { parse: (uri: string) => uri },
    languages: { registerDocumentLinkProvider: nothing },
    workspace: { registerTextDocumentContentProvider: nothing, onDidChangeTextDocument: nothing, onDidSaveTextDocument: nothing, onDidCloseTextDocument: nothing },
    commands: { registerCommand: (name: string, run: (...args: unknown[]) => Promise<void>) => { registered.set(name, run); return nothing(); }, executeCommand: async (...args: unknown[]) => { ran.push(args); } },
  };
  const module = { exports: {} as { offerRulesPreview(connection: object): unknown } };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, (name: string) => (name === 'vscode' ? vscode : require(name)));
  module.exports.offerRulesPreview({});
  await registered.get('alongside.showPlaces')?.('file:///a/alongside.yml', { line: 1, character: 2 }, [{ uri: 'file:///a/b.md', range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } } }]);
  const [, , , places] = ran[0] as [string, unknown, unknown, unknown[]];
  assert.deepEqual(places, [new Location('file:///a/b.md', new Range(new Position(2, 4), new Position(2, 9)))]);
  assert.ok(places[0] instanceof Location);
});

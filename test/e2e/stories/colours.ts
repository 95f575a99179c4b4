/**
 * Colours Markdown as the editor does: with VS Code's own tokeniser and Markdown grammar, and the grammar the extension
 * injects. (The command by which VS Code shows its tokens to tests is not part of every build.)
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { env, extensions } from 'vscode';

export interface Token { readonly text: string; readonly scopes: readonly string[] }

interface Grammar { readonly tokenizeLine: (line: string, state: unknown) => { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: unknown } }

export async function colour(lines: readonly string[]): Promise<readonly Token[]> {
  const textmate = ofVsCode('vscode-textmate');
  const oniguruma = ofVsCode('vscode-oniguruma');
  await oniguruma.loadWASM(readFileSync(oniguruma.path('release/onig.wasm')));
  const grammars = grammarFiles();
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const file = grammars.get(scope);
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope: string) => (scope === 'text.html.markdown' ? ['text.html.markdown.alongside'] : []),
  });
  const grammar: Grammar = await registry.loadGrammar('text.html.markdown');
  let state: unknown = textmate.INITIAL;
  return lines.flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}

/** A package VS Code carries. The desktop keeps them in an archive, the server in a folder. */
function ofVsCode(name: string): any {
  for (const modules of ['node_modules', 'node_modules.asar']) {
    const require = createRequire(join(env.appRoot, modules, 'from-here.js'));
    const root = join(env.appRoot, modules, name);
    try {
      return { ...require(root), path: (file: string) => join(root, file) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`this VS Code carries no ${name}`);
}

function grammarFiles(): ReadonlyMap<string, string> {
  return new Map(extensions.all.flatMap(({ extensionPath, packageJSON }) =>
    (packageJSON.contributes?.grammars ?? []).map(({ scopeName, path }: { scopeName: string; path: string }) => [scopeName, join(extensionPath, path)] as const)));
}

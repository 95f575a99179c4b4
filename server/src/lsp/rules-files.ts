/**
 * Problems of rules files, published on those files: told once per rulebook, taken back when they are mended.
 */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Reader } from '../rulebook/reader.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { problemDiagnostic } from './diagnostics.js';
import { uriOf } from './documents.js';

export interface RulesFileProblems {
  /** Publishes what is wrong with a rulebook, unless this very one has been told. */
  tell(rulebook: Rulebook): Promise<void>;
  /** Looks again at every file that has problems on show, after the rules changed. */
  refresh(): Promise<void>;
}

export function rulesFileProblems(connection: Connection, reader: Reader): RulesFileProblems {
  const told = new WeakSet<Rulebook>();
  const onShow = new Set<string>();
  const tell = async (rulebook: Rulebook): Promise<void> => {
    if (told.has(rulebook)) return;
    told.add(rulebook);
    const byFile = new Map<string, Diagnostic[]>(rulebook.files.map((file) => [file, []]));
    for (const problem of rulebook.problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problemDiagnostic(problem)]);
    for (const [file, diagnostics] of byFile) {
      if (diagnostics.length === 0 && !onShow.has(file)) continue;
      if (diagnostics.length > 0) onShow.add(file);
      else onShow.delete(file);
      await connection.sendDiagnostics({ uri: uriOf(file), diagnostics });
    }
  };
  return {
    tell,
    async refresh() {
      for (const file of [...onShow]) {
        const rulebook = await reader.rulebookFor(file);
        await tell(rulebook);
        if (rulebook.files.includes(file)) continue;
        onShow.delete(file);
        await connection.sendDiagnostics({ uri: uriOf(file), diagnostics: [] });
      }
    },
  };
}

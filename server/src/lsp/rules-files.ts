/**
 * Problems of rules files, published on those files: told once per rulebook, taken back when they are mended.
 */
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createRuleSet, type CompiledRules, type RuleSet } from '../engine/rule-set.js';
import { adviseOn } from '../rulebook/advice/advice.js';
import { folderOf } from '../rulebook/files/paths.js';
import type { Problem } from '../rulebook/problem.js';
import type { Reader } from '../rulebook/reader.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { globsOfNothing } from '../rulebook/advice/settings.js';
import { uriOf } from './documents.js';
import type { FindFiles } from './files.js';
import { rulesDiagnostic } from './rules-file/fixes.js';

export interface RulesFileProblems {
  /** Publishes what is wrong with a rulebook, unless this very one has been told. */
  tell(rulebook: Rulebook): Promise<void>;
  /** Looks again at every file that has problems on show, after the rules changed. */
  refresh(): Promise<void>;
}

export interface RulesFileWorld {
  readonly documents: TextDocuments<TextDocument>;
  readonly builtIn: CompiledRules;
  readonly today: () => string;
  readonly find: FindFiles;
}

export function rulesFileProblems(connection: Connection, reader: Reader, { documents, builtIn, today, find }: RulesFileWorld): RulesFileProblems {
  const told = new WeakSet<Rulebook>();
  const onShow = new Set<string>();
  let shipped: RuleSet | null = null;
  /** Only for a file that somebody is writing. */
  const adviceOn = async (rulebook: Rulebook): Promise<readonly Problem[]> => {
    if (!rulebook.files.some((file) => documents.get(uriOf(file)))) return [];
    const globs = rulebook.written?.files.some(({ notes }) => notes.length > 0) ? globsOfNothing(rulebook, await find(folderOf(rulebook.files[0]), 'records')) : [];
    return [...adviseOn(rulebook, (shipped ??= createRuleSet(builtIn, null)), today()), ...globs];
  };
  const tell = async (rulebook: Rulebook): Promise<void> => {
    if (told.has(rulebook)) return;
    told.add(rulebook);
    const byFile = new Map<string, Diagnostic[]>(rulebook.files.map((file) => [file, []]));
    const advice = await adviceOn(rulebook);
    // While that was thought about, somebody may have typed on: what is told last is what stands.
    if (rulebook.files.length > 0 && (await reader.rulebookFor(rulebook.files[0])) !== rulebook) return;
    for (const problem of [...rulebook.problems, ...advice]) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), rulesDiagnostic(problem, documents.get(uriOf(problem.file)) ?? null)]);
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

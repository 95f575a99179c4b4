/**
 * What the editor offers around records, wherever the language server runs: `create` starts it. It knows nothing of
 * rules or records; those are the server's.
 */
import { commands, Position, Range, Selection, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { followAttention } from './attention.js';
import { keepConnected } from './connection.js';
import { offerCopied } from './copied.js';
import { copyClean } from './copy-clean.js';
import { reportFalseAlarm } from './false-alarm.js';
import { newRecord, openExample } from './new-record.js';
import { showQuestion } from './question.js';
import { offerQuestionPeek } from './question-peek.js';
import { showRecordPanel } from './record-panel.js';
import { offerVoices } from './record-voices.js';
import { openRules, writeRule } from './rules-file.js';
import { offerRulesPreview } from './rules-preview.js';
import { tellRulesChange } from './rules-changed.js';
import { leaveAsItIs, type FindingPlace } from './set-aside.js';
import { showStatus } from './status.js';
import { FIRST_FEW, isWelcomed, welcome } from './welcome.js';
import { offerWord } from './word.js';

export function offerAlongside(context: ExtensionContext, create: (options: LanguageClientOptions) => BaseLanguageClient): void {
  const connection = keepConnected(create, () => ({
    show: workspace.getConfiguration('alongside').get('show', 'few'),
    // The editor outlines headings itself.
    sections: 'client',
    ...(workspace.getConfiguration('alongside').get('lines', true) ? {} : { lenses: 'none' }),
    ...(workspace.getConfiguration('alongside').get('acronyms', false) ? { acronyms: 'shown' } : {}),
    ...(isWelcomed(context.globalState) ? {} : { few: FIRST_FEW }),
  }));

  context.subscriptions.push(
    connection,
    showStatus(connection),
    followAttention(connection),
    welcome(connection, context.globalState),
    offerRulesPreview(connection),
    showRecordPanel(connection),
    offerVoices(connection),
    offerQuestionPeek(),
    offerCopied(connection),
    offerWord(connection),
    commands.registerCommand('alongside.copyClean', () => copyClean(connection)),
    commands.registerCommand('alongside.restart', connection.restart),
    commands.registerCommand('alongside.openRules', () => openRules(connection)),
    commands.registerCommand('alongside.newRule', (rules?: string) => writeRule(connection, 'new', rules)),
    commands.registerCommand('alongside.changeRule', (rules?: string) => writeRule(connection, 'change', rules)),
    commands.registerCommand('alongside.showQuestion', showQuestion),
    commands.registerCommand('alongside.setAside', leaveAsItIs),
    commands.registerCommand('alongside.goToLine', goToLine),
    commands.registerCommand('alongside.falseAlarm', (place: FindingPlace) => reportFalseAlarm(connection, place)),
    commands.registerCommand('alongside.rulesChanged', tellRulesChange),
    commands.registerCommand('alongside.newRecord', () => newRecord(connection, context.extensionUri)),
    commands.registerCommand('alongside.openExample', () => openExample(context.extensionUri)),
    workspace.onDidChangeConfiguration((change) => {
      if (['alongside.enable', 'alongside.show', 'alongside.lines', 'alongside.acronyms'].some((setting) => change.affectsConfiguration(setting))) void connection.restart();
    }),
  );
  // The editor is not kept waiting while the server starts.
  void connection.restart();
}

/** `line` counts from 0. */
function goToLine(line: number): void {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const start = new Position(line, 0);
  editor.selection = new Selection(start, start);
  editor.revealRange(new Range(start, start));
}

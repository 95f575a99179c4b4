/**
 * The voice view: whose words each stretch of a record is, marked in the text until it is switched off. Every voice
 * has a shape before it and a line of its own kind, so that nothing rests on colour; a list of all of them is read out line
 * by line.
 */
import { commands, DecorationRangeBehavior, Disposable, l10n, MarkdownString, Range, StatusBarAlignment, ThemeColor, window, type QuickPickItem, type TextEditor, type TextEditorDecorationType } from 'vscode';
import type { Connection } from './connection.js';
import type { RecordVoices, VoiceName, VoiceSeen } from './record-facts.js';

const VOICES: readonly VoiceName[] = ['child', 'family', 'professional', 'other'];
const HOWS = ['quoted', 'reported'] as const;
/** A line of its own for each: it is not the colour alone that tells them apart. */
const LINES: Readonly<Record<VoiceName, string>> = { child: 'double', family: 'solid', professional: 'dotted', other: 'dashed' };
/** Full before what was said, hollow before what the writer passes on. One character: lines are wrapped without it. */
const SHAPES: Readonly<Record<VoiceName, Readonly<Record<VoiceSeen['how'], string>>>> = {
  child: { quoted: '◆', reported: '◇' }, family: { quoted: '●', reported: '○' }, professional: { quoted: '■', reported: '□' }, other: { quoted: '▲', reported: '△' },
};
const COLOURS: Readonly<Record<VoiceName, string>> = { child: 'charts.purple', family: 'charts.green', professional: 'charts.blue', other: 'charts.orange' };
/** After the last change, in milliseconds. */
const REST = 300;

export function offerVoices(connection: Connection): Disposable {
  let on: Disposable | null = null;
  const toggle = async (): Promise<void> => {
    if (on) {
      on.dispose();
      on = null;
    } else if (window.activeTextEditor?.document.languageId === 'markdown') on = markVoices(connection);
    else await window.showInformationMessage(l10n.t('Open a record first: a Markdown file.'));
  };
  return Disposable.from(
    { dispose: () => on?.dispose() },
    commands.registerCommand('alongside.showVoices', toggle),
    commands.registerCommand('alongside.listVoices', () => listVoices(connection)),
  );
}

/** Until it is disposed of. */
function markVoices(connection: Connection): Disposable {
  const kinds = VOICES.flatMap((voice) => HOWS.map((how) => ({ voice, how, type: markFor(voice, how) })));
  const legend = window.createStatusBarItem('alongside.voices', StatusBarAlignment.Left, 10);
  legend.name = l10n.t('Whose words');
  legend.command = 'alongside.listVoices';
  let rest: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    for (const editor of window.visibleTextEditors) {
      const { document } = editor;
      if (document.languageId !== 'markdown') continue;
      const { version } = document;
      const said = await connection.request<RecordVoices | null>('alongside/voices', { uri: document.uri.toString() });
      // Marks for a text that has moved on would stand in the wrong places; the next answer is on its way.
      if (!said || document.version !== version) continue;
      for (const { voice, how, type } of kinds) editor.setDecorations(type, said.voices.filter((one) => one.voice === voice && one.how === how).map((one) => ({ range: rangeOf(one), hoverMessage: new MarkdownString().appendText(voiceText(one)) })));
      if (editor === window.activeTextEditor) tellLegend(said.voices);
    }
  };
  const tellLegend = (voices: readonly VoiceSeen[]): void => {
    legend.text = `$(comment-discussion) ${legendText(voices)}`;
    legend.tooltip = l10n.t('Whose words: choose this for a list, or to switch the marks off. What is not marked is the writer’s own.');
    legend.accessibilityInformation = { label: `${countsText(voices, '')}. ${l10n.t('Whose words: choose this for a list, or to switch the marks off. What is not marked is the writer’s own.')}`, role: 'button' };
    legend.show();
  };
  const soon = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => void refresh().catch(() => undefined), REST);
  };
  soon();
  return Disposable.from(
    legend, ...kinds.map(({ type }) => type),
    { dispose: () => clearTimeout(rest) },
    connection.onDidChange(soon),
    window.onDidChangeVisibleTextEditors(soon),
    window.onDidChangeActiveTextEditor(soon),
  );
}

function markFor(voice: VoiceName, how: VoiceSeen['how']): TextEditorDecorationType {
  const colour = new ThemeColor(COLOURS[voice]);
  return window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    borderStyle: LINES[voice],
    borderWidth: `0 0 ${voice === 'child' ? 3 : 2}px 0`,
    borderColor: colour,
    overviewRulerColor: colour,
    before: { contentText: SHAPES[voice][how], color: colour, fontStyle: 'normal' },
  });
}

/** All of them as a list: chosen, the cursor goes there. */
async function listVoices(connection: Connection): Promise<void> {
  const editor = window.activeTextEditor;
  const said = editor && (await connection.request<RecordVoices | null>('alongside/voices', { uri: editor.document.uri.toString() }));
  if (!editor || !said) {
    await window.showInformationMessage(l10n.t('Open a record first: a Markdown file.'));
    return;
  }
  const chosen = await window.showQuickPick(voicesToChoose(said.voices, (one) => editor.document.getText(rangeOf(one))), { title: l10n.t('Whose words'), placeHolder: legendText(said.voices), matchOnDetail: true });
  if (chosen?.seen) goTo(editor, chosen.seen);
  else if (chosen) await commands.executeCommand('alongside.showVoices');
}

interface VoiceChoice extends QuickPickItem {
  readonly seen?: VoiceSeen;
}

export function voicesToChoose(voices: readonly VoiceSeen[], wordsOf: (seen: VoiceSeen) => string): readonly VoiceChoice[] {
  return [
    ...voices.map((seen): VoiceChoice => ({ label: voiceText(seen), description: `${l10n.t('line {0}', seen.range.start.line + 1)} ${SHAPES[seen.voice][seen.how]}`, detail: wordsOf(seen).replace(/\s+/g, ' '), seen })),
    { label: l10n.t('Show or hide the marks') },
  ];
}

/** “◆ child ×3 · ● family ×2 · ■ professional ×0 · ▲ somebody else ×0” */
function legendText(voices: readonly VoiceSeen[]): string {
  return countsText(voices, 'shapes');
}

/** Shapes are for the eye only. */
function countsText(voices: readonly VoiceSeen[], shapes: 'shapes' | ''): string {
  return VOICES.map((voice) => `${shapes ? `${SHAPES[voice].quoted} ` : ''}${voiceName(voice)} ×${voices.filter((one) => one.voice === voice).length}`).join(' · ');
}

function voiceText({ voice, speaker, how }: VoiceSeen): string {
  const who = speaker === '' ? voiceName(voice) : l10n.t('{0} ({1})', speaker, voiceName(voice));
  return how === 'quoted' ? l10n.t('{0}, in their own words', who) : l10n.t('{0}, in the writer’s words', who);
}

function voiceName(voice: VoiceName): string {
  switch (voice) {
    case 'child': return l10n.t('child');
    case 'family': return l10n.t('family');
    case 'professional': return l10n.t('professional');
    case 'other': return l10n.t('somebody else');
  }
}

function rangeOf({ range: { start, end } }: VoiceSeen): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function goTo(editor: TextEditor, seen: VoiceSeen): void {
  void window.showTextDocument(editor.document, { ...(editor.viewColumn ? { viewColumn: editor.viewColumn } : {}), selection: rangeOf(seen) });
}

/** A passage typed key by key, as a writer does, with a word taken back and a sentence gone back to. */
import assert from 'node:assert/strict';
import { commands, languages, Selection, window, workspace, type Position } from 'vscode';
import { closeAll, figure, findings, seen, show } from './editor.js';

/** Each with words that are raised once it is finished; `<` takes a letter back. */
const SENTENCES: readonly (readonly [typed: string, raised: readonly string[]])[] = [
  ['Dad failed to engage with the course and was hostile to me.', ['failed to engage', 'hostile']],
  [' Mum was told to attend, and said "I was at worrk<<<k that day".', ['was told to']],
  [' There was a further domestic incident on Friday!', ['domestic incident']],
  [' Nan is hard to reach, e.g. on Mondays, and Mum is non-compliant?', ['hard to reach', 'non-compliant']],
];

describe('typing', () => {
  afterEach(closeAll);

  it('is never met with a finding in the sentence that is not finished; all are there after its stop', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: '# Visit\n\nLeo made tea.\n\n' }));
    const editor = window.activeTextEditor!;
    editor.selection = at(record.positionAt(record.getText().length));
    let began: Position | null = null;
    const overlapping: string[] = [];
    const watch = languages.onDidChangeDiagnostics(() => {
      const from = began;
      if (from) for (const { range } of findings(record)) if (range.end.isAfter(from)) overlapping.push(record.getText(range));
    });
    const waits: number[] = [];
    for (const [typed, raised] of SENTENCES) {
      began = editor.selection.active;
      for (const key of typed.slice(0, -1)) await commands.executeCommand(key === '<' ? 'deleteLeft' : 'type', { text: key });
      // Until the server has answered for what was typed last: what it would raise too early is there now.
      await commands.executeCommand('vscode.executeDocumentSymbolProvider', record.uri);
      assert.deepEqual(overlapping, []);
      began = null;
      const stopped = performance.now();
      await commands.executeCommand('type', { text: typed.at(-1) });
      for (const words of raised) await seen(record, words);
      waits.push(performance.now() - stopped);
    }
    watch.dispose();
    figure('from a full stop until the findings of its sentence are there, at most', Math.max(...waits));
  });
});

function at(position: Position): Selection {
  return new Selection(position, position);
}

/** A server that is killed while somebody types: nothing typed is lost, and it comes back by itself. Its process is found as Linux lists them. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commands, Range, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { closeAll, gone, seen, show, until } from '../stories/editor.js';
import { ENGAGEMENT } from '../stories/expected.js';

/** A name that stands in no rule and no other record, looked for afterwards in whatever the run left behind. */
const CANARY = Buffer.from(process.env['ALONGSIDE_CANARY'] ?? '', 'base64').toString() || 'Wren Ashdown';

if (existsSync('/proc/self/cmdline')) {
  describe('the language server, killed', () => {
    afterEach(closeAll);

    it('loses nothing that is typed, and reads on by itself', async () => {
      const record = await show(await workspace.openTextDocument({ language: 'markdown', content: `${CANARY} came. Dad ${ENGAGEMENT.words}.\n` }));
      await seen(record, ENGAGEMENT.words);
      const [killed] = servers();
      assert.ok(killed, 'there is a server to kill');
      for (const [nth, letter] of [...'On Monday '].entries()) {
        if (nth === 4) process.kill(killed, 'SIGKILL');
        await type(letter);
      }
      assert.equal(record.getText(), `On Monday ${CANARY} came. Dad ${ENGAGEMENT.words}.\n`);
      await until('another server', () => (servers().some((pid) => pid !== killed) ? true : undefined));
      await type('Then ');
      assert.equal(record.getText(), `On Monday Then ${CANARY} came. Dad ${ENGAGEMENT.words}.\n`);
      await seen(record, ENGAGEMENT.words);
      await replaced(record, ENGAGEMENT.words, 'came');
      await gone(record, ENGAGEMENT.words);
    });
  });
}

async function type(text: string): Promise<void> {
  await commands.executeCommand('type', { text });
}

async function replaced(record: TextDocument, words: string, by: string): Promise<void> {
  const at = record.getText().indexOf(words);
  const edit = new WorkspaceEdit();
  edit.replace(record.uri, new Range(record.positionAt(at), record.positionAt(at + words.length)), by);
  assert.ok(await workspace.applyEdit(edit));
}

/** Processes that run our server for this extension host. */
function servers(): readonly number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return parentOf(pid) === process.pid && /alongside[^\0]*\/dist\/server\.js\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false; // it has just ended
    }
  });
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/**
 * One story told with the keyboard alone, through the real workbench: open, go to the next finding, read it, fix it,
 * undo, read a question, leave one with a reason. It looks at what is on the page, as a reader of the screen would.
 *
 *   node test/e2e/keyboard.mjs     tells it, and writes docs/keyboard.png
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listenForComplaints } from './complaints.mjs';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';
import { withWorkbench } from './workbench.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
export const KEYBOARD_STORY = 'by keyboard alone a finding is found, read, fixed and undone, and another left with a reason';

/** Rejects where the story does not go as it should. `picture` is a file to write, or undefined. */
export async function tellKeyboardStory({ installation, vsix, logs, picture }) {
  const complaints = listenForComplaints(`${logs}/complaints.jsonl`);
  await withWorkbench({
    installation, vsix, logs, ...complaints.options,
    workspace: path('test/e2e/keyboard'),
    settings: { 'alongside.show': 'all', 'editor.minimap.enabled': false, 'workbench.colorTheme': 'Default Light Modern', 'window.commandCenter': false, 'editor.fontSize': 15, 'editor.wordWrap': 'on' },
  }, async ({ page, folder, address }) => {
    complaints.hear(page);
    const press = (key) => page.keyboard.press(key);
    const text = () => page.evaluate(() => [...document.querySelectorAll('.monaco-editor .view-line')].map((line) => line.textContent.replaceAll('\u00a0', ' ')).join('\n'));
    const status = page.locator('.statusbar-item', { hasText: 'to look at' });
    const widget = page.locator('.marker-widget');

    await page.goto(address((uri) => [['openFile', uri(`${folder}/visit.md`)]]));
    await status.waitFor();
    // The first words to somebody new; Escape closes them like any other message.
    const welcome = page.locator('.notification-toast', { hasText: 'cannot judge whether a child is safe' });
    await welcome.waitFor();
    assert.match(await welcome.innerText(), /One good thing about this record: Amara’s own words are in it \(line 8\)/);
    await press('Control+k');
    await press('Control+Shift+n'); // VS Code's own key that hides messages, where it has one
    await page.keyboard.press('Escape');
    await press('Control+1'); // into the text

    const goTo = async (words) => {
      for (let turn = 0; turn < 8; turn++) {
        await press('F8');
        await widget.waitFor();
        if ((await widget.innerText()).replaceAll('\u00a0', ' ').includes(words)) return;
      }
      assert.fail(`F8 does not lead to “${words}”`);
    };
    /** The menu opens on what is likeliest; arrows go on. */
    const choose = async (wanted) => {
      const rows = page.locator('.action-widget .monaco-list-row.action');
      for (let turn = 0; turn < 20 && (await rows.count()) === 0; turn++) {
        await press('Control+.');
        await rows.first().waitFor({ timeout: 1500 }).catch(() => undefined);
      }
      for (let turn = 0; turn < 12; turn++) {
        const focused = await page.locator('.action-widget .monaco-list-row.action.focused').innerText();
        if (wanted.test(focused)) return press('Enter');
        await press('ArrowDown');
      }
      return assert.fail(`there is no ${wanted} in the menu`);
    };

    await goTo('prior to');
    await press('Escape');
    await choose(/^Replace with “before”/);
    await page.waitForFunction(() => document.querySelector('.monaco-editor .view-lines').textContent.replaceAll('\u00a0', ' ').includes('came before lunch'));
    await press('Control+z');
    await page.waitForFunction(() => document.querySelector('.monaco-editor .view-lines').textContent.replaceAll('\u00a0', ' ').includes('came prior to lunch'));

    await goTo('domestic incident');
    await press('Escape');
    await choose(/^Ask: Who did what to whom/);
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /You wrote: “domestic incident”/);
    await press('Escape');

    await goTo('failed to engage');
    if (picture) await page.screenshot({ path: picture, animations: 'disabled' });
    await press('Escape');
    await choose(/^Leave this as it is/);
    await page.locator('.quick-input-widget', { hasText: 'Leave this as it is' }).waitFor();
    await page.keyboard.type('Agreed with Dad, 4 March');
    await press('Enter');
    await page.locator('.quick-input-widget', { hasText: 'For how long?' }).waitFor();
    await press('Enter');
    await page.locator('.notification-toast', { hasText: 'Left as it is' }).waitFor();
    assert.match(readFileSync(`${folder}/.alongside/set-aside.yml`, 'utf8'), /Agreed with Dad, 4 March/);
    assert.match(await text(), /Dad failed to engage with the course\./);
    assert.ok(existsSync(`${folder}/visit.md`) && !readFileSync(`${folder}/visit.md`, 'utf8').includes('Agreed'), 'the reason stays out of the record');
  });
  assert.deepEqual(complaints.all(), []);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await tellKeyboardStory({ installation: installVsCode('4.100.3'), vsix: packed(), logs: path('.test/e2e/keyboard'), picture: path('docs/keyboard.png') });
  console.log(KEYBOARD_STORY);
}

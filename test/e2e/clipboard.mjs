/**
 * From the case system and back, through the real workbench and the browser's own clipboard, by keyboard alone: what
 * was copied becomes a record, rich text keeps its structure where it is pasted, a clean copy is rich and plain.
 *
 *   node test/e2e/clipboard.mjs [folder for pictures]
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listenForComplaints } from './complaints.mjs';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';
import { withWorkbench } from './workbench.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
export const CLIPBOARD_STORY = 'by keyboard alone what was copied elsewhere becomes a record, and goes back with nothing of ours in it';

const COPIED = '<h2>Worries</h2><p>Dad <b>failed to engage</b>.</p><ul><li>one<ul><li>two</li></ul></li></ul><table><tr><th>Who</th><th>What</th></tr><tr><td>Kofi</td><td>rings</td></tr></table>';
const RECORD = ['## Worries', '', 'Dad failed to engage.', '', '- one', '  - two', '', '| Who | What |', '| --- | --- |', '| Kofi | rings |'];

/**
 * Rejects where the story does not go as it should. `pictures` is a folder to write to, or undefined; `leave` says
 * whether the browser lets pages use the clipboard unasked: 'given' or 'to be asked for'.
 */
export async function tellClipboardStory({ installation, vsix, logs, pictures, leave = 'given' }) {
  const complaints = listenForComplaints(`${logs}/complaints.jsonl`);
  await withWorkbench({
    installation, vsix, logs, ...complaints.options,
    workspace: path('test/e2e/keyboard'),
    settings: { 'alongside.show': 'all', 'editor.minimap.enabled': false, 'workbench.colorTheme': 'Default Light Modern', 'window.commandCenter': false, 'editor.fontSize': 15, 'editor.wordWrap': 'on' },
  }, async ({ page, folder, address }) => {
    complaints.hear(page);
    if (leave === 'given') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const picture = async (name) => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' }); };
    const lines = () => page.evaluate(() => [...document.querySelectorAll('.editor-instance .view-line')].sort((a, b) => a.offsetTop - b.offsetTop).map((line) => line.textContent.replaceAll('\u00a0', ' ')));
    const showsLines = (wanted) => page.waitForFunction((expected) => {
      const found = [...document.querySelectorAll('.editor-instance .view-line')].sort((a, b) => a.offsetTop - b.offsetTop).map((line) => line.textContent.replaceAll('\u00a0', ' '));
      return expected.every((line, at) => found[at] === line);
    }, wanted).catch(async () => assert.deepEqual((await lines()).slice(0, wanted.length), wanted));
    const choose = async (command) => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget').waitFor();
      await page.keyboard.type(command);
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: command }).first().waitFor();
      await page.keyboard.press('Enter');
    };

    await page.goto(address((uri) => [['openFile', uri(`${folder}/visit.md`)]]));
    await page.locator('.statusbar-item', { hasText: 'to look at' }).waitFor();
    await page.evaluate((html) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob(['Worries\nDad failed to engage.'], { type: 'text/plain' }) })]), COPIED);

    await choose('Alongside: Check what I copied');
    await page.locator('.notification-toast', { hasText: 'what you copied comes into this empty record' }).waitFor();
    await picture('copied-asked');
    await page.keyboard.press('Control+v');
    await showsLines(RECORD);
    await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
    await picture('copied');

    // A blank and a word to ourselves, and then the clean copy of it all.
    await page.keyboard.press('Control+End');
    await page.keyboard.type('<!-- to ask: Nan -->\n\n[name] comes.');
    await choose('Alongside: Copy clean');
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'One blank has not been filled in yet.' });
    await dialog.waitFor();
    await picture('blanks');
    await page.keyboard.press('Enter');
    // A browser that has been given leave copies at once; another waits for a press of the page's own button.
    if (leave === 'to be asked for') {
      const button = page.frameLocator('iframe.webview').frameLocator('iframe').locator('button');
      await button.waitFor();
      await button.evaluate((one) => new Promise((resolve) => { if (one.matches(':focus')) resolve(); else one.addEventListener('focus', resolve, { once: true }); }));
      await picture('copying');
      await page.keyboard.press('Enter');
    }
    await page.locator('.notification-toast', { hasText: 'Copied, with headings' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.editor-instance'));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await picture('clean');
    const { html, plain } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type) => (await item.getType(type)).text();
      return { html: await read('text/html'), plain: await read('text/plain') };
    });
    assert.match(html, /<h2[^>]*>Worries<\/h2>[^]*<li[^>]*>one<ul[^>]*><li[^>]*>two<\/li><\/ul><\/li>[^]*<th[^>]*>Who<\/th>[^]*\[name\] comes\./);
    assert.equal(plain.replaceAll('\r\n', '\n'), 'Worries\n\nDad failed to engage.\n\n- one\n  - two\n\nWho: Kofi\nWhat: rings\n\n[name] comes.');
    assert.doesNotMatch(`${html}${plain}`, /to ask: Nan|alongside/i);

    // Into a record that has words already.
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Before: ');
    await page.keyboard.press('Control+v');
    await showsLines(['Before: ## Worries', ...RECORD.slice(1)]);
  });
  assert.deepEqual(complaints.all(), []);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2]) mkdirSync(process.argv[2], { recursive: true });
  await tellClipboardStory({ installation: installVsCode(process.env.ALONGSIDE_VSCODE ?? '4.100.3'), vsix: packed(), logs: path('.test/e2e/clipboard'), pictures: process.argv[2], leave: process.argv[3] });
  console.log(CLIPBOARD_STORY);
}

/**
 * From the case system and back, through the real workbench and the browser's own clipboard, by keyboard alone: what
 * was copied becomes a record, rich text keeps its structure where it is pasted, a clean copy is rich and plain.
 *
 *   node test/e2e/clipboard.mjs [folder for pictures]
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byKeyboard } from './by-keyboard.mjs';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
export const CLIPBOARD_STORY = 'by keyboard alone what was copied elsewhere becomes a record, and goes back with nothing of ours in it, whether the browser gives leave at once, at the press of a button, or not';

const COPIED = '<h2>Worries</h2><p>Dad <b>failed to engage</b>.</p><ul><li>one<ul><li>two</li></ul></li></ul><table><tr><th>Who</th><th>What</th></tr><tr><td>Kofi</td><td>rings</td></tr></table>';
const RECORD = ['## Worries', '', 'Dad failed to engage.', '', '- one', '  - two', '', '| Who | What |', '| --- | --- |', '| Kofi | rings |'];

/** What the page's own button can be pressed for: the browser gives leave to whoever presses it, or to nobody. */
const LEAVES = ['at once', 'at a press', 'never'];

/** Rejects where the story does not go as it should. `pictures` is a folder to write to, or undefined. */
export async function tellClipboardStory({ installation, vsix, logs, host, pictures }) {
  await byKeyboard({ installation, vsix, logs, host }, async ({ page, hands }) => {
    const picture = async (name) => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' }); };
    const browser = await leaveOf(page);

    await browser.give();
    await page.evaluate((html) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob(['Worries\nDad failed to engage.'], { type: 'text/plain' }) })]), COPIED);
    await hands.command('Alongside: Check what I copied');
    await page.locator('.notification-toast', { hasText: 'what you copied comes into this empty record' }).waitFor();
    await hands.inText();
    await picture('copied-asked');
    await hands.press('Control+v');
    await hands.reads(...RECORD);
    await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
    await picture('copied');

    // A blank and a word to ourselves, and then the clean copy of it all.
    await hands.press('Control+End');
    await page.keyboard.type('<!-- to ask: Nan -->\n\n[name] comes.');
    for (const leave of LEAVES) {
      await page.evaluate(() => navigator.clipboard.writeText('something else'));
      if (leave !== 'at once') await browser.refuse();
      await hands.command('Alongside: Copy clean');
      await hands.dialog('One blank has not been filled in yet.');
      await picture('blanks');
      await hands.press('Enter');
      if (leave !== 'at once') {
        const button = page.frameLocator('iframe.webview').frameLocator('iframe').locator('button');
        await button.waitFor();
        await button.evaluate(async (one) => {
          while (!document.hasFocus() || document.activeElement !== one) await new Promise(requestAnimationFrame);
        });
        await picture('copying');
        if (leave === 'at a press') await browser.ask();
        await hands.press('Enter');
      }
      const told = page.locator('.notification-toast', { hasText: 'Copied, with headings' });
      await told.waitFor();
      await hands.inText();
      await picture('clean');
      await browser.give();
      await standsClean(page);
      await hands.command('Notifications: Clear All Notifications');
      await told.waitFor({ state: 'hidden' });
    }

    // Into a record that has words already.
    await hands.press('Control+1');
    await hands.inText();
    await hands.press('Control+a');
    await page.keyboard.type('Before: ');
    await hands.press('Control+v');
    await hands.reads('Before: ## Worries', ...RECORD.slice(1));
  });
}

/** What the browser lets pages do with the clipboard; `ask` is its own way before anybody has said anything. */
async function leaveOf(page) {
  const context = page.context();
  const devtools = await context.newCDPSession(page);
  const { targetInfo: { browserContextId } } = await devtools.send('Target.getTargetInfo');
  return {
    give: () => context.grantPermissions(['clipboard-read', 'clipboard-write']),
    ask: () => context.clearPermissions(),
    async refuse() {
      // Not yet given would not do: a key pressed in the dialog is leave enough for a page that is there within seconds.
      await context.clearPermissions();
      for (const name of ['clipboard-write', 'clipboard-read']) await devtools.send('Browser.setPermission', { browserContextId, permission: { name }, setting: 'denied' });
    },
  };
}

async function standsClean(page) {
  const { html, plain } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return { html: await read('text/html'), plain: await read('text/plain') };
  });
  assert.match(html, /<h2[^>]*>Worries<\/h2>[^]*<li[^>]*>one<ul[^>]*><li[^>]*>two<\/li><\/ul><\/li>[^]*<th[^>]*>Who<\/th>[^]*\[name\] comes\./);
  assert.equal(plain.replaceAll('\r\n', '\n'), 'Worries\n\nDad failed to engage.\n\n- one\n  - two\n\nWho: Kofi\nWhat: rings\n\n[name] comes.');
  assert.doesNotMatch(`${html}${plain}`, /to ask: Nan|alongside/i);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2]) mkdirSync(process.argv[2], { recursive: true });
  await tellClipboardStory({ installation: installVsCode(process.env.ALONGSIDE_VSCODE ?? '4.100.3'), vsix: packed(), logs: path('.test/e2e/clipboard'), host: 'node', pictures: process.argv[2] });
  console.log(CLIPBOARD_STORY);
}

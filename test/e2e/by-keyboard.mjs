/**
 * A record open in the real workbench, and hands that only press keys. Each key waits for what it is meant for to have
 * the focus, as a person's would. It does not know what stories are told with them.
 */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { listenForComplaints } from './complaints.mjs';
import { withWorkbench } from './workbench.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const SETTINGS = { 'alongside.show': 'all', 'editor.minimap.enabled': false, 'editor.occurrencesHighlight': 'off', 'workbench.colorTheme': 'Default Light Modern', 'window.commandCenter': false, 'editor.fontSize': 15, 'editor.wordWrap': 'on' };
const QUICK_INPUT = '.quick-input-widget:visible';
const FOCUSED_ACTION = '.action-widget .monaco-list-row.action.focused';

/**
 * Opens `keyboard/visit.md` and rejects where `tell` does, or where anything of ours complained.
 *
 * @param {{ installation: object, vsix: string, logs: string, host: 'node' | 'web' }} options
 * @param {(open: { page: import('playwright-core').Page, folder: string, hands: ReturnType<typeof handsOn> }) => Promise<void>} tell
 */
export async function byKeyboard({ installation, vsix, logs, host }, tell) {
  const complaints = listenForComplaints(host === 'web' ? null : `${logs}/complaints.jsonl`);
  await withWorkbench({
    installation, vsix, logs, ...complaints.options, workspace: path('test/e2e/keyboard'), settings: SETTINGS, ...(host === 'web' ? { web: {} } : {}),
  }, async ({ page, folder, address }) => {
    complaints.hear(page);
    await page.goto(address((uri) => [['openFile', uri(`${folder}/visit.md`)]]));
    await page.locator('.statusbar-item', { hasText: 'to look at' }).waitFor();
    try {
      await tell({ page, folder, hands: handsOn(page) });
    } catch (error) {
      await page.screenshot({ path: `${logs}/failure.png` });
      throw error;
    }
  });
  assert.deepEqual(complaints.all(), []);
}

/** @param {import('playwright-core').Page} page */
function handsOn(page) {
  const press = (key) => page.keyboard.press(key);
  const focused = (selector) => page.locator(selector).and(page.locator(':focus')).first().waitFor();

  return {
    press,
    /** What stands in the editor, line by line. */
    lines: () => page.evaluate(linesInView),
    /** Waits until the record begins with these lines. */
    async reads(...wanted) {
      await page.waitForFunction(`(${linesInView})().slice(0, ${wanted.length}).join('\\n') === ${JSON.stringify(wanted.join('\n'))}`)
        .catch(async () => assert.deepEqual((await page.evaluate(linesInView)).slice(0, wanted.length), wanted));
    },
    /** Waits until these words stand in it somewhere, wrapped or not. */
    shows: (words) => page.waitForFunction(`(${linesInView})().join(' ').replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`),
    /** Waits until so many places are underlined: VS Code goes from one to the next among those that it has. */
    underlines: (count) => page.waitForFunction((wanted) => document.querySelectorAll('.squiggly-info, .squiggly-warning').length === wanted, count),
    /** Waits until keys go into a record's text. */
    inText: () => page.waitForFunction(() => document.activeElement?.closest('.editor-instance .monaco-editor')),
    /** Through the list of all commands. */
    async command(title) {
      await press('F1');
      await focused(`${QUICK_INPUT} input`);
      await page.keyboard.type(title);
      await page.locator(`${QUICK_INPUT} .monaco-list-row.focused`, { hasText: title }).waitFor();
      await press('Enter');
    },
    /** What is asked at the top of the window: an answer in words, or the first that is offered. */
    async answer(question, words) {
      await page.locator(QUICK_INPUT, { hasText: question }).waitFor();
      await focused(`${QUICK_INPUT} input`);
      if (words === undefined) await page.locator(`${QUICK_INPUT} .monaco-list-row.focused`).waitFor();
      else await page.keyboard.type(words);
      await press('Enter');
    },
    /** A dialog that has the focus; resolves with its words. */
    async dialog(words) {
      const dialog = page.locator('.monaco-dialog-box', { hasText: words });
      await dialog.locator('.monaco-button:focus').waitFor();
      return (await dialog.innerText()).replaceAll('\u00a0', ' ');
    },
    /** From finding to finding until one has these words; leaves the cursor on it. */
    async goTo(words) {
      const widget = page.locator('.marker-widget:visible');
      const shown = async () => ((await widget.count()) > 0 ? (await widget.innerText()).replaceAll('\u00a0', ' ') : '');
      const seen = [];
      for (let before = await shown(); !before.includes(words); before = seen.at(-1)) {
        assert.ok(seen.length < 8, `F8 does not lead to “${words}”, but to ${seen.join(' · ')}`);
        await press('F8');
        await page.waitForFunction((old) => {
          const now = document.querySelector('.marker-widget')?.innerText.replaceAll('\u00a0', ' ').trim();
          return now && now !== old.trim();
        }, before);
        seen.push(await shown());
      }
    },
    /** From the menu of what can be done here, which opens on what is likeliest; arrows go on. */
    async act(wanted) {
      const rows = page.locator('.action-widget .monaco-list-row.action');
      for (let turn = 0; turn < 4 && (await rows.count()) === 0; turn++) {
        await press('Control+.'); // it stays away where another extension has just come; asked for twice, it comes twice
        await rows.first().waitFor({ timeout: 10_000 }).catch(() => undefined);
      }
      await page.waitForFunction(() => document.activeElement?.closest('.action-widget'));
      for (let turn = 0; turn < 12; turn++) {
        const row = page.locator(FOCUSED_ACTION);
        if (wanted.test(await row.innerText())) {
          await press('Enter');
          return rows.first().waitFor({ state: 'hidden' });
        }
        const before = await row.getAttribute('data-index');
        await press('ArrowDown');
        await page.waitForFunction(([selector, old]) => document.querySelector(selector)?.getAttribute('data-index') !== old, [FOCUSED_ACTION, before]);
      }
      return assert.fail(`there is no ${wanted} in the menu`);
    },
  };
}

/** Runs in the page, so it uses nothing that stands here. */
function linesInView() {
  return [...document.querySelectorAll('.editor-instance .view-line')]
    .sort((one, other) => one.offsetTop - other.offsetTop)
    .map((line) => line.textContent.replaceAll('\u00a0', ' '));
}

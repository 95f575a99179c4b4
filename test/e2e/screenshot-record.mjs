/**
 * Takes the README's picture of a record seen whole: lines over headings, the panel, and marks that say whose words are
 * whose. It asserts only that there is something to see.
 *
 *   node test/e2e/screenshot-record.mjs     writes docs/record.png
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';
import { PICTURED } from './pictured.mjs';
import { withWorkbench } from './workbench.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const picture = path('docs/record.png');

await withWorkbench({
  installation: installVsCode('4.100.3'),
  vsix: packed(),
  workspace: path('examples'),
  logs: path('.test/e2e/screenshot-record'),
  settings: {
    ...PICTURED,
    'editor.fontSize': 14,
    'editor.wrappingStrategy': 'advanced',
  },
}, async ({ page, folder, address }) => {
  await page.goto(address((uri) => [['gotoLineMode', 'true'], ['openFile', uri(`${folder}/plan-again.md:14`)]]));
  await page.locator('.statusbar-item', { hasText: 'nothing to raise' }).waitFor();
  const run = async (name) => {
    await page.keyboard.press('F1');
    await page.keyboard.type(name);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  await run('Alongside: Show the panel');
  const opened = async (name) => {
    const row = page.getByRole('treeitem', { name });
    await row.first().waitFor();
    await row.first().click();
  };
  await opened(/^Actions/);
  await opened(/^Joel Whitlock/);
  await run('Alongside: Whose words: show or hide the marks');
  await page.locator('.statusbar-item', { hasText: '◆' }).waitFor();
  await page.locator('.codelens-decoration').first().waitFor();
  await page.mouse.move(900, 500);
  await page.screenshot({ path: picture, animations: 'disabled' });
});
console.log(`${picture}: ${Math.ceil(statSync(picture).size / 1024)} KB`);

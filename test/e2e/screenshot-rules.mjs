/**
 * Takes the picture of the rules file: the examples' own, with a rule being changed, in the real VS Code. It asserts
 * only that there is something to see.
 *
 *   node test/e2e/screenshot-rules.mjs     writes docs/rules-file.png
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';
import { PICTURED } from './pictured.mjs';
import { withWorkbench } from './workbench.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const picture = path('docs/rules-file.png');

await withWorkbench({
  installation: installVsCode('4.100.3'),
  vsix: packed(),
  workspace: path('examples'),
  logs: path('.test/e2e/screenshot-rules'),
  settings: {
    ...PICTURED,
    'editor.codeLensFontSize': 13,
    'editor.fontFamily': 'DejaVu Sans Mono',
    'editor.fontSize': 14,
    'editor.lineHeight': 21,
    'editor.occurrencesHighlight': 'off',
    'editor.folding': false,
    'files.autoSave': 'off',
    'workbench.sideBar.location': 'right',
  },
}, async ({ page, folder, address }) => {
  await page.goto(address((uri) => [['gotoLineMode', 'true'], ['openFile', uri(`${folder}/alongside.yml:22:11`)]]));
  await page.locator('.codelens-decoration', { hasText: 'raises' }).first().waitFor();
  await page.keyboard.press('Control+b'); // the side bar has nothing to say here
  // One phrase more, before it is saved.
  await page.keyboard.type('unannounced (stat|statutory)? visit\n', { delay: 5 });
  await page.locator('.codelens-decoration', { hasText: 'before this edit' }).first().waitFor();
  await page.keyboard.press('F1');
  await page.keyboard.type('Show what this edit', { delay: 5 });
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Show what this edit' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: 'Raised now' }).first().waitFor();
  await page.locator('.codelens-decoration', { hasText: 'before this edit' }).first().waitFor();
  await page.screenshot({ path: picture, animations: 'disabled' });
});
console.log(`${picture}: ${Math.ceil(statSync(picture).size / 1024)} KB`);

/**
 * Takes the picture in the README: an example record in the real VS Code, with what Alongside underlines, one hover
 * and the Problems view. It asserts only that there is something to see.
 *
 *   node test/e2e/screenshot.mjs     writes docs/screenshot.png
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';
import { PICTURED } from './pictured.mjs';
import { withWorkbench } from './workbench.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const RECORD = 'case-note.md';
const LINE = 21;
const HOVER_ON = 'domestic';
const picture = path('docs/screenshot.png');

await withWorkbench({
  installation: installVsCode('4.100.3'),
  vsix: packed(),
  workspace: path('examples'),
  logs: path('.test/e2e/screenshot'),
  settings: {
    ...PICTURED,
    'editor.fontSize': 15,
    'editor.hover.above': false,
    'editor.hover.delay': 100,
    'editor.lineHeight': 24,
    'editor.occurrencesHighlight': 'off',
    'editor.wrappingStrategy': 'advanced',
    'workbench.sideBar.location': 'right',
  },
}, async ({ page, folder, address }) => {
  await page.goto(address((uri) => [['gotoLineMode', 'true'], ['openFile', uri(`${folder}/${RECORD}:${LINE}`)]]));
  await page.locator('.statusbar-item', { hasText: 'to look at' }).waitFor();
  // The first words to a new user have a picture of their own.
  const welcome = page.locator('.notification-toast').first();
  await welcome.waitFor();
  await welcome.hover();
  await welcome.locator('.codicon-notifications-clear').click();
  await page.keyboard.press('Control+b'); // the side bar has nothing to say here
  await page.keyboard.press('Control+Shift+m');
  await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
  const place = await page.evaluate(placeOf, HOVER_ON);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  await page.locator('.monaco-hover:visible .hover-contents').first().waitFor();
  await page.screenshot({ path: picture, animations: 'disabled' }); // nothing half faded in
});
console.log(`${picture}: ${Math.ceil(statSync(picture).size / 1024)} KB`);

/** Where on the page the middle of `words` stands in the editor. Runs in the page. */
function placeOf(words) {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (text.nextNode()) {
      const start = text.currentNode.data.replaceAll('\u00a0', ' ').indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(text.currentNode, start);
      range.setEnd(text.currentNode, start + words.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  throw new Error(`"${words}" is not in view`);
}

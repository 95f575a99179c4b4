/**
 * One story told with the keyboard alone, through the real workbench: open, go to the next finding, read it, fix it,
 * undo, read a question, leave one with a reason. It looks at what is on the page, as a reader of the screen would.
 *
 *   node test/e2e/keyboard.mjs     tells it, and writes docs/keyboard.png
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byKeyboard } from './by-keyboard.mjs';
import { installVsCode } from './install-vscode.mjs';
import { packed } from './pack.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
export const KEYBOARD_STORY = 'by keyboard alone a finding is found, read, fixed and undone, and another left with a reason';

/** Rejects where the story does not go as it should. `picture` is a file to write, or undefined. */
export async function tellKeyboardStory({ installation, vsix, logs, host, picture }) {
  await byKeyboard({ installation, vsix, logs, host }, async ({ page, folder, hands }) => {
    // The first words to somebody new.
    const welcome = page.locator('.notification-toast', { hasText: 'cannot judge whether a child is safe' });
    await welcome.waitFor();
    assert.match(await welcome.innerText(), /One good thing about this record: Amara’s own words are in it \(line 8\)/);
    await hands.command('Notifications: Clear All Notifications');
    await welcome.waitFor({ state: 'hidden' });
    await hands.press('Control+1'); // into the text
    await hands.inText();
    await hands.underlines(3);

    await hands.goTo('prior to');
    await hands.press('Escape');
    await hands.act(/^Replace with “before”/);
    await hands.shows('came before lunch');
    await hands.inText();
    await hands.underlines(2);
    await hands.press('Control+z');
    await hands.shows('came prior to lunch');
    await hands.press('Control+Home'); // its sentence counts as being written until it is left
    await hands.underlines(3);

    await hands.goTo('domestic incident');
    await hands.press('Escape');
    await hands.act(/^Ask: Who did what to whom/);
    assert.match(await hands.dialog('Who did what to whom'), /You wrote: “domestic incident”/);
    await hands.press('Escape');
    await hands.inText();

    await hands.goTo('failed to engage');
    if (picture) await page.screenshot({ path: picture, animations: 'disabled' });
    await hands.press('Escape');
    await hands.act(/^Leave this as it is/);
    await hands.answer('Leave this as it is', 'Agreed with Dad, 4 March');
    await hands.answer('For how long?');
    await page.locator('.notification-toast', { hasText: 'Left as it is' }).waitFor();
    assert.match(readFileSync(`${folder}/.alongside/set-aside.yml`, 'utf8'), /Agreed with Dad, 4 March/);
    assert.ok((await hands.lines()).includes('Dad failed to engage with the course.'));
    assert.doesNotMatch(readFileSync(`${folder}/visit.md`, 'utf8'), /Agreed/, 'the reason stays out of the record');
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await tellKeyboardStory({ installation: installVsCode('4.100.3'), vsix: packed(), logs: path('.test/e2e/keyboard'), host: 'node', picture: path('docs/keyboard.png') });
  console.log(KEYBOARD_STORY);
}

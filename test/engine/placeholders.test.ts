/** Which blanks are seen in a note, and what only looks like one. */
import assert from 'node:assert/strict';
import { parseNote } from '../../server/src/engine/note/note.js';

function found(text: string): readonly string[] {
  return parseNote(text).placeholders.map(({ start, end, form }) => `${form} ${text.slice(start, end)}`);
}

describe('placeholders', () => {
  it('are seen in all four forms, wherever prose may stand', () => {
    assert.deepEqual(found('# Plan for [name]\n\nOn {{date}} <worker name> saw ____.\n\n- [ ] [what]\n\n| [who] |\n|---|\n| {{when}} |\n\n> <name>\n'), [
      'bracket [name]', 'brace {{date}}', 'angle <worker name>', 'line ____', 'bracket [what]', 'bracket [who]', 'brace {{when}}', 'angle <name>',
    ]);
    assert.deepEqual(found("<child's name> and **[date of birth]**"), ["angle <child's name>", 'bracket [date of birth]']);
    assert.deepEqual(found('<name>\n'), ['angle <name>'], 'alone on its line');
    assert.deepEqual(found('<div>\nSeen: [name]\n</div>'), ['bracket [name]']);
    assert.deepEqual(found('[Worker]: Ms Adeyemi wrote'), ['bracket [Worker]']);
  });

  it('are not task boxes, links, images, footnotes, references, tags, addresses or emphasis', () => {
    for (const text of [
      '- [ ] a\n- [x] b', '[a](u)', '[a][b]', '![alt]', '[^note]', '[1]', '[sic]', '[…]', '[I will ask her again in April. YH]', '[She has read this.]', '[We\'ll ring on the 4th. OB]', 'a <b>c</b> <br> <a href="u">d</a>', '<https://a.org>',
      '<ife@a.org>', '___a b___', '\\[name]', '`[name] {{x}} ____`', '<!-- [name] ____ -->', '```\n[name]\n```', '---\na: [name]\n---\n', '[[page]]',
      '[see](u "____ [name]")', '____\n',
    ]) assert.deepEqual(found(text), [], JSON.stringify(text));
  });

  it('are not references that a definition makes links, wherever it stands', () => {
    const text = 'See [The  form] and [name].\n\n[the form]: /u\n';
    assert.deepEqual(found(text), ['bracket [name]']);
    const without = text.replace('[the form]: /u\n', '');
    assert.equal(parseNote(without, parseNote(text)).placeholders.length, 2);
  });
});

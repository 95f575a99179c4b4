/** What is read from the lines between `---` at the top of a note. */
import assert from 'node:assert/strict';
import { parseNote } from '../../server/src/engine/note/note.js';

function values(body: string): Record<string, readonly string[]> {
  const { frontMatter } = parseNote(`---\n${body}\n---\nx`);
  return Object.fromEntries(frontMatter?.values ?? []);
}

describe('front matter', () => {
  it('is flat keys with lists', () => {
    assert.deepEqual(values('type: case-note\nchild: Tyler Dunmore, Ruby Dunmore\nworkers: [Priti Sahota, "Lee, J"]\nTemplate: true'), {
      type: ['case-note'], child: ['Tyler Dunmore', 'Ruby Dunmore'], workers: ['Priti Sahota', 'Lee, J'], template: ['true'],
    });
  });

  it('reads quotes, comments, items and empty values', () => {
    assert.deepEqual(values('a: "b, c" # d\ne: f # g\nh: it#s\n# i: j\nk:\n  - l\n  - "m: n"\no:\np: ""\nq: \'r\''), {
      a: ['b, c'], e: ['f'], h: ['it#s'], k: ['l', 'm: n'], o: [], p: [], q: ['r'],
    });
  });

  it('passes over what it does not know', () => {
    assert.deepEqual(values('a:\n  b: c\nd: |\n  Mum said: no\ne: f'), { a: [], d: [], e: ['f'] });
  });

  it('keeps a colon in a value', () => {
    assert.deepEqual(values('when: 10:30\nlink: https://a.org'), { when: ['10:30'], link: ['https://a.org'] });
  });

  it('ends at --- or ..., with any line ends, and says where', () => {
    for (const text of ['---\na: b\n---\nx', '---\na: b\n...\nx', '\uFEFF---  \na: b\n---\t\nx', '---\r\na: b\r\n---\r\nx', '---\n---\nx', '---\n# a\n---']) {
      const { frontMatter } = parseNote(text);
      assert.match(text.slice(frontMatter?.start, frontMatter?.end), /^---[^]*(?:---|\.\.\.)[ \t]*$/, JSON.stringify(text));
    }
  });

  it('is not there when it is never closed, begins lower down, or holds no key', () => {
    for (const text of ['---\na: b\n\nMum left.', '\n---\na: b\n---\n', ' ---\na: b\n---\n', '----\na: b\n---\n', '---\nMum was told.\n\n---\nDad']) {
      assert.equal(parseNote(text).frontMatter, null, JSON.stringify(text));
    }
    assert.ok(parseNote('---\nMum was told.\n\n---\nDad').prose.includes('Mum was told.'));
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/engine/note/markdown.js';
import { parseNote } from '../../server/src/engine/note/note.js';
import { cleanCopy, type CleanCopy } from '../../server/src/exchange/clean/clean-copy.js';
import { fromHtml } from '../../server/src/exchange/copied.js';

/** Of the whole text, or of what stands between `«` and `»`. */
function clean(marked: string): CleanCopy {
  const [start, end] = [marked.indexOf('«'), marked.indexOf('»')];
  const text = marked.replace(/[«»]/g, '');
  return cleanCopy(parseNote(text), start < 0 ? null : { start, end: end - 1 }, parseMarkdown);
}

const RECORD = `---
type: plan
child: Tolu Adeyemi
---
# Tolu’s plan

<!-- Guidance: say what the family decided. -->

**Date:** 4 May
**Where:** home

Dad *said*, “I’ll ring.” <!-- alongside-disable-line label/engagement reason="court wording" -->

- one
  - two & <three>
1. first
2. second

| Who | What |
| --- | --- |
| Kofi | gate<br>and lock |
| Ama | |

> Tolu: it’s loud.

~~Old.~~ [name] comes &mdash; on ____.
`;

describe('a clean copy', () => {
  it('is rich text with nothing of the tool in it', () => {
    assert.equal(clean(RECORD).html, '<h1>Tolu’s plan</h1><p><strong>Date:</strong> 4 May<br><strong>Where:</strong> home</p><p>Dad <em>said</em>, “I’ll ring.”</p><ul><li>one<ul><li>two &amp; &lt;three&gt;</li></ul></li></ul><ol><li>first</li><li>second</li></ol><table border="1" cellspacing="0" cellpadding="4"><tr><th>Who</th><th>What</th></tr><tr><td>Kofi</td><td>gate<br>and lock</td></tr><tr><td>Ama</td><td></td></tr></table><blockquote><p>Tolu: it’s loud.</p></blockquote><p><s>Old.</s> [name] comes — on ____.</p>');
  });

  it('is plain text that reads well in a field of a case system', () => {
    assert.equal(clean(RECORD).plain, 'Tolu’s plan\n\nDate: 4 May\nWhere: home\n\nDad said, “I’ll ring.”\n\n- one\n  - two & <three>\n\n1. first\n2. second\n\nWho: Kofi\nWhat: gate; and lock\n\nWho: Ama\nWhat:\n\n> Tolu: it’s loud.\n\n(struck out: Old.) [name] comes — on ____.');
  });

  it('tells of blanks that nobody has filled in, and of none in what is left out', () => {
    const text = `---\nchild: "[child's name]"\n---\n${RECORD.slice(RECORD.indexOf('#'))}<!-- [guidance] -->\n`;
    assert.deepEqual(clean(text).blanks.map(({ start, end }) => text.slice(start, end)), ['<three>', '[name]', '____']);
  });

  it('is of what is selected, also where that begins or ends in something left out', () => {
    assert.equal(clean('One. <!-- ali«en --> Two [a b].\n\n# Three» Four').plain, 'Two [a b].\n\nThree');
    assert.deepEqual(clean('[x y] «[a b]» [c d]').blanks, [{ start: 6, end: 11 }]);
    assert.equal(clean('---\nty«pe: plan\n---\nText» more').plain, 'Text');
    assert.equal(clean('a «» b').plain, '');
  });

  it('keeps hostile words as words', () => {
    assert.equal(clean('\\<script>alert(1)\\</script> [x](javascript:a) `<b>`').html, '<p>&lt;script&gt;alert(1)&lt;/script&gt; <a>x</a> &lt;b&gt;</p>');
    assert.doesNotMatch(clean('<div onclick="x()"><script>y()</script>Words</div>\n').html, /script|onclick/);
  });

  it('of any record that ships keeps every word a reader sees, and comes back as it went', () => {
    for (const folder of ['examples', 'client/templates']) {
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.md') && one !== 'README.md')) {
        const note = parseNote(readFileSync(`${folder}/${name}`, 'utf8'));
        const { html, plain } = cleanCopy(note, null, parseMarkdown);
        const words = (text: string): readonly string[] => (text.replace(/\u2060/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).map(String).sort();
        const all = words(note.blocks.map(({ content }) => content.prose).join('\n'));
        const back = words(parseNote(`${fromHtml(html)}\n`).blocks.map(({ content }) => content.prose).join('\n'));
        assert.deepEqual(back, all, name);
        const left = words(plain);
        for (const word of all) assert.ok(left.includes(word), `${name}: ${word}`);
        assert.doesNotMatch(`${html}${plain}`, /alongside-|<!--|^type:/m, name);
      }
    }
  });

  it('can be made of any text', () => {
    const piece = fc.constantFrom('a', '# ', '\n', '\n\n', '- ', '1. ', '|', '| --- |', '<!--', '-->', '<div>', '[a](b)', '[a b]', '`', '```\n', '> ', '~~', '**', '&amp;', '---\n', '    ', '<br>', '[x] ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), fc.nat(40), fc.nat(40), (text, a, b) => {
      const { html, plain } = cleanCopy(parseNote(text), { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) }, parseMarkdown);
      assert.ok(typeof html === 'string' && !/\n{3}/.test(plain));
    }), { numRuns: 300 });
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromHtml as treeOf } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { parseNote } from '../../server/src/engine/note/note.js';
import { fromHtml, fromPlainText } from '../../server/src/exchange/copied.js';

const FOLDER = 'test/exchange/copied';
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -'.html'.length));

/** What a reader of the HTML sees, as another program reads it: a word ends where an element that is no part of a line begins or ends. */
function seenIn(html: string): readonly string[] {
  const walk = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    if (node.type === 'element' && (/^(?:head|script|style|title)$/.test(node.tagName) || /display:\s*none|mso-hide|mso-list:\s*Ignore/i.test(String(node.properties['style'])) || (node.tagName === 'option' && !node.properties['selected']))) return '';
    const inside = node.children.map(walk).join('');
    if (node.type === 'element' && node.tagName === 'input' && node.properties['type'] === 'text') return ` ${String(node.properties['value'])} `;
    return isInline(node) ? inside : ` ${inside} `;
  };
  return wordsOf(walk(treeOf(html)));
}

const isInline = (node: Nodes): boolean => node.type === 'text' || (node.type === 'element' && /^(?:b|i|em|strong|span|a|u|s|del|ins|font|o:p)$/.test(node.tagName) && node.children.every(isInline));

/** What the rules see of the Markdown, and the numbers of its lists. */
function readIn(markdown: string): string {
  const { blocks } = parseNote(`${markdown}\n`);
  return [...blocks.map(({ content }) => content.prose), ...(markdown.match(/\d+(?=[.)](?:\s|$))/gm) ?? [])].join('\n').replace(/\u2060/g, '');
}

/** The first of the words, longest first, that the text does not hold as often. */
function lost(words: readonly string[], text: string): string | undefined {
  let left = text;
  return [...words].sort((a, b) => b.length - a.length).find((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left = `${left.slice(0, at)}|${left.slice(at + word.length)}`;
    return at < 0;
  });
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('what was copied', () => {
  for (const name of NAMES) {
    const html = readFileSync(`${FOLDER}/${name}.html`, 'utf8');
    it(`${name}: keeps its headings, lists and tables`, () => {
      assert.equal(`${fromHtml(html.slice(html.indexOf('<')))}\n`, readFileSync(`${FOLDER}/${name}.md`, 'utf8'));
    });
    it(`${name}: keeps every word`, () => {
      assert.equal(lost(seenIn(html.slice(html.indexOf('<'))), readIn(fromHtml(html.slice(html.indexOf('<'))))), undefined);
    });
  }

  it('loses no word of any HTML, and hides none from the rules', () => {
    const word = fc.constantFrom('Maya', 'said', 'no', '5', '£3', 'naïve', '**', '#', '# ', '&lt;!--', '-->', '---', '```', '~~~', '    ', '\t', '> ', '- ', '1. ', '| ', '[a](b)', '[a]: b', '&amp;', '&lt;div>', '\\', '~', '~~', '_', '=', '\n', '&nbsp;', '$', '!', '[name]', '{{d}}', '____');
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const name = fc.constantFrom('p', 'div', 'ul', 'ol', 'li', 'table', 'pre', 'blockquote', 'br', 'section');
    const inLine = fc.tuple(fc.constantFrom('b', 'i', 'span', 's', 'del', 'a'), text, text).map(([tag, one, two]) => `<${tag}>${one}<b>${two}</b></${tag}>`);
    // A heading holds no other: of what a reader sees then, no two programs think the same.
    const heading = fc.tuple(fc.constantFrom('h1', 'h2', 'h4'), fc.array(fc.oneof(text, inLine), { maxLength: 4 })).map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`);
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof({ weight: 2, arbitrary: text }, { weight: 1, arbitrary: inLine }, { weight: 1, arbitrary: heading }, { weight: 3, arbitrary: fc.tuple(name, fc.array(tie('node'), { maxLength: 4 })).map(([tag, inside]) => (tag === 'br' ? '<br>' : tag === 'table' ? `<table><tr>${inside.map((cell) => `<td>${cell}</td>`).join('')}</tr><tr><th>${inside[0] ?? ''}</th></tr></table>` : `<${tag}>${inside.join('')}</${tag}>`)) }),
    }));
    fc.assert(fc.property(fc.array(node, { maxLength: 5 }).map((nodes) => nodes.join('')), (html) => {
      assert.equal(lost(seenIn(html), readIn(fromHtml(html))), undefined, fromHtml(html));
    }), { numRuns: 400 });
  });

  it('keeps a backslash before what is struck through', () => {
    assert.equal(fromHtml('<p>a \\<del>Maya</del></p>'), 'a \\\\~~Maya~~');
    assert.equal(fromHtml('<p>a <del>Maya\\</del></p>'), 'a ~~Maya\\\\~~');
    assert.equal(fromHtml('<p>a <s>\\</s><del>[b](c)</del></p>'), 'a ~~\\\\\\[b](c)~~');
  });

  it('keeps two blanks that stand side by side', () => {
    assert.equal(fromHtml('<p><s><b>[name]</b></s><s>[name]</s></p>'), '~~[name] [name]~~');
  });

  it('of plain text keeps lines, lists and tables, and joins what was broken to fit a page', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['Date: 4 May\r\nPresent: Mum, Tolu\r\n\r\nTolu had toast.', 'Date: 4 May\n\nPresent: Mum, Tolu\n\nTolu had toast.'],
      ['Plan\n• ring Nan\n\to\ton Sundays\n• 2 visits\n1) first\n2) then', 'Plan\n\n- ring Nan\n  - on Sundays\n- 2 visits\n1. first\n2. then'],
      ['Who\tWhat\nKofi\tgate | lock\nEnd', '| Who | What |\n| --- | --- |\n| Kofi | gate \\| lock |\n\nEnd'],
      ['Mum said that she had been to see the doctor on Monday\nand would go again.\nNext line.', 'Mum said that she had been to see the doctor on Monday and would go again.\n\nNext line.'],
      ['    Tolu *laughed* <b>', 'Tolu \\*laughed\\* \\<b>'],
      ['---\ntype: plan\n---\n# A *plan*\n', '---\ntype: plan\n---\n# A *plan*'],
      ['', ''],
    ];
    for (const [text, markdown] of cases) assert.equal(fromPlainText(text), markdown);
  });

  it('loses no word of plain text', () => {
    const piece = fc.constantFrom('Maya', 'said', '5', '•', 'o', '\t', '\n', '\n\n', ' ', '    ', '- ', '2. ', '> ', '```', '<!--', '---', '|', '*', '[a]: b', 'it is a rather long line of words that goes on', '.');
    fc.assert(fc.property(fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')), (text) => {
      assert.equal(lost(wordsOf(text.replace(/^\s*o\t/gm, '')), readIn(fromPlainText(text))), undefined, fromPlainText(text));
    }), { numRuns: 400 });
  });

  it('is read whole however it is nested, and in good time', () => {
    assert.equal(fromHtml('caf&eacute; &pound;5 &#8211; it&#146;s &#x2019; &hellip; R&D; &apos;a&apos; &nosuch; &#xd800;'), 'café £5 – it’s ’ … R\\&D; \'a\' \\&nosuch; \ufffd');
    assert.equal(fromHtml('so<s>(x) y.</s>and <s>[name]</s>'), 'so ~~(x) y.~~ and ~~[name]~~');
    assert.equal(fromHtml('a<s>-b-</s>c <s>d</s>e'), 'a ~~-b-~~ c ~~d~~e');
    assert.equal(fromHtml('<del><p>One.</p><p>Two.</p></del>'), '~~One.~~\n\n~~Two.~~');
    const deep = `${'<div>'.repeat(3000)}Maya${'<ul><li>'.repeat(300)}Leo`;
    assert.equal(lost(['Maya', 'Leo'], fromHtml(deep)), undefined);
    // A quadratic parser would take minutes for this.
    const deepest = `<p>Nan</p>${'<div><span>'.repeat(200_000)}Maya</span>${'<table><tr><td>'.repeat(1000)}Leo`;
    assert.equal(lost(['Nan', 'Maya', 'Leo'], fromHtml(deepest)), undefined);
    assert.match(fromHtml('<p>unclosed <b>bold <table><tr><td>cell'), /unclosed[^]*bold[^]*cell/);
  });
});

/**
 * Blocks of a style guide → Markdown, or one HTML page that needs nothing else. It knows nothing of rules.
 */
import type { Block, Cell } from './style-guide.js';

export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

/** `title` is of the page; styles are inside it, and nothing is fetched. Contents stand beside the rest where there is room. */
export function toHtml(title: string, blocks: readonly Block[]): string {
  const contents = blocks.filter(({ kind }) => kind === 'contents');
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<a class="skip" href="#words">To the rules</a>
<div class="page">
${contents.map(htmlOf).join('\n')}
<main id="words">
${blocks.filter((block) => !contents.includes(block)).map(htmlOf).join('\n')}
</main>
</div>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #55534d; --page: #fbfaf7; --card: #fff; --line: #ddd9d0; --mark: #ffedb3; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e2; --soft: #b5b1a7; --page: #1b1b1a; --card: #242422; --line: #44423d; --mark: #5f4b10; --link: #9cc7ff; } }
* { box-sizing: border-box; } html { scroll-padding-top: 1rem; }
body { font: 1.05rem/1.6 system-ui, sans-serif; margin: 0; color: var(--ink); background: var(--page); overflow-wrap: break-word; }
a { color: var(--link); } .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; }
.page { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
nav ul { list-style: none; margin: 0; padding: 0; } nav a { display: block; padding: .2rem .6rem; border-radius: .3rem; text-decoration: none; } nav a:hover, nav a:focus { text-decoration: underline; }
main { max-width: 44rem; } h1 { line-height: 1.2; margin: 0 0 .5rem; } h2 { margin: 3rem 0 .2rem; } h2 + p { color: var(--soft); margin-top: 0; }
details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; margin: .6rem 0; padding: 0 1rem; }
summary { cursor: pointer; padding: .7rem 0; } summary h3 { display: inline; font-size: 1.05rem; } summary p { margin: .2rem 0 0; color: var(--soft); }
details[open] summary { border-bottom: 1px solid var(--line); } details > :last-child { margin-bottom: 1rem; }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .2em; } ul { padding-left: 1.3rem; margin: .2rem 0 .8rem; } .label { font-weight: 600; margin: .8rem 0 0; }
.wide { overflow-x: auto; margin: .8rem 0; } table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
@media (min-width: 60rem) { .page { display: grid; grid-template-columns: 15rem 1fr; gap: 2.5rem; } nav { position: sticky; top: 1.5rem; align-self: start; max-height: 95vh; overflow-y: auto; } }
@media print { nav, .skip { display: none; } body { background: none; } details { break-inside: avoid; } details::details-content { content-visibility: visible; block-size: auto; } }
`;

/** For a terminal of so many columns. */
export function toPlain(blocks: readonly Block[], width: number): string {
  const wrapped = (text: string, indent: number): string => text.split(/\s+/).reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1) ?? '';
    return last !== '' && last.length + word.length + 1 + indent <= width ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []).map((line) => ' '.repeat(indent) + line).join('\n');
  const lines = blocks.map((block) => {
    switch (block.kind) {
      case 'heading': case 'text': return wrapped(block.text, 0);
      case 'labelled': return wrapped(`${block.label}: ${block.text}`, 0);
      case 'list': return `${block.label}:\n${block.items.map((item) => wrapped(item.replace(/\s*\n\s*/g, ' / '), 4).replace(/^ {4}/, '  - ')).join('\n')}`;
      case 'contents': return block.items.map(({ text }) => text).join('\n');
      case 'fold': return [wrapped(block.title, 0), wrapped(block.text, 0), toPlain(block.blocks, width).trimEnd()].join('\n\n');
      case 'table': return block.rows.map((row) => row.map(({ text }) => text).join('  ')).join('\n');
    }
  });
  return `${lines.join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading': return `${block.id ? `<a id="${block.id}"></a>\n\n` : ''}${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'text': return plain(block.text);
    case 'labelled': return `**${block.label}:** ${plain(block.text)}`;
    case 'list': return `**${block.label}**\n\n${block.items.map((item) => `- ${marked(item, plain, ['**', '**'])}`).join('\n')}`;
    case 'fold': return [{ kind: 'heading', level: 3, text: block.title, id: block.id } as const, { kind: 'text', text: block.text } as const, ...block.blocks].map(markdownOf).join('\n\n');
    case 'contents': return `**${block.label}**\n\n${block.items.map(({ text, to }) => `- [${plain(text)}](${to})`).join('\n')}`;
    case 'table': {
      const cell = ({ text, to }: Cell): string => (to ? `[${cellText(text)}](${to})` : cellText(text));
      return [`| ${block.head.join(' | ')} |`, `|${block.head.map(() => '---').join('|')}|`, ...block.rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n');
    }
  }
}

function cellText(text: string): string {
  return marked(text, plain, ['**', '**']).replace(/\s+/g, ' ');
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading': return `<h${block.level}${block.id ? ` id="${block.id}"` : ''}>${escaped(block.text)}</h${block.level}>`;
    case 'text': return `<p>${escaped(block.text)}</p>`;
    case 'labelled': return `<p><b>${escaped(block.label)}:</b> ${escaped(block.text)}</p>`;
    case 'fold': return `<details${block.state === 'open' ? ' open' : ''}>\n<summary><h3 id="${block.id}">${escaped(block.title)}</h3><p>${escaped(block.text)}</p></summary>\n${block.blocks.map(htmlOf).join('\n')}\n</details>`;
    case 'list': return `<p class="label">${escaped(block.label)}</p>\n<ul>\n${block.items.map((item) => `<li>${marked(item, escaped, ['<mark>', '</mark>'])}</li>`).join('\n')}\n</ul>`;
    case 'contents': return `<nav aria-label="${escaped(block.label)}">\n<ul>\n${block.items.map(({ text, to }) => `<li><a href="${escaped(to)}">${escaped(text)}</a></li>`).join('\n')}\n</ul>\n</nav>`;
    case 'table': {
      const cell = ({ text, to }: Cell): string => `<td>${to ? `<a href="${escaped(to)}">${escaped(text)}</a>` : marked(text, escaped, ['<mark>', '</mark>'])}</td>`;
      return `<div class="wide" role="region" aria-label="${escaped(block.head.join(', '))}" tabindex="0"><table>\n<tr>${block.head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr>\n${block.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}\n</table></div>`;
    }
  }
}

/** An example with what it marks between two signs. */
function marked(text: string, make: (text: string) => string, [open, close]: readonly [string, string]): string {
  // An example of several lines is told in one.
  return text.replace(/\s*\n\s*/g, ' / ').split(/(\[\[(?:(?!\[\[).)*?\]\]|«[^«»]*»)/).map((part) => (/^(?:\[\[|«)/.test(part) ? `${open}${make(part.replace(/\[\[|\]\]|[«»]/g, ''))}${close}` : make(part))).join('');
}

/** Rule texts are words, never markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

/**
 * Blocks of a style guide → Markdown, or one HTML page that needs nothing else. It knows nothing of rules.
 */
import type { Block, Cell } from './style-guide.js';

export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

/** `title` is of the page; styles are inside it, and nothing is fetched. */
export function toHtml(title: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1b; background: #fff; }
h2 { margin-top: 3rem; border-bottom: 1px solid #ccc; } h3 { margin-top: 2.2rem; }
mark { background: #fff3c4; color: inherit; padding: 0 .1em; } .wide { overflow-x: auto; } table { border-collapse: collapse; } td, th { border: 1px solid #ddd; padding: .3rem .5rem; text-align: left; vertical-align: top; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem 1rem; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1b; } mark { background: #5a4a12; } td, th { border-color: #444; } a { color: #9cc7ff; } }
</style>
<main>
${blocks.map(htmlOf).join('\n')}
</main>
</html>
`;
}

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
    case 'list': return `<p><b>${escaped(block.label)}</b></p>\n<ul>\n${block.items.map((item) => `<li>${marked(item, escaped, ['<mark>', '</mark>'])}</li>`).join('\n')}\n</ul>`;
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
  return text.replace(/\s*\n\s*/g, ' / ').split(/(\[\[.*?\]\]|«.*?»)/).map((part) => (/^(?:\[\[|«)/.test(part) ? `${open}${make(part.replace(/\[\[|\]\]|[«»]/g, ''))}${close}` : make(part))).join('');
}

/** Rule texts are words, never markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

/**
 * One HTML file that a manager can open: what there is by category, kind of record, rule and file. It loads nothing,
 * runs nothing, and holds no words of a record unless asked for. What escapes it is hast-util-to-html.
 */
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toLf } from '../../../engine/note/line-ends.js';
import { problemText } from '../../../rulebook/problem.js';
import type { Run } from '../formats.js';
import type { FileReport } from '../report.js';
import { bars } from './bars.js';
import { STYLE } from './html-style.js';
import { ABOUT, number, oneLine, plural, SEEN, within } from './words.js';

export function html(run: Run): string {
  const { report: { summary, problems, files }, version, today } = run;
  const found = summary.suggestion + summary.warning + summary.error;
  const unread = [...problems.map(problemText), ...files.flatMap(({ path, unchecked }) => unchecked.map(({ line, column, place, reason }) => `${path}:${line}:${column} ${run.withText ? within(place, reason) : reason}`))];
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en-GB' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', 'Alongside: what the records say'),
          h('style', STYLE),
        ]),
        h('body', [
          h('header', [h('h1', 'What the records say'), h('p', `${plural(summary.files, 'record')} read on ${dateOf(today)}, ${plural(summary.words, 'word')}. ${summary.setAside ? `Set aside, and not counted here: ${plural(summary.setAside, 'finding')}. ` : ''}Alongside looks at words. It does not know whether a child is safe, and gives no score to anyone.`)]),
          h('main', [
            ...(unread.length > 0 ? [section('Could not be checked', h('ul', unread.map((told) => h('li', oneLine(told)))))] : []),
            h('ul', { className: ['tiles'] }, [tile(summary.files, 'records read'), tile(found, 'places to look at'), tile(Object.values(summary.strengths).reduce((sum, count) => sum + count, 0), 'good things seen')]),
            section('What there is to look at', ...(found === 0 ? [h('p', 'Nothing to raise.')] : bars('Category', 'Findings', inOrder(ABOUT, summary.categories)))),
            ...(Object.keys(summary.strengths).length > 0 ? [section('Good to see', ...bars('What was seen', 'Places', inOrder(SEEN, summary.strengths)))] : []),
            ...(found === 0 ? [] : [
              section('By kind of record', h('p', 'Findings for each thousand words, so that long and short records compare.'), ...bars('Kind of record', 'For each thousand words', byType(files))),
              section('By rule', byRule(run)),
              section('By record', byFile(files)),
              ...(run.withText ? [section('In the records’ own words', ...files.filter(({ findings }) => findings.length > 0).map((file) => inWords(file, run)))] : []),
            ]),
          ]),
          h('footer', h('p', `Alongside ${version}`)),
        ]),
      ]),
    ],
  };
  return `${toHtml(root)}\n`;
}

function section(title: string, ...content: readonly ElementContent[]): ElementContent {
  return h('section', [h('h2', title), ...content]);
}

function tile(count: number, what: string): ElementContent {
  return h('li', [h('strong', number(count)), ` ${what}`]);
}

function inOrder(about: Readonly<Record<string, string>>, counts: Readonly<Record<string, number>>): readonly { readonly name: string; readonly value: number }[] {
  return Object.entries(about).flatMap(([key, name]) => (counts[key] > 0 ? [{ name, value: counts[key] }] : [])).sort((a, b) => b.value - a.value);
}

function byType(files: readonly FileReport[]): readonly { readonly name: string; readonly value: number; readonly note: string }[] {
  const kinds = new Map<string, { files: number; words: number; findings: number }>();
  for (const { type, template, words, findings } of files) {
    const name = `${type?.replace('-', ' ') ?? 'kind not known'}${template ? ', template' : ''}`;
    const kind = kinds.get(name) ?? { files: 0, words: 0, findings: 0 };
    kinds.set(name, { files: kind.files + 1, words: kind.words + words, findings: kind.findings + findings.length });
  }
  return [...kinds]
    .map(([name, kind]) => ({ name, value: kind.words === 0 ? 0 : Math.round((kind.findings * 10_000) / kind.words) / 10, note: `${plural(kind.findings, 'finding')} in ${plural(kind.files, 'record')}` }))
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
}

function byRule({ report, rules }: Run): ElementContent {
  const counts = new Map<string, number>();
  for (const { findings } of report.files) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return table('Findings by rule', ['Rule', 'Why it matters', 'Findings'], sorted.map(([id, count]) => [[h('span', rules.get(id)?.title ?? id), ' ', h('code', id)], [rules.get(id)?.why ?? ''], [number(count)]]));
}

/** More would make a page that nobody reads and a browser labours at. */
const LISTED = 500;

function byFile(files: readonly FileReport[]): ElementContent {
  const sorted = [...files].sort((a, b) => b.findings.length - a.findings.length || (a.path < b.path ? -1 : 1));
  const shown = sorted.slice(0, LISTED);
  const caption = shown.length < sorted.length ? `The ${number(LISTED)} records with most to look at, of ${number(sorted.length)}` : 'Findings by record';
  return table(caption, ['Record', 'Kind', 'Words', 'Good to see', 'Findings'], shown.map(({ path, type, template, words, strengths, findings }) => [[oneLine(path)], [[type?.replace('-', ' ') ?? '', template ? 'template' : ''].filter(Boolean).join(', ')], [number(words)], [number(strengths.length)], [number(findings.length)]]));
}

function inWords({ path, findings }: FileReport, { sources }: Run): ElementContent {
  const lines = toLf(sources.get(path) ?? '').split('\n');
  return h('details', [
    h('summary', `${oneLine(path)} (${number(findings.length)})`),
    h('ol', findings.map(({ line, title, message, place }) => h('li', [h('p', h('strong', within(place ?? `Line ${number(line)}`, title))), h('blockquote', oneLine(lines[line - 1] ?? '')), h('p', oneLine(message))]))),
  ]);
}

function table(caption: string, head: readonly string[], rows: readonly (readonly (readonly (string | ElementContent)[])[])[]): ElementContent {
  return h('div', { className: ['scroll'] }, h('table', [
    h('caption', caption),
    h('thead', h('tr', head.map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', rows.map((cells) => h('tr', cells.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, [...cell]) : h('td', [...cell])))))),
  ]));
}

function dateOf(isoDate: string): string {
  return new Date(`${isoDate}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

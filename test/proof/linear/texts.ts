/** Records that nobody writes: each asks as much as it can of one part of the reader, at any length. */

/** `make` gives a text that grows with `size`. */
export interface Hostile {
  readonly what: string;
  readonly make: (size: number) => string;
}

export const TEXTS: readonly Hostile[] = [
  { what: 'one long line of words', make: (n) => 'Mum was told to go to the course with Leo. '.repeat(n) },
  { what: 'one long line of words, each paragraph as long as it may be', make: (n) => `${'Mum was told to go to the course with Leo. '.repeat(180)}\n\n`.repeat(Math.ceil(n / 180)) },
  { what: 'one word without end', make: (n) => 'engagement'.repeat(n) },
  { what: 'words without a full stop', make: (n) => `${'and Mum then Dad and Leo '.repeat(300)}\n\n`.repeat(Math.ceil(n / 300)) },
  { what: 'full stops', make: (n) => `${'. '.repeat(4000)}\n\n`.repeat(Math.ceil(n / 400)) },
  { what: 'hyphens and apostrophes', make: (n) => `${"a-b'c’d-".repeat(900)}\n\n`.repeat(Math.ceil(n / 200)) },
  { what: 'quotations in a row', make: (n) => `${'“I don’t want that,” Leo said. "No," said Mum. '.repeat(160)}\n\n`.repeat(Math.ceil(n / 160)) },
  { what: 'quotations, a paragraph each', make: (n) => 'Leo said: “I want to see Nan on Sundays.”\n\n'.repeat(n) },
  { what: 'quotation marks that never close', make: (n) => `${'“ '.repeat(2000)}\n\n`.repeat(Math.ceil(n / 500)) },
  { what: 'straight quotation marks alone', make: (n) => `${'" '.repeat(2001)}\n\n`.repeat(Math.ceil(n / 500)) },
  { what: 'block quotes', make: (n) => '> I want to stay with Mum.\n\n'.repeat(n) },
  { what: 'one block quote of many lines', make: (n) => `Leo said:\n\n${'> I want to stay with Mum.\n>\n'.repeat(n)}` },
  { what: 'block quotes in block quotes', make: (n) => `${'> '.repeat(n)}Mum was told to go.` },
  { what: 'lists in lists', make: (n) => Array.from({ length: Math.ceil(Math.sqrt(n) * 4) }, (_, at) => `${'  '.repeat(at)}- Mum to ring\n`).join('') },
  { what: 'lists in lists, side by side', make: (n) => `${Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- Mum to ring\n`).join('')}\n`.repeat(Math.ceil(n / 40)) },
  { what: 'one list of many items', make: (n) => '- Mum to ring the school by 3 May\n'.repeat(n) },
  { what: 'list marks on one line', make: (n) => '- '.repeat(n) },
  { what: 'tasks in passing', make: (n) => 'Zainab to ring the school about Leo. Could someone ring Nan?\n\n'.repeat(n) },
  { what: 'emails in a row', make: (n) => 'Hi all,\n\nCan you ring the nursery? Zainab to send the form.\n\n'.repeat(n) },
  { what: 'headings', make: (n) => '## What are we worried about?\n\n'.repeat(n) },
  { what: 'headings with a line below each', make: (n) => '## Actions\n\nMum to ring the school by 3 May.\n\n'.repeat(n) },
  { what: 'other headings each time', make: (n) => Array.from({ length: n }, (_, at) => `### Visit ${at}\n\nDad failed to engage.\n\n`).join('') },
  { what: 'a table of two columns', make: (n) => `| Who | What |\n|---|---|\n${'| Mum | told to ring |\n'.repeat(n)}` },
  { what: 'a table of a thousand columns', make: (n) => `${'| a '.repeat(1000)}|\n${'|---'.repeat(1000)}|\n${`${'| b '.repeat(1000)}|\n`.repeat(Math.ceil(n / 1000))}` },
  { what: 'a table of one row', make: (n) => `${'| a '.repeat(n)}|\n${'|---'.repeat(n)}|\n${'| b '.repeat(n)}|\n` },
  { what: 'many small tables', make: (n) => '| Who | What |\n|---|---|\n| Mum | told to ring |\n\n'.repeat(n) },
  { what: 'pipes', make: (n) => '|'.repeat(n * 10) },
  { what: 'brackets that open', make: (n) => `${'[a]('.repeat(2000)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'brackets that open, in one block', make: (n) => '[a]('.repeat(n) },
  { what: 'brackets in brackets', make: (n) => `${'['.repeat(2000)}${']'.repeat(2000)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'stars and underscores', make: (n) => `${'**a _b '.repeat(1000)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'stars alone', make: (n) => `${'a* *'.repeat(2000)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'tildes and backticks', make: (n) => `${'~~a `` b ``` '.repeat(600)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'angle brackets', make: (n) => `${'<a '.repeat(2500)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'comments that never end', make: (n) => `${'a <!-- b '.repeat(800)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'a comment that never ends', make: (n) => `<!-- ${'Mum was told to go.\n\n'.repeat(n)}` },
  { what: 'HTML in HTML', make: (n) => `${'<div>'.repeat(n)}\nMum was told to go.\n` },
  { what: 'HTML blocks', make: (n) => '<details>\n<summary>Mum was told to go</summary>\n\nDad failed to engage.\n\n</details>\n\n'.repeat(n) },
  { what: 'entities and escapes', make: (n) => `${'&amp;\\*&#65;'.repeat(700)}\n\n`.repeat(Math.ceil(n / 100)) },
  { what: 'code fences that never end', make: (n) => '```\nMum was told to go.\n'.repeat(n) },
  { what: 'link definitions', make: (n) => Array.from({ length: n }, (_, at) => `[a${at}]: /u "t"\n`).join('') },
  { what: 'links', make: (n) => Array.from({ length: n }, (_, at) => `See [Mum ${at}](https://example.org/${at}) and www.example.org/${at}.\n\n`).join('') },
  { what: 'underlined headings', make: (n) => 'Plan\n====\n'.repeat(n) },
  { what: 'rules across the page', make: (n) => '---\n'.repeat(n) },
  { what: 'empty lines', make: (n) => '\n'.repeat(n * 20) },
  { what: 'spaces', make: (n) => ' '.repeat(n * 20) },
  { what: 'tabs', make: (n) => '\t- a\n'.repeat(n) },
  { what: 'labels', make: (n) => 'Seen: Leo, alone\nDate: 3 May 2026\n'.repeat(n) },
  { what: 'front matter of many keys', make: (n) => `---\n${Array.from({ length: n }, (_, at) => `key${at}: value\n`).join('')}---\nMum was told to go.\n` },
  { what: 'front matter that names many children', make: (n) => `---\nchildren: [${Array.from({ length: n }, (_, at) => `Leo${letters(at)}`).join(', ')}]\n---\nMum was told to go.\n` },
  { what: 'front matter that never ends', make: (n) => `---\n${'type: plan\n'.repeat(n)}` },
  { what: 'placeholders', make: (n) => '[name] to ring {{date}} <who> about ____.\n\n'.repeat(n) },
  { what: 'comments that switch a rule off', make: (n) => 'Dad failed to engage. <!-- alongside-disable-line label/engagement reason="court wording" -->\n\n'.repeat(n) },
  { what: 'comments that switch off and on', make: (n) => '<!-- alongside-disable -->\n\nDad failed to engage.\n\n<!-- alongside-enable -->\n\nMum was told to go.\n\n'.repeat(n) },
  { what: 'comments that only switch off', make: (n) => '<!-- alongside-disable label/engagement -->\n\nDad failed to engage.\n\n'.repeat(n) },
  { what: 'people, another each time', make: (n) => Array.from({ length: n }, (_, at) => `Mar${letters(at)} (social worker) rang Ol${letters(at)} and his uncle Bo${letters(at)}. She was told to go.\n\n`).join('') },
  { what: 'children, another each time', make: (n) => Array.from({ length: n }, (_, at) => `Le${letters(at)} (6) was seen alone. “I like school,” Le${letters(at)} said.\n\n`).join('') },
  { what: 'uncles of uncles', make: (n) => Array.from({ length: n }, (_, at) => `Bo${letters(at)} is Bo${letters(at + 1)}’s uncle.\n\n`).join('') },
  { what: 'names of the same first name', make: (n) => Array.from({ length: n }, (_, at) => `Ana Ka${letters(at)} rang. Ana was told to go.\n\n`).join('') },
  { what: 'a name of many words', make: (n) => `${'Maria '.repeat(1200)}came.\n\n`.repeat(Math.ceil(n / 200)) },
  { what: 'pronouns', make: (n) => `${'She told him that they had said he was told to see her. '.repeat(140)}\n\n`.repeat(Math.ceil(n / 140)) },
  { what: 'speakers', make: (n) => 'Mum: I don’t want that\nDad: Nor do I\nLeo: Can I go?\n'.repeat(n) },
  { what: 'findings, a paragraph each', make: (n) => 'Dad failed to engage with the domestic incident, and siblings were told to go.\n\n'.repeat(n) },
  { what: 'findings in a row', make: (n) => `${'failed to engage '.repeat(450)}\n\n`.repeat(Math.ceil(n / 450)) },
  { what: 'findings that overlap', make: (n) => `${'fail to fail to engage to engage with hard to hard to reach '.repeat(120)}\n\n`.repeat(Math.ceil(n / 120)) },
  { what: 'one acronym', make: (n) => 'The LAC review and the CP plan.\n\n'.repeat(n) },
  { what: 'acronyms, another each time', make: (n) => Array.from({ length: n }, (_, at) => `The Q${letters(at).toUpperCase()} met. ${letters(at).toUpperCase()}X (a group of ours) came.\n\n`).join('') },
  { what: 'danger statements', make: (n) => '## Danger statement\n\nDad is worried that if Mum drinks again, Leo may be hurt when nobody is there.\n\n'.repeat(n) },
  { what: 'safety goals', make: (n) => '## Safety goal\n\nMum will show everyone that Leo is safe, every evening, for six months.\n\n'.repeat(n) },
  { what: 'scaling questions', make: (n) => 'On a scale of 0 to 10, Mum said 6.\n\n'.repeat(n) },
  { what: 'bottom lines', make: (n) => '## Bottom line\n\nLeo will not be left alone.\n\n## Actions\n\n- Mum will not leave Leo alone, from 3 May.\n\n'.repeat(n) },
  { what: 'actions in one long clause', make: (n) => `${'Mum to ring, Dad to write, and Nan to visit by 3 May and '.repeat(130)}\n\n`.repeat(Math.ceil(n / 130)) },
  { what: 'worries and strengths', make: (n) => '## What is working well?\n\nMum rang the school.\n\n## Worries\n\nDad hit Mum on 3 May because he was angry.\n\n'.repeat(n) },
  { what: 'dates and numbers', make: (n) => `${'on 03/05/2026 at 10.30 for 1,000 days, 943 476 5919, '.repeat(140)}\n\n`.repeat(Math.ceil(n / 140)) },
  { what: 'letters of many scripts', make: (n) => `${'ﷺ ẗ̀̀̀ 😀👩‍👩‍👧 中文 שלום '.repeat(300)}\n\n`.repeat(Math.ceil(n / 300)) },
  { what: 'lone surrogates and nothings', make: (n) => `${'\uD83D \0 \u2060 \uFFFC \u2029'.repeat(500)}\n\n`.repeat(Math.ceil(n / 500)) },
  { what: 'front matter of one long line', make: (n) => `---\nchild${' '.repeat(n * 20)}x\n---\nMum was told to go.\n` },
  { what: 'capitals that may be parted in many ways', make: (n) => `${PLAN}${`- ${'AAA/'.repeat(9)}a: ring the school\n`.repeat(n)}` },
  { what: 'capitals without end', make: (n) => `${PLAN}${`${'A'.repeat(7000)}\tA\n\n`.repeat(Math.ceil(n / 100))}` },
  { what: 'spaces after a score', make: (n) => `${PLAN}${`On a scale of 0 to 10: 5${' '.repeat(7000)}!\n\n`.repeat(Math.ceil(n / 100))}` },
  { what: 'brackets that are round', make: (n) => `${PLAN}${`${'('.repeat(7000)}\n\n`.repeat(Math.ceil(n / 100))}` },
  { what: 'blanks amid worries', make: (n) => '## Worries\n\n[name] hit Mum on ____ because he was angry.\n\n## What is working well?\n\nMum and [name] rang the school together.\n\n'.repeat(n) },
  { what: 'blanks in one piece of HTML', make: (n) => `<div>\n${'<b>[name]</b> was told to go.\n'.repeat(n)}</div>\n` },
  { what: 'gaps that almost match', make: (n) => `${'be so very much not told now and then again but not '.repeat(140)}\n\n`.repeat(Math.ceil(n / 140)) },
];

/** How a text begins in which actions and scores are looked for everywhere. */
const PLAN = '---\ntype: plan\n---\n\n## Actions\n\n';

/** Another word for every number. */
function letters(at: number): string {
  let word = '';
  for (let left = at + 1; left > 0; left = Math.floor((left - 1) / 26)) word = String.fromCharCode(97 + ((left - 1) % 26)) + word;
  return word;
}

/**
 * docs/proof.md: a section for each proof, as its last run left it. It knows nothing of what the proofs do.
 */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

export type Outcome = { readonly kind: 'held' } | { readonly kind: 'broken'; readonly why: string };

export interface Told {
  /** As the command names it. */
  readonly name: string;
  readonly title: string;
  readonly promise: string;
  readonly figures: readonly Figure[];
  readonly outcome: Outcome;
  /** The day, the version of Node, the machine and how long it took, in words. */
  readonly made: string;
}

/** The page with the sections of these proofs made anew, and the others as they were; by name. */
export function renewed(page: string, told: readonly Told[]): string {
  const sections = new Map(page.split(/^(?=## )/m).flatMap((section) => {
    const name = /^`npm run proof -- (\S+)`/m.exec(section)?.[1];
    return section.startsWith('## ') && name ? [[name, section.trimEnd()] as const] : [];
  }));
  for (const one of told) sections.set(one.name, sectionOf(one));
  return `${[HEAD, ...[...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section)].join('\n\n')}\n`;
}

const HEAD = `# Proof

What Alongside promises at the limits, and what the last whole run of each proof measured. \`npm run proof\` makes this page; \`npm run proof -- NAME\` renews one section of it; \`npm test\` runs a small part of each.`;

function sectionOf({ name, title, promise, figures, outcome, made }: Told): string {
  return [
    `## ${title}`,
    promise,
    `\`npm run proof -- ${name}\`: ${outcome.kind === 'held' ? 'passed' : '**did not hold**'}; ${made}.`,
    ...(outcome.kind === 'broken' ? [`What failed: ${plain(outcome.why)}`] : []),
    ...(figures.length > 0 ? [['| what | figure |', '|---|---:|', ...figures.map(({ label, value }) => `| ${plain(label)} | ${plain(value)} |`)].join('\n')] : []),
  ].join('\n\n');
}

const MOST_CHARACTERS = 500;

/** On one line, and nothing in it read as markup. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `${line.slice(0, MOST_CHARACTERS)}${line.length > MOST_CHARACTERS ? ' …' : ''}`.replace(/[\\|<>*_`[\]]/g, '\\$&');
}

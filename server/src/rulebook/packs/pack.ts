/**
 * A pack: a folder of `<category>/<rule>.yml` files → decoded rules and problems. Files come through the host.
 */
import { decodeRule, type DecodedRule } from '../decode/rule.js';
import type { FileHost } from '../files/file-host.js';
import type { Problem } from '../problem.js';
import type { Reach } from '../files/reach.js';
import type { Words } from '../decode/pieces.js';
import { openYaml } from '../yaml/yaml.js';

export interface Pack {
  readonly name: string;
  readonly rules: readonly DecodedRule[];
  readonly problems: readonly Problem[];
}

/** Reads the rules of a folder. A rule that cannot be used, or is a link out of `reach`, is left out, and `problems` says why. Packs that ship are read wherever they lie. */
export function readPack(name: string, folder: string, words: Words, host: FileHost, reach: Pick<Reach, 'holds'> = { holds: () => true }): Pack {
  const rules: DecodedRule[] = [];
  const problems: Problem[] = [];
  for (const path of host.list(folder)) {
    const inside = path.slice(folder.length).replace(/^\//, '');
    const said = (message: string): unknown => problems.push({ file: path, line: 1, column: 1, message });
    if (!inside.endsWith('.yml')) {
      if (/\.ya?ml(?:\.txt)?$/i.test(inside)) said('Rule files end in “.yml”. Rename this one, or it will not be read.');
      continue;
    }
    const parts = inside.slice(0, -'.yml'.length).split('/');
    const source = reach.holds(path) ? host.read(path) : null;
    if (!reach.holds(path)) said('This is a link that leads out of where the rules file may read, so it was not read. Put the file itself here.');
    else if (parts.length !== 2) said('A rule file lies in a folder named after its category, such as “ours/thresholds.yml”; this one does not, so it was not read.');
    else if (source === null) said('This rule file could not be read.');
    else {
      const yaml = openYaml(path, source);
      const rule = yaml.problems.length === 0 ? decodeRule(yaml, yaml.root, { text: parts.join('/'), offset: 0, line: 1, column: 1 }, name, words) : null;
      problems.push(...yaml.problems);
      if (rule) rules.push(rule);
    }
  }
  return { name, rules, problems };
}

/**
 * Run at build time: the YAML of `rules/` → what ships (pack-file.ts writes it), or the problems that stop the build.
 */
import { listsOf } from '../../engine/checks/index.js';
import { inflected } from '../../engine/checks/cue-phrases.js';
import { withAccuracy } from '../accuracy.js';
import { compileRules, noRules } from './compile.js';
import type { DecodedRule } from '../decode/rule.js';
import { DISK } from '../files/disk.js';
import type { FileHost } from '../files/file-host.js';
import { goodFirst } from '../guide/good-examples.js';
import { BUILT_IN_NAMES, CHOICES } from './built-in.js';
export { packFile } from './pack-file.js';
import { readPack } from './pack.js';
import { readWords } from '../decode/pieces.js';
import type { Problem } from '../problem.js';
import type { CompiledRules } from '../../engine/rule-set.js';

export interface BuiltPacks {
  readonly decoded: readonly DecodedRule[];
  readonly compiled: CompiledRules;
  readonly problems: readonly Problem[];
}

/** `folder` is the path of `rules/`, `specimens` that of the labelled records and what was measured on them. */
export function buildPacks(folder: string, specimens: string, host: FileHost = DISK): BuiltPacks {
  const { words, problems: wordProblems } = readWords(`${folder}/words.yml`, host);
  const packs = [...BUILT_IN_NAMES, CHOICES].map((name) => readPack(name, `${folder}/${name}`, words, host));
  const decoded = packs.flatMap((pack) => pack.rules);
  const { problems, rules, ...others } = compileRules(noRules(words), decoded, []);
  const shown = withAccuracy(rules.map((rule, at) => goodFirst(rule, decoded[at].phrases.filter(({ entry }) => entry >= 0).map(({ text }) => text))), specimens, host);
  const compiled: CompiledRules = { ...others, rules: shown.map((rule) => (rule.check && listsOf(rule.check) === 'inflected' ? { ...rule, check: inflected(rule.check) } : rule)) };
  return {
    decoded,
    compiled,
    problems: [
      ...wordProblems,
      ...packs.flatMap((pack) => pack.problems),
      ...problems.map(({ rule, phrase, message }) => {
        const owner = decoded.find((one) => one.rule.id === rule);
        const at = owner?.phrases.find((one) => one.text === phrase);
        return { file: owner?.file ?? folder, line: at?.line ?? 1, column: at?.column ?? 1, message: `The phrase “${phrase}”: ${message}.` };
      }),
      ...decoded.flatMap(({ rule, file, id }, index) => {
        const first = decoded.findIndex((other) => other.rule.id === rule.id);
        return first < index ? [{ file, line: id.line, column: id.column, message: `There is already a rule called ${rule.id} (in ${decoded[first].file}).` }] : [];
      }),
    ],
  };
}

/**
 * What a run leaves behind in files, and whether words of a record are among it that are none of the editor's own doing.
 * VS Code keeps unsaved texts and a history of files of its own; nothing of ours keeps any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name that stands in no rule and no other record. */
export const CANARY = 'Wrenhild Quillfeather';
export const CANARY_STORY = 'no word of a record is in a log, a cache or any other file but those that VS Code keeps for itself';

/** Files at any depth in which the words stand, in UTF-8 or UTF-16. */
export function filesHolding(folder, words) {
  const forms = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(words.replaceAll(' ', '%20'))];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter((path) => {
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

/** VS Code's own: texts not yet saved, what files said before, and the records themselves. */
const EDITORS_OWN = /\/(?:Backups|History|workspace)\//;

export function judged(paths) {
  const ours = paths.filter((path) => !EDITORS_OWN.test(path));
  return ours.length === 0 ? { state: 'passed' } : { state: 'failed', error: `It stands in ${ours.join(', ')}` };
}

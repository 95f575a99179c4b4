/**
 * `alongside check --fix`: safe replacements made in the files themselves, or shown as a difference. A file is replaced
 * whole or stays as it was; outside the words replaced, byte for byte. What is set aside is left alone.
 */
import { createTwoFilesPatch } from 'diff';
import type { Edit, Finding } from '../../engine/finding.js';
import { lfOffsets, toLf } from '../../engine/note/line-ends.js';
import type { Problem } from '../../rulebook/problem.js';
import type { Reader } from '../../rulebook/reader.js';
import { RULEBOOK_FILE } from '../../rulebook/rulebook.js';
import type { SetAside } from '../../set-aside/set-aside.js';
import { decode } from './decode.js';
import { plural } from '../report/formats/words.js';
import { isWord, reasonOf, whole, type Selected, type Tell } from './select.js';
import type { World } from '../world.js';

export interface FixSettings {
  /** Which records may be changed. */
  readonly which: 'templates' | 'all';
  /** `show`: a unified diff is printed and nothing written. */
  readonly how: 'write' | 'show';
}

/** Tells what could not be done, and says what was. What cannot be read is left for the check to tell. */
export async function fixRecords(selected: readonly Selected[], settings: FixSettings, reader: Reader, setAside: SetAside | null, world: World, tell: Tell): Promise<void> {
  const done = { fixes: 0, records: 0 };
  for (const { path, shown, from } of selected) {
    if (from === 'input' || isWord(path) || path.endsWith(`/${RULEBOOK_FILE}`)) continue;
    const before = bytesOf(path, world);
    const decoded = before && decode(before);
    if (!before || !decoded || 'problem' in decoded) continue;
    const { text, count } = await fixText(path, decoded.text, settings.which, reader, setAside);
    if (count === 0) continue;
    const mark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf ? '\uFEFF' : '';
    if (settings.how === 'show') world.out(createTwoFilesPatch(`a/${shown}`, `b/${shown}`, mark + decoded.text, mark + text, undefined, undefined, { headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true } }));
    else {
      const problem = write(path, shown, before, mark + text, world);
      if (problem) {
        tell(problem);
        continue;
      }
    }
    done.fixes += count;
    done.records++;
  }
  world.error(`${plural(done.fixes, 'safe replacement')} in ${plural(done.records, 'record')}${settings.how === 'show' ? '; nothing was written' : ''}.\n`);
}

const ROUNDS = 10;

/** A replacement may bring another into sight, so the text is read again until there is none, at most ten times. */
async function fixText(path: string, source: string, which: FixSettings['which'], reader: Reader, setAside: SetAside | null): Promise<{ readonly text: string; readonly count: number }> {
  let text = source;
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { analysis, rulebook } = await reader.read(path, toLf(text));
    if (which === 'templates' && !analysis.template) break;
    const findings = setAside ? (await setAside.partition(path, { analysis, rules: rulebook.compiled.rules })).kept : analysis.findings;
    const fixes = apart(findings.flatMap(safeEdits));
    if (fixes.length === 0) break;
    const back = lfOffsets(text);
    count += fixes.length;
    for (const { start, end, text: wording } of fixes.flat().reverse()) text = text.slice(0, back(start)) + wording + text.slice(back(end));
  }
  return { text, count };
}

/** The edits of a finding's first safe fix, in order. */
function safeEdits({ fixes }: Finding): readonly (readonly Edit[])[] {
  const safe = fixes.find((fix) => fix.safe);
  return safe && safe.edits.length > 0 ? [safe.edits] : [];
}

/** Fixes whose edits lie apart: of two that touch, the first; the other may come in the next round. */
function apart(fixes: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const sorted = [...fixes].sort(([a], [b]) => a.start - b.start || a.end - b.end);
  let end = -1;
  return sorted.filter((edits) => {
    const free = edits[0].start > end;
    if (free) end = edits[edits.length - 1].end;
    return free;
  });
}

/** Nothing is written over what somebody else has written in the meantime. */
function write(path: string, shown: string, before: Uint8Array, text: string, world: World): Problem | null {
  const now = bytesOf(path, world);
  if (!now || Buffer.compare(now, before) !== 0) return whole(shown, 'This file was changed by something else at the same moment, so nothing was replaced in it.');
  try {
    world.replaceFile(path, text);
    return null;
  } catch (error) {
    return whole(shown, `This file could not be written (${reasonOf(error)}), and is as it was.`);
  }
}

function bytesOf(path: string, world: World): Uint8Array | null {
  try {
    return world.readBytes(path);
  } catch {
    return null;
  }
}

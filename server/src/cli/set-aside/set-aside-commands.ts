/**
 * `alongside set-aside`: what people chose to leave as it is, looked at (`list`), added to (`add`) and cleared of what
 * is over (`prune`), without an editor.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../engine/finding.js';
import { isDate } from '../../engine/note/directives.js';
import { lfOffsets } from '../../engine/note/line-ends.js';
import { counted, findingsIn, setAside, stillThere } from '../../set-aside/changes.js';
import type { Entry } from '../../set-aside/sidecar.js';
import { covers, readRecords, type AsideRecord, type AsideRun, type SidecarFile } from './aside-records.js';
import { command, refuse, type ExitCode, type Given } from '../command.js';
import { oneLine, plural } from '../report/formats/words.js';
import { absolute, shownPath } from '../check/select.js';
import type { World } from '../world.js';

const ADD_OPTIONS = {
  rule: { value: 'ID', brief: 'which rule, such as label/engagement', about: 'The rule whose finding is to be left, as the report names it. It can be left out where only one rule speaks in that line.' },
  reason: { value: 'TEXT', brief: 'why it is left as it is', about: 'Why it is left as it is: needed, and read by whoever comes after. Write no words of the record here.' },
  by: { value: 'NAME', brief: 'whose decision it is', about: 'Whose decision it is.' },
  until: { value: 'DATE', brief: 'the last day it holds, as 2027-03-01', about: 'The last day on which it holds; then it is raised again.' },
} as const;

export const SET_ASIDE_LIST = command({
  name: 'set-aside list',
  brief: 'what was left as it is, and why',
  about: 'Lists what people chose to leave as it is in these records: line, rule, reason, by whom and until when. What is no longer there, or for a time that is over, is marked; a baseline is counted.',
  operands: '[PATH …]',
  options: {},
  examples: [{ line: 'alongside set-aside list', does: 'in all records below this folder' }],
  run: list,
});

export const SET_ASIDE_ADD = command({
  name: 'set-aside add',
  brief: 'leave a finding as it is, with a reason',
  about: 'Leaves what is found in one line as it is. The decision is kept in `.alongside/set-aside.yml` beside the nearest `alongside.yml` (else in a `.alongside` folder above the record, else in this folder), never in the record. It stays with the words when the text round them is edited or the paragraph moves.',
  operands: 'FILE:LINE',
  options: ADD_OPTIONS,
  examples: [{ line: 'alongside set-aside add visit.md:12 --reason "Court wording"', does: 'one finding' }],
  objection({ operands, options }) {
    if (operands.length !== 1 || !PLACE.test(operands[0])) return 'Name one place, as FILE:LINE, such as visit.md:12.';
    if (options.reason === null || options.reason.trim() === '') return 'Say why it is left as it is: --reason "…".';
    return options.until === null || isDate(options.until) ? null : `--until reads as year-month-day, such as 2027-03-01; “${options.until}” does not.`;
  },
  run: add,
});

export const SET_ASIDE_PRUNE = command({
  name: 'set-aside prune',
  brief: 'take out what is over',
  about: 'Takes out what was set aside and is no longer there, what was for a time that is over, and what belongs to records that are gone. Where a record was renamed, what was set aside in it is kept under the new name.',
  operands: '[PATH …]',
  options: {},
  examples: [{ line: 'alongside set-aside prune', does: 'for all records below this folder' }],
  run: prune,
});

const PLACE = /^(.+):([1-9]\d{0,8})$/s;

async function list({ operands }: Given<Record<never, never>>, world: World): Promise<ExitCode> {
  const blocks: string[] = [];
  const run = await readRecords(operands, world, (record) => {
    const lines = listed(record);
    if (lines.length > 0) blocks.push([record.shown, ...lines].join('\n'));
  });
  for (const { sidecar, path, entries } of goneRecords(operands, run, world)) blocks.push([`${path} (in ${shownPath(sidecar.file, world)}; there is no such record)`, ...entries.map((entry) => row('gone', entry))].join('\n'));
  const troubled = run.tell();
  world.out(blocks.length > 0 ? `${blocks.join('\n\n')}\n` : 'Nothing is set aside here.\n');
  return troubled ? 2 : 0;
}

function listed({ partition, source }: AsideRecord): readonly string[] {
  const chosen = partition.aside.filter(({ entry }) => entry.kind === 'set-aside');
  const lineOf = lines(source);
  const held = partition.aside.length - chosen.length;
  const goneBaseline = findingsIn(partition.gone.filter(({ kind }) => kind === 'baseline'));
  return [
    ...chosen.map(({ finding, entry }) => row(`line ${lineOf(finding)}`, entry)),
    ...partition.expired.map((entry) => row('over', entry)),
    ...partition.gone.filter(({ kind }) => kind === 'set-aside').map((entry) => row('gone', entry)),
    ...(held + goneBaseline > 0 ? [`  baseline   ${plural(held, 'finding')}${goneBaseline > 0 ? `, and ${goneBaseline} no longer there` : ''}`] : []),
  ];
}

function row(where: string, { rule, reason, by, until, count, kind }: Entry): string {
  const who = [by, until === null ? null : `until ${until}`].filter(Boolean).join(', ');
  return oneLine(`  ${where.padEnd(10)} ${rule}${count > 1 ? ` ×${count}` : ''}  ${kind === 'baseline' ? 'baseline' : reason ?? 'no reason given'}${who === '' ? '' : ` (${who})`}`);
}

async function add({ operands, options }: Given<typeof ADD_OPTIONS>, world: World): Promise<ExitCode> {
  const [, file, line] = PLACE.exec(operands[0])!;
  if (world.isFolder(absolute(file, world))) return refuse(world, `“${file}” is a folder; name the record in it.`);
  const records: AsideRecord[] = [];
  const run = await readRecords([file], world, (one) => records.push(one));
  const troubled = run.tell();
  const [record] = records;
  if (!record) return troubled ? 2 : refuse(world, `“${file}” is no record.`);
  const { partition, sidecar, note, key } = record;
  const lineOf = lines(record.source);
  const here = (finding: Finding): boolean => lineOf(finding) === Number(line);
  const raised = partition.kept.filter(here);
  const found = raised.filter(({ rule }) => options.rule === null || rule === options.rule);
  const names = [...new Set(raised.map(({ rule }) => rule))].join(', ');
  if (found.length === 0 && partition.aside.some(({ finding }) => here(finding) && (options.rule === null || finding.rule === options.rule))) return refuse(world, 'This is set aside already.');
  if (found.length === 0) return refuse(world, `Nothing${options.rule === null ? '' : ` of ${options.rule}`} is raised in line ${line} of ${record.shown}${names === '' ? '.' : `; ${names} is.`}`);
  if (new Set(found.map(({ rule }) => rule)).size > 1) return refuse(world, `Several rules speak in line ${line}: name one with --rule (${names}).`);
  const chosen = setAside(found, sidecar.opened.print(note), { reason: options.reason!.trim(), by: options.by, until: options.until });
  const again = (entry: Entry): boolean => chosen.some(({ rule, fingerprint }) => rule === entry.rule && fingerprint === entry.fingerprint);
  sidecar.changes.push({ path: key, under: partition.under, entries: counted([...stillThere(partition), ...partition.gone, ...partition.expired.filter((entry) => !again(entry)), ...chosen]) });
  if (!(await run.write())) return 2;
  world.out(`${plural(found.length, 'finding')} of ${found[0].rule} in line ${line} of ${record.shown} left as ${found.length === 1 ? 'it is' : 'they are'} (${shownPath(sidecar.file, world)}).\n`);
  return troubled ? 2 : 0;
}

async function prune({ operands }: Given<Record<never, never>>, world: World): Promise<ExitCode> {
  const out = { gone: 0, expired: 0, ofRecords: 0 };
  let unread = 0;
  const run = await readRecords(operands, world, ({ isWhole, sidecar, partition, key }) => {
    if (!isWhole) unread++;
    const changed = partition.gone.length + partition.expired.length > 0 || (partition.aside.length > 0 && partition.under !== key);
    if (!isWhole || !changed) return;
    out.gone += findingsIn(partition.gone);
    out.expired += findingsIn(partition.expired);
    sidecar.changes.push({ path: key, under: partition.under, entries: counted(stillThere(partition)) });
  });
  for (const { sidecar, path, entries } of goneRecords(operands, run, world)) {
    out.ofRecords += findingsIn(entries);
    sidecar.changes.push({ path, under: path, entries: [] });
  }
  const troubled = run.tell();
  if (!(await run.write())) return 2;
  world.out(`Taken out: ${out.gone} no longer there, ${out.expired} for a time that is over, ${out.ofRecords} of records that are gone.\n`);
  if (unread > 0) world.out(`${plural(unread, 'record')} left as before, as not all could be read there.\n`);
  return troubled ? 2 : 0;
}

/** What stands for records that are no longer there, under no other name either; only where all that a sidecar is for was looked at. */
function goneRecords(operands: readonly string[], run: AsideRun, world: World): readonly { sidecar: SidecarFile; path: string; entries: readonly Entry[] }[] {
  return run.sidecars.filter((sidecar) => covers(operands, sidecar, world)).flatMap((sidecar) => {
    const seen = new Set(run.seen.filter((record) => record.sidecar === sidecar).flatMap(({ key, under }) => [key, under]));
    return [...sidecar.opened.sidecar.records].filter(([path]) => !seen.has(path) && !world.exists(sidecar.pathOf(path))).map(([path, entries]) => ({ sidecar, path, entries }));
  });
}

/** The line of the file, from 1, that a finding begins in. */
function lines(source: string): (finding: Finding) => number {
  const document = TextDocument.create('', 'markdown', 0, source);
  const back = lfOffsets(source);
  return ({ start }) => document.positionAt(back(start)).line + 1;
}

/** Whether all that an editor was told in a session was right when it was asked. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { itemsOf } from './editor.js';
import type { Asked, Log, Opened, Standing } from './log.js';
import type { Quiet } from './quiet.js';

const DIAGNOSTIC = 'textDocument/diagnostic';
/** Cancelled by the client; cancelled by the server; the text has moved on. */
const GIVEN_UP = [-32800, -32802, -32801];

/** What was wrong, or null. */
export async function faultOf(log: Log, quiet: Quiet): Promise<string | null> {
  for (const [id, asked] of log.asked.entries()) {
    const fault = await faultOfAnswer(asked, log, quiet);
    if (fault) return `request ${id}, ${asked.method} of ${asked.uri}: ${fault}`;
  }
  const last = log.standing[log.standing.length - 1];
  if (log.client === 'asks') return log.rulesChanged > log.refreshed && last.open.size > 0 ? 'the rules changed, and nobody was told to ask again' : null;
  for (const uri of new Set(log.published.map((one) => one.uri))) {
    if (uri.endsWith('.yml')) continue;
    const fault = await faultOfPublished(uri, log, quiet);
    if (fault) return `published for ${uri}: ${fault}`;
  }
  return null;
}

async function faultOfAnswer(asked: Asked, { standing }: Log, quiet: Quiet): Promise<string | null> {
  if (asked.answers.length !== 1 || asked.to === null) return `answered ${asked.answers.length} times`;
  const [{ result, error }] = asked.answers;
  if (error) return asked.cancelled && GIVEN_UP.includes(error.code) ? null : `it failed: ${error.code} ${error.message}`;
  const answer = asked.method === DIAGNOSTIC ? itemsOf(asked) : result;
  const params = { ...(asked.params as object), previousResultId: undefined };
  const expected: string[] = [];
  for (const { rules, record } of possible(standing.slice(asked.from, asked.to + 1), asked.uri)) {
    const right = await quiet.answer(rules, record, asked.uri, asked.method, params);
    const wanted = asked.method === DIAGNOSTIC ? (right as { items: unknown }).items : right;
    if (JSON.stringify(wanted) === JSON.stringify(answer)) return null;
    expected.push(JSON.stringify(wanted));
  }
  return `answered ${short(answer)}, which fits none of what stood meanwhile: ${expected.map((one) => short(JSON.parse(one))).join('; ')}`;
}

/** Findings by rule, line and version; anything else as its beginning. */
function short(answer: unknown): string {
  if (!Array.isArray(answer) || answer.some((item) => (item as Partial<Diagnostic>).code === undefined)) return JSON.stringify(answer).slice(0, 300);
  return `[${(answer as Diagnostic[]).map(({ code, range, data }) => `${code} ${range.start.line}:${range.start.character} v${(data as { version?: number } | undefined)?.version}`).join(', ')}]`;
}

/** Every text that stood then, under every rules file, the latest first. */
function possible(standing: readonly Standing[], uri: string): readonly { readonly rules: string | null; readonly record: Opened | null }[] {
  const edited = standing.flatMap((one) => one.edited ?? []);
  // The disk is seen at once; that the file is open in the editor, only when that has been said.
  const saved = edited.length < standing.length ? standing.map((one) => one.saved) : [];
  const rules = [...new Set([...edited.reverse(), ...saved.reverse()])];
  const records = [...new Map(standing.map(({ open }) => open.get(uri) ?? null).map((record) => [record && `${record.version} ${record.text}`, record])).values()].reverse();
  return records.flatMap((record) => rules.map((one) => ({ rules: one, record })));
}

async function faultOfPublished(uri: string, { standing, published }: Log, quiet: Quiet): Promise<string | null> {
  const itemsFor = async (rules: string | null, record: Opened): Promise<string> => JSON.stringify(((await quiet.answer(rules, record, uri, DIAGNOSTIC, { textDocument: { uri } })) as { items: Diagnostic[] }).items);
  const ofRecord = published.filter((one) => one.uri === uri);
  for (const { version, diagnostics, at } of ofRecord) {
    if (version === null && diagnostics.length === 0) continue;
    const then = standing.slice(0, at + 1);
    const since = then.findIndex(({ open }) => open.get(uri)?.version === version);
    const fits = possible(then.slice(Math.max(0, since)), uri).filter(({ record }) => record?.version === version);
    let found = false;
    for (const { rules, record } of fits) found ||= record !== null && (await itemsFor(rules, record)) === JSON.stringify(diagnostics);
    if (!found) return `version ${version} never had ${JSON.stringify(diagnostics)}`;
  }
  const last = standing[standing.length - 1];
  const record = last.open.get(uri) ?? null;
  const shown = ofRecord[ofRecord.length - 1];
  const right = record ? await itemsFor(last.edited ?? last.saved, record) : '[]';
  return JSON.stringify(shown.diagnostics) === right ? null : `in the end ${JSON.stringify(shown.diagnostics)} is on show, and ${right} would be right`;
}

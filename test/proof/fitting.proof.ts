/**
 * Edits as an editor gets them, asked for while somebody types on: which version they are for, and what they change of a
 * text with whatever line ends.
 */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toLf } from '../../server/src/engine/note/line-ends.js';
import { BUILT_IN } from '../support/built-in.js';
import { exampleNotes, shuffled } from '../support/edits.js';
import { applied, offeredIn, rulesOf, type Rules } from '../support/fix-laws.js';
import { languageClient, PULLING, type TestClient } from '../support/language-client.js';
import { mendable } from '../support/mendable.js';
import { numbers, type Next } from '../support/random.js';
import type { Proof } from './proof.js';

const RECORDS = 400;
const STEPS = 25;
const LINE_ENDS = ['\n', '\r\n', 'both'] as const;
const NOBODY = { children: [], family: [], professionals: [], services: [] };

export const proof: Proof = {
  title: 'An edit fits the text it was made for',
  promise: 'Every edit goes out with the version it is for, also while somebody types on; for findings of an older text no wording is offered, and an edit changes nothing but its own words whatever the line ends.',
  run: async ({ of, figure }) => {
    const next = numbers(41);
    const rules = rulesOf(BUILT_IN);
    const made = mendable(next);
    const notes = exampleNotes();
    const seen = { edits: 0, applied: 0, refused: 0, stale: 0 };
    const client = await languageClient({ ...PULLING, workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true } } });
    try {
      for (let nth = 0; nth < of(RECORDS); nth++) await someWriting(client, `file:///records/${nth}.md`, ended(`${shuffled(notes, next)}\n\n${made()}\n${made()}`, next), { next, made, rules, seen });
    } finally {
      client.stop();
    }
    assert.ok(seen.applied > 0 && seen.refused > 0 && seen.stale > 0, JSON.stringify(seen));
    figure('records written on', of(RECORDS));
    figure('edits offered, each at the version it fits', seen.edits);
    figure('applied, with the rest as it was', seen.applied);
    figure('refused, as the text had moved on', seen.refused);
    figure('findings of an older text, for which no wording was offered', seen.stale);
  },
};

interface Writing {
  readonly next: Next;
  readonly made: () => string;
  readonly rules: Rules;
  readonly seen: { edits: number; applied: number; refused: number; stale: number };
}

/** A writer at one record: types, and asks for quick fixes of what was found earlier or now, without waiting. */
async function someWriting(client: TestClient, uri: string, begun: string, { next, made, rules, seen }: Writing): Promise<void> {
  client.open(uri, begun);
  const texts = new Map([[1, begun]]);
  let version = 1;
  let found = (await client.pull(uri)).items;
  const change = (start: number, end: number, text: string): void => {
    const document = TextDocument.create(uri, 'markdown', version, texts.get(version)!);
    client.change(uri, { range: { start: document.positionAt(start), end: document.positionAt(end) }, text });
    texts.set(++version, client.textOf(uri));
  };
  for (let step = 0; step < STEPS; step++) {
    const at = next(client.textOf(uri).length);
    const asked = { version, actions: found.length > 0 ? client.actions(uri, [found[next(found.length)]]) : Promise.resolve([]) };
    const typedOn = next(2) === 0;
    if (typedOn) change(at, at, next(4) === 0 ? `\n\n${made()}` : 'x');
    for (const action of await asked.actions) {
      const [edit] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
      const isOfOld = action.diagnostics?.some(({ data }: Diagnostic) => data.version !== asked.version) ?? false;
      if (isOfOld) {
        assert.equal(edit, undefined, `a wording for version ${action.diagnostics![0].data.version} at version ${asked.version}`);
        seen.stale++;
      }
      if (!edit) continue;
      seen.edits++;
      // What comes back is for the text as it stood when it was asked for: requests are answered in order.
      assert.equal(edit.textDocument.version, asked.version);
      assert.ok(fits(texts.get(asked.version)!, action, edit.edits as TextEdit[], rules), `${action.title} in ${JSON.stringify(texts.get(asked.version))}`);
      if (edit.textDocument.version !== version) {
        seen.refused++;
        continue;
      }
      if (next(3) > 0) continue;
      seen.applied++;
      const document = TextDocument.create(uri, 'markdown', version, texts.get(version)!);
      const after = TextDocument.applyEdits(document, edit.edits as TextEdit[]);
      assert.ok(isOutsideKept(document, edit.edits as TextEdit[], after), action.title);
      change(0, document.getText().length, after);
      break;
    }
    if (next(3) > 0) found = (await client.pull(uri)).items;
  }
  client.close(uri);
}

/** Whether it is one of the fixes of that very text, or several of them; wording with blanks only adds or takes its own words. */
function fits(text: string, { title }: CodeAction, edits: readonly TextEdit[], rules: Rules): boolean {
  const after = toLf(TextDocument.applyEdits(TextDocument.create('', 'markdown', 0, text), [...edits]));
  const lf = toLf(text);
  const offered = offeredIn(lf, rules, { type: null, template: false, people: NOBODY, today: '2026-05-04' }, []);
  if (/^(?:Write “|Add a sentence|Replace all )/.test(title)) return offered.length > 0 || !title.startsWith('Replace');
  return offered.some(({ fix }) => fix.title === title && applied(lf, fix) === after);
}

/** What lies before, between and after the edits is there byte for byte. */
function isOutsideKept(document: TextDocument, edits: readonly TextEdit[], after: string): boolean {
  const text = document.getText();
  const pieces: string[] = [];
  let at = 0;
  for (const { range } of [...edits].sort((a, b) => document.offsetAt(a.range.start) - document.offsetAt(b.range.start))) {
    pieces.push(text.slice(at, document.offsetAt(range.start)));
    at = document.offsetAt(range.end);
  }
  pieces.push(text.slice(at));
  if (!after.startsWith(pieces[0]) || !after.endsWith(pieces[pieces.length - 1])) return false;
  let from = 0;
  return pieces.every((piece) => {
    const found = after.indexOf(piece, from);
    from = found + piece.length;
    return found >= 0;
  });
}

/** With Unix line ends, Windows ones, or both. */
function ended(text: string, next: Next): string {
  const end = LINE_ENDS[next(LINE_ENDS.length)];
  return end === 'both' ? text.replaceAll('\n\n', '\n\r\n') : text.replaceAll('\n', end);
}

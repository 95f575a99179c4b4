import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openNotes, type OpenNotes } from '../../server/src/lsp/documents.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import type { RecordPartition } from '../../server/src/set-aside/open-sidecar.js';
import type { SetAside } from '../../server/src/set-aside/set-aside.js';
import { BUILT_IN } from '../support/built-in.js';

const TODAY = (): string => '2026-06-01';

describe('open notes', () => {
  const opened = (text: string): { readonly document: TextDocument; readonly notes: OpenNotes } => {
    const setAside: Pick<SetAside, 'partition'> = { partition: async (_, { analysis }) => ({ kept: analysis.findings, aside: [] }) as unknown as RecordPartition };
    return { document: TextDocument.create('untitled:visit', 'markdown', 1, text), notes: openNotes(createReader(BUILT_IN, { read: async () => null } as never, null, TODAY), setAside as SetAside, TODAY) };
  };

  it('stand at the version that was read, whatever was typed since', async () => {
    const { document, notes } = opened('Mum was told to go.\n');
    const note = await notes.read(document);
    const { start, end } = note.reading.analysis.findings[0];
    const before = note.range({ start, end });
    TextDocument.update(document, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'On Monday\n\n' }], 2);
    assert.deepEqual(note.range({ start, end }), before);
    assert.equal(note.document.getText(), 'Mum was told to go.\n');
    const now = await notes.read(document);
    assert.equal(now.document, document);
    assert.equal(now.range(now.reading.analysis.findings[0]).start.line, before.start.line + 2);
    assert.deepEqual([notes.stands(note), notes.stands(now)], [false, true]);
  });

  it('have no getter of their own, which would keep the texts of hundreds of keystrokes', async () => {
    const { document, notes } = opened('Mum was told to go.\n');
    const note = await notes.read(document);
    for (const one of [note, note.reading, note.reading.analysis, note.reading.analysis.note]) {
      assert.deepEqual(Object.entries(Object.getOwnPropertyDescriptors(one)).filter(([, { get }]) => get !== undefined), []);
    }
  });
});

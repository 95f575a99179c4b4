/** A rules file in the editor: what is completed, shown, found and mended in it, over the protocol. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  CodeLensRequest, CodeLensResolveRequest, CompletionRequest, DefinitionRequest, DiagnosticSeverity, DocumentSymbolRequest, PrepareRenameRequest, ReferencesRequest, RenameRequest,
  type ClientCapabilities, type CodeLens, type CompletionItem, type DocumentSymbol, type Location, type MarkupContent, type Position, type TextDocumentEdit, type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CATEGORIES } from '../../server/src/engine/rule.js';
import { CHANGEABLE_REQUEST, RULE_PLACE_REQUEST, RULES_FILE_REQUEST, type Changeable, type RulePlace, type RulesFileAnswer } from '../../server/src/lsp/rules-file/begin.js';
import { plainly } from '../../server/src/lsp/rules-file/pieces.js';
import { adviseOn } from '../../server/src/rulebook/advice/advice.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { STARTER } from '../../server/src/rulebook/write/starter.js';
import { BUILT_IN } from '../support/built-in.js';
import { memoryHost, placeOf } from '../support/memory-files.js';
import { reportOf } from '../support/memory-world.js';
import { languageClient, PULLING, type TestClient } from '../support/language-client.js';

const AT = '/team/alongside.yml';
const URI = `file://${AT}`;
const SNIPPETS = { ...PULLING, textDocument: { ...PULLING.textDocument, completion: { completionItem: { snippetSupport: true } } } };
const OWN = `rules:
  ours/hours:
    title: Our hours
    why: It reads as the family's choice.
    entries:
      - avoid: |
          miss the slot
        ask: Who chose the day?
    examples:
      raise: |
        Ewa [[missed the slot]].
      leave: |
        Ewa came.
`;

/** All that is told of a rules file. */
async function saidOf(source: string): Promise<readonly string[]> {
  const rulebook = await createReader(BUILT_IN, memoryHost({ [AT]: source }), null, () => '2026-05-04').rulebookFor(AT);
  return [...rulebook.problems, ...adviseOn(rulebook, createRuleSet(BUILT_IN, null), '2026-05-04')].map(({ message }) => message);
}

describe('a rules file in the editor', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const opened = async (marked: string, files: Readonly<Record<string, string>> = {}, capabilities: ClientCapabilities = SNIPPETS): Promise<Position> => {
    client = await languageClient(capabilities, { rules: 'client' });
    for (const [path, text] of Object.entries(files)) client.files.set(path, text);
    const { text, line, column } = placeOf(marked);
    const position = { line: line - 1, character: column - 1 };
    client.open(URI, text);
    return position;
  };
  const at = (position: Position): { textDocument: { uri: string }; position: Position } => ({ textDocument: { uri: URI }, position });

  describe('completes', () => {
    const completed = async (marked: string): Promise<readonly CompletionItem[]> => {
      const position = await opened(marked);
      return (await client.request(CompletionRequest.type, at(position))) as CompletionItem[];
    };
    const labels = async (marked: string): Promise<readonly string[]> => (await completed(marked)).map(({ label }) => label);

    it('keys, and none that stands there already', async () => {
      const keys = await labels('packs: [family-valued]\n¦');
      assert.ok(keys.includes('rules') && keys.includes('choices') && !keys.includes('packs'), String(keys));
    });
    it('the ids of rules, with what they are about', async () => {
      const items = await completed('rules:\n  label/eng¦\n');
      const engagement = items.find(({ label }) => label === 'label/engagement');
      assert.equal(engagement?.detail, 'Blame for not taking part');
      assert.match((engagement?.documentation as MarkupContent).value, /\*Raises:\* .*\*\*failed to engage\*\*/);
      assert.equal(engagement?.textEdit?.newText, 'label/engagement: ');
    });
    it('a whole new rule, which needs no other word to work', async () => {
      const [piece] = await completed('rules:\n  ¦\n');
      assert.equal(piece.label, 'new rule: words to ask about');
      const text = `rules:\n  ${plainly(piece.textEdit?.newText ?? '').replaceAll('\n', '\n  ')}\n`;
      client.change(URI, { text });
      const lenses = (await client.request(CodeLensRequest.type, { textDocument: { uri: URI } })) as CodeLens[];
      assert.deepEqual(lenses.map(({ command }) => command?.title), ['$(add) new rule', '$(edit) change a rule that ships', undefined, 'both examples pass', undefined]);
      assert.deepEqual(await saidOf(text), []);
    });
    it('severities, packs, types of record and groups', async () => {
      assert.deepEqual(await labels('rules:\n  label/engagement: ¦\n'), ['off', 'suggestion', 'warning', 'error', 'leave some words alone', 'find more words', 'read only some kinds of record']);
      client.stop();
      assert.deepEqual((await labels('packs: [family-valued, ¦]\n')).slice(0, 2), ['signs-of-safety', 'family-group-conference']);
      client.stop();
      assert.ok((await labels('rules:\n  label/engagement:\n    types: [¦]\n')).includes('letter'));
      client.stop();
      assert.ok((await labels('rules:\n  label/engagement:\n    allow: |\n      {¦\n')).includes('{family}'));
    });
    it('nothing that could take the place of words while they are typed', async () => {
      const position = await opened('rules:\n  label/engagement:\n    allow: |\n      the child¦\n');
      assert.deepEqual(await client.request(CompletionRequest.type, at(position)), []);
      client.change(URI, { text: 'rules:\n  label/engagement:\n    allow: |\n      the \n' });
      const after = at({ line: 3, character: 10 });
      assert.deepEqual(await client.request(CompletionRequest.type, { ...after, context: { triggerKind: 2, triggerCharacter: ' ' } }), []);
      assert.ok(((await client.request(CompletionRequest.type, { ...after, context: { triggerKind: 1 } })) as CompletionItem[]).length > 0, 'asked for, it is there');
    });
    it('a new rule at the top of the file, with what it stands under', async () => {
      const pieces = (await completed('packs: [family-valued]\n¦\n')).filter(({ label }) => label.startsWith('new rule'));
      assert.deepEqual(pieces.map(({ label }) => label), ['new rule: words to ask about', 'new rule: words to replace']);
      for (const { textEdit } of pieces) {
        assert.deepEqual(await saidOf(`packs: [family-valued]\n${plainly(textEdit?.newText ?? '')}\n`), []);
      }
      client.stop();
      assert.ok(!(await labels('rules:\n  label/engagement: off\n¦\n')).some((label) => label.startsWith('new rule')));
    });
    it('changes of a rule that ships, each of which works as it stands', async () => {
      for (const label of ['leave some words alone', 'find more words', 'read only some kinds of record']) {
        const { textEdit } = (await completed('rules:\n  label/engagement: ¦\n')).find((one) => one.label === label)!;
        const said = await saidOf(`rules:\n  label/engagement: ${plainly(textEdit?.newText ?? '').replaceAll('\n', '\n  ')}\n`);
        assert.deepEqual(said, label === 'leave some words alone' ? ['label/engagement raises nothing in “words this rule should not raise” by itself, so allowing it may change nothing.'] : [], label);
        client.stop();
      }
    });
    it('titles beside ids, and what is chosen next at once, where an editor can show them', async () => {
      const capabilities = { ...SNIPPETS, textDocument: { ...SNIPPETS.textDocument, completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } } };
      const position = await opened('rules:\n  ¦\n', {}, capabilities);
      const item = ((await client.request(CompletionRequest.type, at(position))) as CompletionItem[]).find(({ label }) => label === 'label/engagement');
      assert.equal(item?.labelDetails?.description, 'Blame for not taking part');
      assert.equal(item?.filterText, 'label/engagement Blame for not taking part', 'it is found by what it is about');
      assert.equal(item?.command?.command, 'editor.action.triggerSuggest');
    });
    it('plain text for an editor that fills nothing in', async () => {
      const position = await opened('¦', {}, PULLING);
      const items = (await client.request(CompletionRequest.type, at(position))) as CompletionItem[];
      assert.deepEqual(items.filter(({ textEdit }) => textEdit?.newText.includes('$')), []);
    });
  });

  describe('shows', () => {
    const hovered = async (marked: string, records: readonly string[] = []): Promise<string> => {
      const position = await opened(marked);
      records.forEach((text, index) => client.open(`file:///team/${index}.md`, text));
      return ((await client.hover(URI, position))?.contents as MarkupContent | undefined)?.value ?? '';
    };
    it('what a key is for', async () => assert.match(await hovered('rules:\n  label/engagement:\n    sev¦erity: warning\n'), /How loudly it speaks/));
    it('what a rule is about', async () => assert.match(await hovered('rules:\n  label/eng¦agement: off\n'), /Blame for not taking part/));
    it('what a phrase finds, and how often it does', async () => {
      const said = await hovered(OWN.replace('miss the', 'miss¦ the'), ['Ewa missed the slot. She misses the slot.\n', 'Kwame came.\n']);
      assert.match(said, /misses the slot, missed the slot, missing the slot/);
      assert.match(said, /2 times in the records that are open/);
    });
  });

  describe('goes', () => {
    it('from a rule’s id to where it is written, or to the page of one that ships', async () => {
      const position = await opened('packs: [./our-rules]\nrules:\n  ours/do¦or: off\n', { '/team/our-rules/ours/door.yml': OWN.split('\n').slice(2).map((line) => line.slice(4)).join('\n') });
      assert.equal(((await client.request(DefinitionRequest.type, at(position))) as Location).uri, 'file:///team/our-rules/ours/door.yml');
      client.stop();
      const shipped = await opened('rules:\n  label/eng¦agement: off\n');
      assert.equal(((await client.request(DefinitionRequest.type, at(shipped))) as Location).uri, 'alongside-rule:/label/engagement');
      assert.match(await client.request('alongside/rule', { rule: 'label/engagement' }) as string, /^label\/engagement\nBlame for not taking part/);
    });
    it('to the file that is built on', async () => {
      const position = await opened('extends: ../along¦side.yml\n', { '/alongside.yml': '' });
      assert.equal(((await client.request(DefinitionRequest.type, at(position))) as Location).uri, 'file:///alongside.yml');
    });
    it('nowhere that a rules file may not reach', async () => {
      const position = await opened('extends: ../coun¦cil.yml\n', { '/council.yml': '' });
      assert.equal(await client.request(DefinitionRequest.type, at(position)), null);
    });
    it('to everywhere a rule is changed', async () => {
      const position = await opened(OWN.replace('ours/hours', 'ours/¦hours'), { '/team/east/alongside.yml': 'extends: ../alongside.yml\nrules:\n  ours/hours: warning\n' });
      const found = await client.request(ReferencesRequest.type, { ...at(position), context: { includeDeclaration: true } });
      assert.deepEqual(found?.map(({ uri, range }) => `${uri}:${range.start.line}`), [`${URI}:1`, 'file:///team/east/alongside.yml:2']);
    });
    it('through the outline', async () => {
      await opened(`${OWN}¦`);
      const [rules] = (await client.request(DocumentSymbolRequest.type, { textDocument: { uri: URI } })) as DocumentSymbol[];
      assert.deepEqual(rules.children?.map(({ name, detail }) => [name, detail]), [['ours/hours', 'Our hours']]);
    });
  });

  describe('gives a rule another name', () => {
    it('wherever it is spoken of', async () => {
      const position = await opened(OWN.replace('ours/hours', 'ours/¦hours'), { '/team/east/alongside.yml': 'extends: ../alongside.yml\nrules:\n  ours/hours: warning\n' });
      assert.deepEqual(await client.request(PrepareRenameRequest.type, at(position)), { range: { start: { line: 1, character: 2 }, end: { line: 1, character: 12 } }, placeholder: 'ours/hours' });
      const edit = (await client.request(RenameRequest.type, { ...at(position), newName: 'ours/times' })) as WorkspaceEdit;
      assert.deepEqual((edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [textDocument.uri, edits.length]), [[URI, 1], ['file:///team/east/alongside.yml', 1]]);
    });
    it('in templates that switch it off, too', async () => {
      const record = '# Plan\r\n\r\n<!-- alongside-disable-next-line ours/hours, label/late reason="ours/hours" -->\r\nWe missed the slot of ours/hours.\r\n';
      const position = await opened(OWN.replace('ours/hours', 'ours/¦hours'), { '/team/plan.md': record });
      const edit = (await client.request(RenameRequest.type, { ...at(position), newName: 'ours/times' })) as WorkspaceEdit;
      const [, inRecord] = edit.documentChanges as TextDocumentEdit[];
      assert.deepEqual(inRecord.edits.map((one) => 'range' in one && [one.range.start.line, one.range.start.character, one.range.end.character]), [[2, 33, 43]]);
    });
    it('but not one that ships, nor a name that is taken or no name', async () => {
      const shipped = await opened('rules:\n  label/eng¦agement: off\n');
      await assert.rejects(async () => { await client.request(PrepareRenameRequest.type, at(shipped)); }, /not a rule of this team’s own/);
      client.stop();
      const own = await opened(OWN.replace('ours/hours', 'ours/¦hours'));
      await assert.rejects(async () => { await client.request(RenameRequest.type, { ...at(own), newName: 'label/engagement' }); }, /already a rule called/);
      await assert.rejects(async () => { await client.request(RenameRequest.type, { ...at(own), newName: 'Our times' }); }, /in small letters/);
    });
  });

  describe('is mended by quick fixes', () => {
    it('with the nearest name, while the text is what it was', async () => {
      await opened('rules:\n  label/engagment: off\n¦');
      const problems = await client.published(URI);
      assert.deepEqual(problems.map(({ severity, range }) => [severity, range.end.character]), [[DiagnosticSeverity.Error, 17]]);
      const [fix] = await client.actions(URI, problems);
      assert.equal(fix.title, 'Change to “label/engagement”');
      assert.ok(fix.edit);
      assert.equal(client.apply(fix.edit), 'rules:\n  label/engagement: off\n');
      client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# x\n' });
      assert.deepEqual(await client.actions(URI, problems), []);
    });
    it('which keep a word to the form it has', async () => {
      const { line, character } = await opened(OWN.replace('miss the', 'mi¦ss the'));
      const [fix] = await client.actions(URI, [], { start: { line, character }, end: { line, character } });
      assert.equal(fix.title, 'Find only “miss”, not its other forms');
      assert.ok(fix.edit);
      assert.match(client.apply(fix.edit), /miss\/exact the slot/);
    });
    it('and advice stays below an error', async () => {
      await opened(`${OWN.replace('miss the slot\n', 'miss the slot\n          missed the slot\n')}¦`);
      assert.deepEqual((await client.published(URI)).map(({ severity, range }) => [severity, range.start.line]), [[DiagnosticSeverity.Information, 7]]);
    });
  });

  describe('says over each rule', () => {
    const RECORDS = { '/team/a.md': 'Ewa missed the slot. Kwame missed the slot.\n', '/team/b.md': 'Dee misses the slot.\n', '/team/c.md': 'All came.\n' };
    const titles = async (): Promise<readonly (string | undefined)[]> => {
      const lenses = (await client.request(CodeLensRequest.type, { textDocument: { uri: URI } })) as CodeLens[];
      return (await Promise.all(lenses.map((lens) => (lens.command ? lens : client.request(CodeLensResolveRequest.type, lens))))).map(({ command }) => command?.title);
    };

    it('whether its examples pass and what it raises, and how much more than before the edit', async () => {
      await opened(`${OWN}¦`, { ...RECORDS, [AT]: OWN.replace('miss the slot', 'lose the slot').replace('missed', 'lost') });
      assert.deepEqual((await titles()).slice(2), ['this edit changes what is raised: 3 more', 'both examples pass', 'raises 3 in 2 records · 3 more than before this edit']);
      const preview = (await client.request('alongside/preview', { uri: URI })) as { gained: { path: string; words: string }[]; lost: unknown[] };
      assert.deepEqual(preview.gained.map(({ path, words }) => `${path} ${words}`), ['a.md missed the slot', 'a.md missed the slot', 'b.md misses the slot']);
      assert.deepEqual(preview.lost, []);
    });
    it('exactly what two runs of the command line differ in', async () => {
      const [saved, edited] = [`${OWN}  label/engagement: off\n`, OWN.replace('miss the slot', 'come').replace('[[missed the slot]]', '[[came]] late').replace('Ewa came.', 'Ewa left.')];
      const records = { ...RECORDS, '/team/d.md': '# Visit\r\n\r\nDad failed to engage, and then came. 🙂 Dad came again.\r\n' };
      await opened(`${edited}¦`, { ...records, [AT]: saved });
      const preview = (await client.request('alongside/preview', { uri: URI })) as Record<'gained' | 'lost', { rule: string; path: string; location: Location }[]>;
      const places = ({ rule, path, location: { range } }: (typeof preview)['gained'][number]): string => `${path}:${range.start.line + 1}:${range.start.character + 1}-${range.end.line + 1}:${range.end.character + 1} ${rule}`;
      const run = async (rules: string): Promise<readonly string[]> => (await reportOf({ ...records, [AT]: rules }, ['.'], { cwd: '/team', packs: BUILT_IN })).files.flatMap(({ path, findings }) => findings.map((one) => `${path}:${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.rule}`));
      const [before, after] = [await run(saved), await run(edited)];
      assert.deepEqual(preview.gained.map(places).sort(), after.filter((one) => !before.includes(one)).sort());
      assert.deepEqual(preview.lost.map(places).sort(), before.filter((one) => !after.includes(one)).sort());
      assert.ok(preview.gained.length > 2 && preview.lost.length > 2);
    });
    it('which examples fail', async () => {
      await opened(`${OWN.replace('[[missed the slot]]', '[[came late]]')}¦`, RECORDS);
      assert.equal((await titles())[3], '1 of 2 examples does not do what it says: line 11');
    });
    it('what it raises in a record as it stands in the editor', async () => {
      await opened(`${OWN}¦`, { ...RECORDS, [AT]: OWN });
      client.open('file:///team/a.md', 'All came.\n');
      assert.equal((await titles())[4], 'raises 1 in 1 record');
    });
    it('in a rule of a pack, whose mistakes are told on it too', async () => {
      const rule = OWN.split('\n').slice(2).map((line) => line.slice(4)).join('\n');
      client = await languageClient(SNIPPETS, { rules: 'client' });
      client.files.set(AT, 'packs: [family-valued, ./our-rules]\n');
      client.files.set('/team/our-rules/ours/door.yml', rule);
      client.files.set('/team/a.md', RECORDS['/team/a.md']);
      const uri = 'file:///team/our-rules/ours/door.yml';
      client.open(uri, rule.replace('[[missed the slot]]', '[[came late]]'));
      assert.deepEqual((await client.published(uri)).map(({ range, message }) => [range.start.line, String(message).slice(0, 23)]), [[8, 'ours/door should raise ']]);
      const lenses = (await client.request(CodeLensRequest.type, { textDocument: { uri } })) as CodeLens[];
      const said = await Promise.all(lenses.map((lens) => (lens.command ? lens : client.request(CodeLensResolveRequest.type, lens))));
      assert.deepEqual(said.map(({ command }) => command?.title), ['1 of 2 examples does not do what it says: line 9', 'raises 2 in 1 record']);
      assert.match(((await client.hover(uri, { line: 1, character: 1 }))?.contents as MarkupContent).value, /What the words do to the family/);
      const keys = (await client.request(CompletionRequest.type, { textDocument: { uri }, position: { line: 0, character: 0 } })) as CompletionItem[];
      assert.ok(keys.some(({ label }) => label === 'unless') && !keys.some(({ label }) => label === 'packs'));
    });
    it('and leaves other folders’ records to their own rules file', async () => {
      await opened(`${OWN}¦`, { [AT]: OWN, '/team/east/alongside.yml': '', '/team/east/a.md': RECORDS['/team/a.md'] });
      assert.equal((await titles())[4], 'raises nothing in the records here');
    });
    it('that it is off', async () => {
      await opened('rules:\n  label/engagement: off\n¦', { ...RECORDS, '/team/d.md': 'Dad failed to engage.\n', [AT]: '' });
      assert.equal((await titles()).at(-1), 'off · 1 fewer than before this edit');
    });
  });
});

describe('a client that opens the rules file', () => {
  let client: TestClient;
  beforeEach(async () => { client = await languageClient(PULLING, { rules: 'client' }); });
  afterEach(() => client.stop());
  const asked = (record: string | null, ...folders: readonly string[]): Promise<RulesFileAnswer> => client.request(RULES_FILE_REQUEST, { record: record && `file://${record}`, folders: folders.map((folder) => `file://${folder}`) }) as Promise<RulesFileAnswer>;
  const placed = async (text: string, piece: string | null = null): Promise<string | null> => {
    const place = (await client.request(RULE_PLACE_REQUEST, { uri: URI, text, piece })) as RulePlace | null;
    if (!place) return null;
    const offset = TextDocument.create(URI, '', 0, text).offsetAt(place.position);
    return text.slice(0, offset) + plainly(place.snippet) + text.slice(offset);
  };

  it('is told which one holds for a record, also above the folder that is open', async () => {
    client.files.set('/council/alongside.yml', '');
    client.files.set('/council/east/alongside.yml', '');
    assert.equal((await asked('/council/west/a.md', '/council/west')).uri, 'file:///council/alongside.yml');
    assert.equal((await asked('/council/east/a.md', '/council/west')).uri, 'file:///council/east/alongside.yml');
    assert.equal((await asked(null, '/council/east')).uri, 'file:///council/east/alongside.yml');
  });
  it('is told of one further down where no record is open', async () => {
    client.files.set('/team/records/alongside.yml', '');
    assert.equal((await asked(null, '/team')).uri, 'file:///team/records/alongside.yml');
    assert.equal((await asked('/team/visits/a.md', '/team')).uri, null, 'it does not hold for this record');
  });
  it('is told where one can be begun, and with what', async () => {
    const { uri, begin } = await asked('/b/visits/a.md', '/a', '/b');
    assert.deepEqual([uri, begin.map((place) => place.uri)], [null, ['file:///b/alongside.yml', 'file:///a/alongside.yml', 'file:///b/visits/alongside.yml']]);
    assert.deepEqual(new Set(begin.map(({ text }) => text)), new Set([STARTER]));
    assert.deepEqual(await asked(null), { uri: null, begin: [] });
  });
  it('is told where the next rule goes', async () => {
    for (const text of ['', 'packs: [family-valued]', STARTER, OWN, `${OWN}people:\n  family: [Sana]\n`, OWN.replace(/^  /gm, '    ').trimEnd(), 'rules:\n  label/complex: off']) {
      const after = await placed(text) ?? '';
      assert.deepEqual((await saidOf(after)), [], after);
      assert.match(after, /^ +ours\/our-word:$/m);
      for (const line of text.split('\n')) assert.ok(after.split('\n').includes(line), line);
    }
    assert.equal(await placed('rules: { label/complex: off }\n'), null);
    assert.equal(await placed('rules:\n    ours/a: off\n', 'label/late:\n  allow: |\n    ${1:late}'), 'rules:\n    ours/a: off\n    label/late:\n      allow: |\n        late\n');
  });
  it('is told which rules that ship can change, by what they are about, and how; and where the file speaks of one already', async () => {
    const { rules, changes } = (await client.request(CHANGEABLE_REQUEST, { text: 'rules:\n  label/engagement: off\n' })) as Changeable;
    assert.deepEqual(rules.filter(({ line }) => line !== null).map(({ id, title, line }) => [id, title, line]), [['label/engagement', 'Blame for not taking part', 1]]);
    assert.equal(rules.find(({ id }) => id === 'plan/extras')?.state, 'off');
    for (const { text, of } of changes) for (const id of of === 'off' ? ['plan/extras'] : ['label/engagement']) {
      const after = await placed('packs: [family-valued]\n', `${id}:${text}`) ?? '';
      assert.deepEqual((await saidOf(after)).filter((said) => !said.startsWith('label/engagement raises nothing in “words this rule')), [], after);
    }
  });
});

it('the VS Code client hands over the rules of packs in every category', () => {
  const [, names] = /PACK_RULES = '\*\*\/\{([^}]*)\}/.exec(readFileSync('client/src/connection.ts', 'utf8')) ?? [];
  assert.deepEqual(names?.split(','), [...CATEGORIES]);
});

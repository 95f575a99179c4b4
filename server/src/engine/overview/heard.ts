/**
 * How each child is heard in a record: their own words, and other signs of them. It shares what the check of voices has
 * looked at, and says nothing where it is not clear which child is meant.
 */
import type { Strength, Span } from '../finding.js';
import { findScopes, partsIn, placeIn, scopeKeys, type Part } from '../checks/voice/scopes.js';
import { childrenOf, nameForms, type NamedChild } from '../checks/voice/names.js';
import { factsIn, readWords } from '../checks/voice/voice.js';
import type { NoteView } from '../checks/note-view.js';
import type { ReadOnce } from '../checks/read-once.js';
import { touchesOneOf } from '../in-order.js';
import { strengthsOf } from '../voices/voices.js';
import type { CheckSpec } from '../rule.js';
import { tokenize } from '../words/tokens.js';

/** A child, and where they are heard. */
export interface ChildHeard {
  readonly name: string;
  /** Their own words, quoted. */
  readonly words: readonly Span[];
  /** What they told, wanted, made or showed, in the writer's words: where each begins. */
  readonly signs: readonly number[];
  /** `perhaps`: the note quotes a child, or somebody, whom it does not name there. */
  readonly own: 'yes' | 'perhaps' | 'not-yet';
  /** In any way. `perhaps`: the note hears "the children", and not this one by name. */
  readonly heard: 'yes' | 'perhaps' | 'not-yet';
}

/** A heading or label for what children say. The span is the heading's. */
export interface VoicePlace extends Span {
  /** What stands under it, by child; those it does not name are left out. */
  readonly children: readonly ChildHeard[];
}

export function heardReader(spec: CheckSpec, readOnce: ReadOnce): (view: NoteView) => { readonly children: readonly ChildHeard[]; readonly voicePlaces: readonly VoicePlace[] } {
  const key = `voice ${readOnce.nameOf(spec)}`;
  let made: ReturnType<typeof readWords> | null = null;
  return (view) => {
    const children = childrenOf(view.note, view.people);
    if (children.length === 0) return { children: [], voicePlaces: [] };
    const { cues, scopes: scopeCues } = (made ??= readOnce.of(spec, readWords));
    const byBlock = view.ofBlocks(key, (block) => factsIn(block, view, cues)).map((facts, index): readonly Mark[] => {
      const block = view.note.blocks[index];
      if (block.content.kind === 'heading' || block.content.kind === 'header-cell') return [];
      const own = view.ofBlock(block, 'own words', () => strengthsOf(block.content, view.detail(block).speech)).filter(({ kind }) => kind === 'childs-words');
      const quoted = view.detail(block).speech.filter(({ voice, speaker, scare, rejected, reported }) => voice === 'other' && speaker === '' && !scare && !rejected && !reported);
      return [
        ...quoted.map(({ start, end }): Mark => ({ kind: 'unclear', start: block.start + start, end: block.start + end, child: 'child' })),
        ...own.map(({ start, end, child }): Mark => ({ kind: 'words', start: block.start + start, end: block.start + end, child: formOf(child) })),
        ...facts.signs.filter(({ kind, at }) => kind !== 'gap' && kind !== 'hollow' && !own.some(({ start, end }) => at >= start && at < end)).map(({ at, child }): Mark => ({ kind: 'sign', start: block.start + at, end: block.start + at, child })),
      ].filter(({ start, end }) => !touchesOneOf(view.note.placeholders, start, end));
    });
    const names = nameForms(children, view.people, view.note);
    const scopes = findScopes(view, scopeKeys(`${key} ${[...names].join(' ')}`), names, scopeCues).filter(({ kind }) => kind === 'voice');
    const all = heardIn(byBlock.flat(), children);
    return {
      children: all,
      voicePlaces: scopes.map((scope) => ({ ...placeIn(view, scope), children: heardIn(marksIn(partsIn(view, scope), scope.children, byBlock), children.filter(({ form }) => scope.children.length === 0 || scope.children.includes(form)), all) })),
    };
  };
}

/** `unclear`: quoted, and nobody is named who says it. */
interface Mark extends Span {
  readonly kind: 'words' | 'sign' | 'unclear';
  /** First form of the name, "child" for a word that may mean any of them, '' where only the place tells. */
  readonly child: string;
}

function formOf(child: Strength['child']): string {
  return (child && tokenize(child).forms[0]) || 'child';
}

function marksIn(parts: readonly Part[], children: readonly string[], byBlock: readonly (readonly Mark[])[]): readonly Mark[] {
  const inside = parts.flatMap(({ block, from, to }) => byBlock[block.index].filter(({ start }) => start >= block.start + from && start < block.start + to));
  // "What Leo said": whoever speaks there without a name is Leo.
  return children.length === 1 ? inside.map((mark) => (mark.child === 'child' || mark.child === '' ? { ...mark, child: children[0] } : mark)) : inside;
}

/** `whole`, where given, says whether a child is heard elsewhere in the note. */
function heardIn(marks: readonly Mark[], children: readonly NamedChild[], whole: readonly ChildHeard[] = []): readonly ChildHeard[] {
  const forms = new Set(children.map(({ form }) => form));
  const unnamed = marks.filter(({ child }) => !forms.has(child));
  const clear = marks.filter(({ kind }) => kind !== 'unclear');
  const byForm = new Map<string, Mark[]>();
  for (const mark of clear) byForm.get(mark.child)?.push(mark) ?? byForm.set(mark.child, [mark]);
  const elsewhere = new Map(whole.map((one) => [one.name, one]));
  const sure = (found: boolean, inAll: 'yes' | 'perhaps' | 'not-yet', perhaps: boolean): 'yes' | 'perhaps' | 'not-yet' => (found ? 'yes' : inAll !== 'not-yet' ? inAll : perhaps ? 'perhaps' : 'not-yet');
  return children.map(({ name, form }): ChildHeard => {
    const own = children.length === 1 && whole.length < 2 ? clear : byForm.get(form) ?? [];
    const words = own.filter(({ kind }) => kind === 'words').map(({ start, end }) => ({ start, end }));
    const signs = own.filter(({ kind }) => kind === 'sign').map(({ start }) => start);
    const all = elsewhere.get(name);
    return {
      name, words, signs,
      own: sure(words.length > 0, all?.own ?? 'not-yet', unnamed.some(({ kind }) => kind !== 'sign')),
      heard: sure(own.length > 0, all?.heard ?? 'not-yet', unnamed.some(({ kind }) => kind !== 'unclear')),
    };
  });
}

/**
 * What to say where a child is not heard: a question fit for their age, in the rule file's words. It does not know
 * why the child is not heard.
 */
import type { CheckSpec } from '../../rule.js';
import { textOf } from '../cue-phrases.js';
import { saying, type NoteRaised } from '../note-view.js';
import type { Age, NamedChild } from './names.js';

/** `age` is null where the note does not give it, or where more than one child is meant. */
export function voiceMessage(spec: CheckSpec, children: readonly NamedChild[], age: Age | null): Pick<NoteRaised, 'message' | 'ask' | 'about'> {
  const names = listed(children.map(({ name }) => name));
  const fill = (key: string): string => textOf(spec[key]).replaceAll('{child}', names).replaceAll('{age}', age?.said ?? '');
  const ask = fill(`ask-${children.length !== 1 ? 'several' : age ? stageOf(age.months) : 'unknown'}`);
  const say = fill(children.length === 0 ? 'say-nobody' : 'say');
  return { ...saying(say, ask), ...(names === '' ? {} : { about: names }) };
}

function stageOf(months: number): 'baby' | 'young' | 'child' | 'teenager' {
  if (months < 24) return 'baby';
  if (months < 72) return 'young';
  return months < 144 ? 'child' : 'teenager';
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

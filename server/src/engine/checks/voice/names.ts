/**
 * Children's names, words and ages as a note gives them, and headings brought into one form: "What Maya and Leo told
 * us" reads "what child told us". It does not judge headings.
 */
import type { Note } from '../../note/note.js';
import { CHILD, type People } from '../../people/people.js';
import { isFigure } from '../../words/letters.js';
import { tokenize } from '../../words/tokens.js';

/** Forms that stand in names and are everyday words as well. */
export const FAMILY_NAME_PARTS: ReadonlySet<string> = new Set(['child', 'and', 'the', 'of', 'baby', 'de', 'van', 'el', 'al']);

/** A child whom the note is about. */
export interface NamedChild {
  /** As it would be said: the first name. */
  readonly name: string;
  /** First form of the name. */
  readonly form: string;
}

/** More children than any record is about. */
const MOST = 30;

/** Names of children in the front matter, as written. */
export function givenNames({ frontMatter }: Note): readonly string[] {
  return ['child', 'children', 'young-person'].flatMap((key) => frontMatter?.values.get(key) ?? []);
}

/** Children of the front matter, else those whom the note or the rulebook names. */
export function childrenOf(note: Note, { members }: People): readonly NamedChild[] {
  const given = givenNames(note);
  const names = given.length > 0 ? given : members.filter(({ group }) => group & CHILD).map(({ name }) => name);
  return names.slice(0, MOST).flatMap((whole) => {
    const name = whole.trim().split(/\s+/u)[0];
    const [form] = tokenize(name).forms;
    return form === undefined ? [] : [{ name, form }];
  });
}

/** Every form of every child's name, and "you" in a letter to one. */
export function nameForms(children: readonly NamedChild[], { members, reader }: People, note: Note): ReadonlySet<string> {
  const given = givenNames(note);
  const known = members.filter(({ group }) => group & CHILD).map(({ name }) => name);
  const forms = [...children.map(({ name }) => name), ...known, ...given].flatMap((name) => tokenize(name).forms).filter((form) => !FAMILY_NAME_PARTS.has(form));
  return new Set(reader && (reader.groups & CHILD) !== 0 ? [...forms, ...YOU] : forms);
}

/** These name no child by themselves. */
export const YOU: ReadonlySet<string> = new Set(['you', 'your']);

const CHILDREN = new Set(['child', 'children', 'childrens', 'boy', 'boys', 'girl', 'girls', 'twins', 'kids', 'baby', 'yp', 'siblings', 'person', 'people', 'teenager', 'pupil', 'pupils', 'student', 'students', 'learner', 'learners']);
const NUMBERS = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'];
const LEFT_OUT = new Set(["'s", 'and', '&', '/', 'the', 'our', 'young', 'years', 'year', 'yrs', 'old', 'aged', 'age', 'months', 'weeks', 'nearly', 'both', 'own', ...NUMBERS]);

/** Lower case words, with every child's name or word as "child", and without articles, ages and "and". */
export function normalise(heading: string, names: ReadonlySet<string>): string {
  return normalForms(tokenize(heading).forms, names).join(' ');
}

/** The same of words that have been parted already. */
export function normalForms(forms: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const words: string[] = [];
  for (const form of forms) {
    if (LEFT_OUT.has(form) || isFigure(form.charCodeAt(0))) continue;
    const word = CHILDREN.has(form) || names.has(form) ? 'child' : form;
    if (word !== 'child' || words[words.length - 1] !== 'child') words.push(word);
  }
  return words;
}

const AGE = new RegExp(String.raw`([A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’-]{0,20})(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’-]{0,20}){0,2}(?:,? (?:who )?is(?: aged)?|,? aged?|,| \((?:aged? )?)\s?(\d{1,2}|${NUMBERS.slice(1).join('|')})(?: (weeks?|months?))?(?=[\s,.);]|$)`, 'gu');

/** How old the note says a child is. */
export interface Age {
  readonly form: string;
  readonly months: number;
  /** As it would be said: "one", "7 weeks old". */
  readonly said: string;
}

/** Ages given in one block's prose: "Ava (1)", "Leo, aged 9", "Theo is nine months". */
export function agesIn(prose: string): readonly Age[] {
  const ages: Age[] = [];
  for (const [, name, number, unit] of prose.matchAll(AGE)) {
    const [form] = tokenize(name).forms;
    const count = /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number);
    const weeks = unit?.startsWith('week');
    if (form === undefined || (unit === undefined && count > 18)) continue;
    ages.push({ form, months: unit === undefined ? count * 12 : weeks ? Math.floor(count / 4) : count, said: unit ? `${count} ${unit} old` : NUMBERS[count] ?? String(count) });
  }
  return ages;
}

/** Where more are named, a record lists children rather than hears each of them. */
export const MOST_CHILDREN = 12;

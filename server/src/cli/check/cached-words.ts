/**
 * What was found in a record, as text in which no word of the record stands: in the place of each is where in the record
 * it is. Whoever has the record can make it whole again; nobody else can.
 */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Stands before a place, and in no text that is kept. */
const MARK = '\ue000';
const FORMS: Readonly<Record<string, (word: string) => string>> = {
  '=': (word) => word,
  l: (word) => word.toLowerCase(),
  u: (word) => word.toUpperCase(),
  c: (word) => word[0].toUpperCase() + word.slice(1).toLowerCase(),
};

/** Null where a word of the record could not be kept out. */
export function withoutWords(value: unknown, source: string): string | null {
  const [exact, folded] = [new Map<string, number>(), new Map<string, number>()];
  for (const { 0: word, index } of source.matchAll(WORD)) {
    if (!exact.has(word)) exact.set(word, index);
    if (!folded.has(fold(word))) folded.set(fold(word), index);
  }
  const wordAt = wordsOf(source);
  let kept = !source.includes(MARK);
  const placeOf = (word: string): string => {
    const at = exact.get(word) ?? folded.get(fold(word));
    if (at === undefined) return word;
    const form = Object.keys(FORMS).find((name) => FORMS[name](wordAt(at)) === word);
    if (form === undefined) kept = false;
    return `${MARK}${form}${at.toString(36)}`;
  };
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'string') return inner;
    if (inner.includes(MARK)) kept = false;
    return inner.replace(WORD, placeOf);
  });
  return kept ? text : null;
}

/** What `withoutWords` was given. Throws where the text is not its own. */
export function withWords(text: string, source: string): unknown {
  const wordAt = wordsOf(source);
  return JSON.parse(text.replace(/\ue000([=luc])([0-9a-z]+)/g, (_all, form: string, at: string) => FORMS[form](wordAt(parseInt(at, 36)))));
}

/** The word that begins at a place. */
function wordsOf(source: string): (at: number) => string {
  const word = new RegExp(WORD.source, 'uy');
  return (at) => {
    word.lastIndex = at;
    return word.exec(source)![0];
  };
}

function fold(word: string): string {
  return word.toLowerCase();
}

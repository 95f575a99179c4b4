/**
 * The data of the acronym check, as the rule file has it: what letters stand for, and which are never raised.
 * It does not know how acronyms are found.
 */
import type { CheckSpec } from '../../rule.js';
import { tableOf, type ByWord } from '../../words/by-word.js';
import { tokenize } from '../../words/tokens.js';

/** What letters stand for. Several readings are parted by ` / ` in `full`. */
export interface Acronym {
  readonly full: string;
  readonly plain: string;
}

/** The rule file's data, ready for use. All keys and set members are in `keyOf` form, but for `everyday`. */
export interface AcronymSpec {
  readonly glossary: ReadonlyMap<string, Acronym>;
  /** As written: acronyms that everybody knows. */
  readonly everyday: ReadonlySet<string>;
  /** Glossary entries that another rule raises, or that mean something else too often; explained, never raised. */
  readonly silent: ReadonlySet<string>;
  /** Glossary entries with one reading, which may be written out. */
  readonly expand: ReadonlySet<string>;
  /** Words which, standing next, give the letters another sense: DNA test. */
  readonly notBefore: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words people write in capitals to be heard: NOT, MUST. Lower case. */
  readonly shouted: ReadonlySet<string>;
  /** Full forms by their first word: the words that follow it, and the acronyms they stand for. */
  readonly readings: ByWord<readonly Reading[]>;
}

export interface Reading {
  readonly words: readonly string[];
  readonly acronym: string;
}

/** The data of a rule file's `check:`; what is missing or of the wrong form is read as empty. Never throws. */
export function decodeAcronymSpec(check: CheckSpec): AcronymSpec {
  const glossary = new Map<string, Acronym>();
  for (const [written, meaning] of pairs(check['glossary'])) {
    const bar = meaning.indexOf('|');
    glossary.set(keyOf(written), { full: (bar < 0 ? meaning : meaning.slice(0, bar)).trim(), plain: bar < 0 ? '' : meaning.slice(bar + 1).trim() });
  }
  const readings = new Map<string, Reading[]>();
  for (const [acronym, { full }] of glossary) {
    // Where there are two readings, one of them standing in the note does not say which is meant.
    if (!full.includes(' / ')) {
      const forms = /^[A-Za-z]+(?: [A-Za-z]+)*$/.test(full) ? full.toLowerCase().split(' ') : tokenize(full.replace(/\([^)]*\)/g, ' ')).forms;
      const same = readings.get(forms[0]);
      if (forms.length < 2) continue;
      if (same) same.push({ words: forms, acronym });
      else readings.set(forms[0], [{ words: forms, acronym }]);
    }
  }
  const keys = (value: CheckSpec[string] | undefined): ReadonlySet<string> => new Set(words(value).map(keyOf));
  return {
    glossary,
    everyday: new Set(words(check['everyday'])),
    silent: keys(check['silent']),
    expand: keys(check['expand']),
    notBefore: new Map(pairs(check['not-before']).map(([written, next]) => [keyOf(written), new Set(words(next))])),
    shouted: new Set(words(check['shouted']).map((word) => word.toLowerCase())),
    readings: tableOf(readings),
  };
}

/** One form for the ways an acronym is written: `LACs`, `CiN`, `s.47`, `S 47`, `NFA'd`. */
export function keyOf(written: string): string {
  if (/^[A-Z]+$/.test(written)) return written;
  const bare = written.replace(/['’](?:s|d)$/u, '').replace(/[\s.\u2060]/gu, '');
  return (/^[A-ZÀ-ÞĀ-ɏḀ-ỿ&/\d-]{2,}s$/u.test(bare) ? bare.slice(0, -1) : bare).toUpperCase();
}

function words(value: CheckSpec[string] | undefined): readonly string[] {
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '';
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** Lines of the form `IRO: Independent Reviewing Officer | person who checks the plan`, or a map. */
function pairs(value: CheckSpec[string] | undefined): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  const lines = typeof value === 'string' ? value.split('\n') : Array.isArray(value) ? (value as readonly string[]) : null;
  if (!lines) return Object.entries(value as Readonly<Record<string, string>>);
  return lines.map((line) => [line, line.indexOf(': ')] as const).filter(([, colon]) => colon > 0).map(([line, colon]) => [line.slice(0, colon).trim(), line.slice(colon + 2).trim()]);
}

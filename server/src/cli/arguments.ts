/**
 * What was typed → which command with which options, or a plain sentence about what is wrong with it. Parsing itself
 * is Node's own; it knows the table's form and none of the commands.
 */
import { parseArgs } from 'node:util';
import { nearest } from '../rulebook/nearest.js';
import type { Command, Given, Option, Options } from './command.js';

export type Request =
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given<Options> }
  /** Of all commands where `command` is null. */
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string; readonly command: Command | null };

/** Options that every command has. */
export const COMMON: Options = {
  help: { value: null, short: 'h', brief: 'this text', about: 'Shows what the command does and its options.' },
  version: { value: null, short: 'v', brief: 'the version', about: 'Shows the version of Alongside.' },
};

export function readArguments(args: readonly string[], commands: readonly Command[]): Request {
  const words = positionalsOf(args, commands);
  const [first] = words;
  const named = find(first === 'help' ? words.slice(1) : words, commands);
  if (first === 'help') return named || words.length === 1 ? { kind: 'help', command: named } : unknown(words.slice(1), commands);
  if (first === 'version') return { kind: 'version' };
  if (first !== undefined && !named) return unknown(words, commands);
  const options = { ...named?.options, ...COMMON };
  const wrong = (message: string): Request => ({ kind: 'wrong', message, command: named });
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: forNode(options), allowPositionals: true, strict: true });
  } catch (error) {
    return wrong(explained(error as NodeJS.ErrnoException, args, options));
  }
  const { values, positionals } = parsed;
  if (values['help'] || (!named && !values['version'])) return { kind: 'help', command: named };
  if (values['version'] || !named) return { kind: 'version' };
  const operands = positionals.slice(named.name.split(' ').length);
  if (operands.includes('')) return wrong('One of the arguments is empty; a variable may have had nothing in it.');
  if (named.operands === null && operands.length > 0) return wrong(`“${named.name}” takes nothing after it but options, and “${operands[0]}” is none.`);
  for (const [name, { oneOf }] of Object.entries(named.options)) {
    for (const value of [values[name] ?? []].flat()) {
      const objection = value === '' ? needsValue(name, oneOf) : oneOf ? notOneOf(`--${name}`, String(value), oneOf) : null;
      if (objection) return wrong(objection);
    }
  }
  const given: Given<Options> = { operands, options: Object.fromEntries(Object.entries(named.options).map(([name, option]) => [name, values[name] ?? absent(option)])) as Given<Options>['options'] };
  const objection = named.objection?.(given) ?? null;
  return objection === null ? { kind: 'run', command: named, given } : wrong(objection);
}

/** A sentence where `value` is none of `values`. */
export function notOneOf(what: string, value: string, values: readonly string[]): string | null {
  return values.includes(value) ? null : `${what} cannot be “${value}”${suggestion(value, values)} It is one of ${values.join(', ')}.`;
}

/** Words that are no options, whatever the command: the same name takes a value everywhere or nowhere. */
function positionalsOf(args: readonly string[], commands: readonly Command[]): readonly string[] {
  const all = Object.assign({}, ...commands.map(({ options }) => options), COMMON) as Options;
  return parseArgs({ args: [...args], options: forNode(all), allowPositionals: true, strict: false }).positionals;
}

function find(words: readonly string[], commands: readonly Command[]): Command | null {
  const named = (count: number): Command | undefined => commands.find(({ name }) => name === words.slice(0, count).join(' '));
  return named(2) ?? named(1) ?? null;
}

function unknown(words: readonly string[], commands: readonly Command[]): Request {
  const [first, second] = words;
  const family = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name.slice(first.length + 1));
  const wrong = (message: string): Request => ({ kind: 'wrong', message, command: null });
  if (family.length > 0) return wrong(`“${first}” is followed by one of ${family.join(', ')}${second === undefined ? '.' : `, not by “${second}”${suggestion(second, family)}`}`);
  return wrong(`There is no command “${first}”${suggestion(first, [...new Set(commands.map(({ name }) => name.split(' ')[0])), 'help', 'version'])} To check records: alongside check ${first}`);
}

function forNode(options: Options): Record<string, { type: 'string' | 'boolean'; multiple: boolean; short?: string }> {
  const entries = Object.entries(options).map(([name, { value, many, short }]) => [name, { type: value === null ? ('boolean' as const) : ('string' as const), multiple: many ?? false, ...(short === undefined ? {} : { short }) }] as const);
  return Object.fromEntries(entries);
}

function absent({ value, many }: Option): false | null | readonly string[] {
  return value === null ? false : many ? [] : null;
}

function needsValue(name: string, oneOf: readonly string[] | undefined): string {
  return `--${name} needs a value after it.${oneOf ? ` It is one of ${oneOf.join(', ')}.` : ''}`;
}

function explained(error: NodeJS.ErrnoException, args: readonly string[], options: Options): string {
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const typed = args.find((arg) => arg.startsWith('-') && arg !== '-' && error.message.includes(`'${arg.split('=')[0]}'`)) ?? '';
    const name = typed.split('=')[0];
    const known = Object.keys(options).map((option) => `--${option}`);
    return `There is no option “${name}”${suggestion(name, known)} Options: ${known.join(', ')}.`;
  }
  const option = /'(?:-\w, )?--([\w-]+)/.exec(error.message)?.[1];
  if (option === undefined) return 'An option has a value it does not take.';
  return error.message.includes('does not take') ? `--${option} takes no value.` : needsValue(option, undefined);
}

function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near ? `; did you mean “${near}”?` : '.';
}

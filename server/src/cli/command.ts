/**
 * What a command is: its name, its operands and options, and what it does. Parsing, `--help`, docs/cli.md and shell
 * completion are all made from these tables; nothing about a command is said twice.
 */
import type { World } from './world.js';

/** 0: nothing at or above the gate. 1: findings at or above it. 2: something could not be done or checked. */
export type ExitCode = 0 | 1 | 2;

export interface Option {
  /** What stands for the value in help, such as `FILE`; null for a switch. */
  readonly value: string | null;
  /** Every value there can be. */
  readonly oneOf?: readonly string[];
  /** Values that completion offers, where others are allowed too. */
  readonly offers?: readonly string[];
  /** May be given more than once. */
  readonly many?: true;
  /** One letter. */
  readonly short?: string;
  /** For `--help`: at most 50 columns, no full stop. */
  readonly brief: string;
  /** For the manual: Markdown, whole sentences. */
  readonly about: string;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { value: null } ? boolean
  : O extends { many: true } ? readonly string[]
  : O extends { oneOf: readonly (infer Value extends string)[] } ? Value | null
  : string | null;

/** What was typed. A switch is true or false; a value is null where it was not given. */
export interface Given<O extends Options> {
  readonly operands: readonly string[];
  readonly options: { readonly [Name in keyof O]: ValueOf<O[Name]> };
}

export interface CommandSpec<O extends Options> {
  /** One word, or two where the first is shared: `set-aside list`. */
  readonly name: string;
  /** One line of the overview: at most 50 columns, no full stop. */
  readonly brief: string;
  /** For `--help` and the manual: Markdown paragraphs of whole sentences, wrapped by whoever shows them. */
  readonly about: string;
  /** What stands for the operands in help, such as `[PATH …]`; null where there can be none. */
  readonly operands: string | null;
  /** Words that completion offers as operands; files where this is left out. */
  readonly offers?: readonly string[];
  readonly options: O;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** A sentence where what was typed does not fit together, else null. */
  objection?(given: Given<O>): string | null;
  /** Never throws but for a bug: what the world refuses is told, and gives 2. `commands` is the whole table. */
  run(given: Given<O>, world: World, commands: readonly Command[]): Promise<ExitCode>;
}

/** A command whose options are known by name only. */
export type Command = CommandSpec<Options>;

/** Takes a command into the table. Parsing gives each its own options and no others, which is what the cast rests on. */
export function command<const O extends Options>(spec: CommandSpec<O>): Command {
  return spec as unknown as Command;
}

/** Tells why a command does nothing. */
export function refuse(world: World, message: string): 2 {
  world.error(`alongside: ${message}\n`);
  return 2;
}

/**
 * The table of commands → a script with which a shell completes them. It runs nothing: all a shell needs is in the
 * script.
 */
import { COMMON } from './arguments.js';
import type { Command, Option } from './command.js';
import type { Shell } from './completion-command.js';

export function completionScript(shell: Shell, commands: readonly Command[]): string {
  const lines = { bash, zsh, fish }[shell](commands);
  return `${lines.join('\n')}\n`;
}

function bash(commands: readonly Command[]): readonly string[] {
  const values = commands.flatMap((command) => optionsOf(command).flatMap(([name, option]) => (option.value === null ? [] : [`    "${command.name}:--${name}") ${option.oneOf ?? option.offers ? reply(option.oneOf ?? option.offers!) : isPath(option) ? '_alongside_files' : 'true'}; return ;;`])));
  return [
    '# Completes alongside in bash.',
    '_alongside_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }',
    '_alongside_files() { compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); }',
    '_alongside() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" word',
    '  if [ "$cur" = "=" ]; then cur=""; elif [ "$prev" = "=" ]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi',
    ...findCommand(commands, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"'),
    '  case "$command:$prev" in',
    ...values,
    '  esac',
    '  case "$command:$cur" in',
    ...commands.map((command) => `    "${command.name}:-"*) ${reply(optionsOf(command).map(([name]) => `--${name}`))} ;;`),
    ...families(commands).map(([name, followers]) => `    "${name}:"*) ${reply(followers)} ;;`),
    ...commands.map((command) => `    "${command.name}:"*) ${command.offers ? reply(command.offers) : command.operands === null ? 'true' : '_alongside_files'} ;;`),
    `    *) ${reply([...firstWords(commands), 'help', 'version', '--help', '--version'])} ;;`,
    '  esac',
    '}',
    'complete -F _alongside alongside',
  ];
}

function reply(words: readonly string[]): string {
  return `_alongside_words "${words.join(' ')}"`;
}

function zsh(commands: readonly Command[]): readonly string[] {
  const said = (text: string): string => text.replace(/'/g, '’').replace(/[[\]:\\]/g, '\\$&');
  const action = (option: Option): string => `:${said(option.value ?? '')}:${option.oneOf ?? option.offers ? `(${(option.oneOf ?? option.offers)!.join(' ')})` : isPath(option) ? '_files' : ''}`;
  const argument = ([name, option]: readonly [string, Option]): string => `'${option.many ? '*' : ''}--${name}[${said(option.brief)}]${option.value === null ? '' : action(option)}'`;
  return [
    '#compdef alongside',
    '_alongside() {',
    '  local command="" word',
    ...findCommand(commands, '${words[2,CURRENT-1]}'),
    '  case $command in',
    ...commands.flatMap((command) => [
      `    '${command.name}')`,
      `      shift ${command.name.split(' ').length} words; (( CURRENT -= ${command.name.split(' ').length} ))`,
      `      _arguments ${[...optionsOf(command).map(argument), ...(command.operands === null ? [] : [command.offers ? `'*: :(${command.offers.join(' ')})'` : "'*:file:_files'"])].join(' ')} ;;`,
    ]),
    ...families(commands).map(([name, followers]) => `    '${name}') compadd ${followers.join(' ')} ;;`),
    `    *) local -a commands; commands=(${commands.filter(({ name }) => !name.includes(' ')).map(({ name, brief }) => `'${name}:${said(brief)}'`).join(' ')} ${families(commands).map(([name]) => name).join(' ')} help version); _describe command commands ;;`,
    '  esac',
    '}',
    '# Run as a file that zsh loads when it is first needed, or read at start-up.',
    'if [ "$funcstack[1]" = "_alongside" ]; then _alongside "$@"; else compdef _alongside alongside; fi',
  ];
}

function fish(commands: readonly Command[]): readonly string[] {
  const said = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
  const line = (condition: string, rest: string): string => `complete -c alongside -n ${said(condition)} ${rest}`;
  const seen = (name: string): string => name.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  return [
    '# Completes alongside in fish.',
    'complete -c alongside -f',
    ...firstWords(commands).map((word) => line('__fish_use_subcommand', `-a ${word} -d ${said(commands.find(({ name }) => name === word)?.brief ?? families(commands).find(([name]) => name === word)?.[1].join(', ') ?? '')}`)),
    ...families(commands).map(([name, followers]) => line(`${seen(name)}; and not __fish_seen_subcommand_from ${followers.join(' ')}`, `-a ${said(followers.join(' '))}`)),
    ...commands.flatMap((command) => [
      ...(command.offers ? [line(seen(command.name), `-a ${said(command.offers.join(' '))}`)] : command.operands === null ? [] : [line(seen(command.name), '-F')]),
      ...optionsOf(command).map(([name, option]) => line(seen(command.name), `-l ${name}${option.short ? ` -s ${option.short}` : ''}${option.value === null ? '' : option.oneOf ?? option.offers ? ` -x -a ${said((option.oneOf ?? option.offers)!.join(' '))}` : isPath(option) ? ' -r -F' : ' -x'} -d ${said(option.brief)}`)),
    ]),
  ];
}

/** Shell lines that walk the words before the cursor and leave the longest command they name in `command`. */
function findCommand(commands: readonly Command[], words: string): readonly string[] {
  const names = [...new Set(commands.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0], name] : [name])))];
  return [
    `  for word in ${words}; do`,
    '    case "$command $word" in',
    ...names.map((name) => `      "${name.includes(' ') ? name : ` ${name}`}") command="${name}" ;;`),
    '    esac',
    '  done',
  ];
}

/** First words that are no command by themselves, each with what may follow it. */
function families(commands: readonly Command[]): readonly (readonly [name: string, followers: readonly string[]])[] {
  return firstWords(commands)
    .filter((word) => !commands.some(({ name }) => name === word))
    .map((word) => [word, commands.filter(({ name }) => name.startsWith(`${word} `)).map(({ name }) => name.slice(word.length + 1))]);
}

function firstWords(commands: readonly Command[]): readonly string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0]))];
}

function optionsOf({ options }: Command): readonly (readonly [string, Option])[] {
  return Object.entries({ ...options, ...COMMON });
}

function isPath({ value }: Option): boolean {
  return value !== null && /FILE|PATH|FOLDER/.test(value);
}

/**
 * The command line in one function: arguments and a world in, an exit code out.
 */
import { readArguments } from './arguments.js';
import type { ExitCode } from './command.js';
import { COMMANDS } from './commands.js';
import type { World } from './world.js';

export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const request = readArguments(args, COMMANDS);
  switch (request.kind) {
    case 'help':
      world.out((await import('./help.js')).helpText(request.command, COMMANDS));
      return 0;
    case 'version':
      world.out(`${world.version}\n`);
      return 0;
    case 'wrong':
      world.error(`alongside: ${request.message}\nalongside ${request.command ? `${request.command.name} ` : ''}--help shows what there is.\n`);
      return 2;
    case 'run':
      return request.command.run(request.given, world, COMMANDS);
  }
}

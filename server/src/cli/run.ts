/**
 * The command line in one function: arguments and a world in, an exit code out.
 */
import { HELP, readArguments } from './arguments.js';
import { check, type ExitCode } from './check.js';
import type { World } from './world.js';

export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const request = readArguments(args);
  switch (request.kind) {
    case 'help':
      world.out(HELP);
      return 0;
    case 'version':
      world.out(`${world.version}\n`);
      return 0;
    case 'wrong':
      world.error(`alongside: ${request.message}\nalongside --help shows what there is.\n`);
      return 2;
    case 'check':
      return check(request.options, world);
  }
}

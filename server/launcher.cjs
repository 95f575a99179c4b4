// Starts the command line from V8's own cache of its compiled code, which halves its start-up. Node that differs from
// the one it was built with finds the cache unfit and compiles as usual. The build copies this file to dist/cli.js.
const { readFileSync, statSync } = require('node:fs');
const { wrap } = require('node:module');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const program = `${__dirname}/cli-main.js`;

function cached() {
  try {
    return readFileSync(`${program}.cache`);
  } catch {
    return undefined;
  }
}

/** Of a note or two the reading is over before V8 has optimised it, which would cost more than all the rest. */
const LITTLE = 100_000;

/** What may not be looked at, or leads round in a circle, is for the program to tell. */
function statsOf(path) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** How much there is to read, as far as it is named: folders, patterns and standard input may be anything. */
function amountOf([, ...args]) {
  let size = 0;
  const isNamed = args.length > 0 && args.every((arg) => {
    const stats = statsOf(arg);
    if (stats?.isFile()) size += stats.size;
    return stats ? stats.isFile() : arg !== '-' && !/[*?{[]/.test(arg);
  });
  if (!isNamed) return 'unknown';
  return size < LITTLE ? 'little' : 'much';
}

/** Of a pattern that is tried often V8 makes code: to go over the bytecode it begins with costs more than it saves. */
const BYTECODE_AS_IT_IS = '--no-regexp-peephole-optimization';

const FLAGS = {
  // It is not worth compiling patterns that are tried a few times, nor beginning with a heap that is outgrown at once.
  little: ['--regexp-tier-up-ticks=100', '--semi-space-growth-factor=8'],
  // Most of what a long note needs is kept to its end: room for what is thrown away would come on top of it.
  much: ['--opt', '--semi-space-growth-factor=1'],
  unknown: ['--opt'],
};

// The cache belongs to these flags: the build, which requires this file and makes it, runs with no others.
setFlagsFromString('--no-opt');
const script = new Script(wrap(readFileSync(program, 'utf8')), { filename: program, cachedData: cached() });
if (require.main === module) {
  for (const flag of [BYTECODE_AS_IT_IS, ...FLAGS[amountOf(process.argv.slice(2))]]) setFlagsFromString(flag);
}
script.runInThisContext()(exports, require, module, program, __dirname);

// For the build, which asks for the cache after a run, when it holds all that a run needs.
exports.script = script;

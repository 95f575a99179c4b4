/**
 * How deep lists and mappings stand inside one another, before anything goes down into them: the YAML library does so by
 * calling itself, and where that uses up the stack it may take the whole process with it.
 */
import { Lexer, Parser } from 'yaml';

/** Far more than any rules file needs. */
const DEEPEST = 100;

/** Where it gets too deep, as an offset; null in a file that can be read. */
export function tooDeepAt(source: string): number | null {
  const parser = new Parser();
  for (const sign of new Lexer().lex(source)) {
    for (const _done of parser.next(sign));
    if (parser.stack.length > DEEPEST) return Math.min(parser.offset, source.length);
  }
  return null;
}

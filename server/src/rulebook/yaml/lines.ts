/**
 * The lines of a YAML text, and where they begin. It does not know what they hold.
 */

/** A line of a file; `start` is its UTF-16 offset. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** The line that holds an offset, without its line end. */
export function lineAt(source: string, offset: number): Line {
  const start = source.lastIndexOf('\n', Math.max(0, offset - 1)) + (offset === 0 && source[0] === '\n' ? 0 : 1);
  const stop = source.indexOf('\n', start);
  return { start, text: source.slice(start, stop < 0 ? source.length : stop).replace(/\r$/, '') };
}

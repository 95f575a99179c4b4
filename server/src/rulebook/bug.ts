/**
 * What may be told of a bug: its kind, and where in our code it is. What it says of itself is left out, as that may hold
 * words of a record.
 */

/** The kind of what was thrown, such as `TypeError`. */
export function kindOf(thrown: unknown): string {
  return thrown instanceof Error && /^[A-Za-z]{1,40}$/.test(thrown.name) ? thrown.name : 'no Error';
}

/** Its frames, one a line; '' where there are none. */
export function framesOf(thrown: unknown): string {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return '';
  // The message comes first, and a line of it may look like a frame.
  const said = thrown.stack.lastIndexOf(thrown.message);
  const frames = said < 0 ? '' : thrown.stack.slice(said + thrown.message.length);
  return frames.split('\n').filter((line) => FRAME.test(line)).join('\n');
}

const FRAME = /^ {4}at (?:.* \()?(?:node:|file:\/\/)?[^()\n]+:\d+:\d+\)?$/;

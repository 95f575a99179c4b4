/**
 * As much of `node:assert/strict` as the stories use, for the web worker host, where there is no Node.
 */

export default Object.assign(ok, { ok, equal, deepEqual, match, doesNotMatch, rejects });

function ok(value: unknown, message = `${String(value)} is not truthy`): asserts value {
  if (!value) fail(message);
}

function equal(actual: unknown, expected: unknown, message = `${shown(actual)} is not ${shown(expected)}`): void {
  if (!Object.is(actual, expected)) fail(message);
}

/** Of what can be written as JSON. */
function deepEqual(actual: unknown, expected: unknown, message = `${shown(actual)} is not ${shown(expected)}`): void {
  if (shown(actual) !== shown(expected)) fail(message);
}

function match(text: string, pattern: RegExp, message = `${shown(text)} does not match ${String(pattern)}`): void {
  if (!pattern.test(text)) fail(message);
}

function doesNotMatch(text: string, pattern: RegExp, message = `${shown(text)} matches ${String(pattern)}`): void {
  if (pattern.test(text)) fail(message);
}

async function rejects(promise: () => Promise<unknown>, isExpected: (error: Error) => boolean): Promise<void> {
  const thrown = await promise().then(() => null, (error: Error) => error);
  if (!thrown || !isExpected(thrown)) fail(`${String(thrown)} is not what it should reject with`);
}

function fail(message: string): never {
  throw new Error(message);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value, null, 1);
}

/** What `make` makes, made when it is first asked for. */
export function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

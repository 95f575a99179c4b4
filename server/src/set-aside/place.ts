/**
 * What the sidecar is called.
 */
export const SIDECAR_FOLDER = '.alongside';
export const SIDECAR_FILE = `${SIDECAR_FOLDER}/set-aside.yml`;

/** `file` is a path with `/`, or a URI. */
export function isSidecar(file: string): boolean {
  return file.endsWith(`/${SIDECAR_FILE}`);
}

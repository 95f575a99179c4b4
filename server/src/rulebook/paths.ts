/**
 * Paths with `/`, as rulebook and command line use them on every system.
 */

/** The folder a path lies in; the folder of a root (`/`, `C:`, `//server/share`) is that root. */
export function folderOf(path: string): string {
  const root = /^(?:[A-Za-z]:|\/\/[^/]+\/[^/]+|\/)/.exec(path)?.[0] ?? '';
  const at = path.lastIndexOf('/');
  return at > root.length ? path.slice(0, at) : root;
}

/** `path` as seen from an absolute `folder`, without `.` and `..`. */
export function resolvePath(folder: string, path: string): string {
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:\//.test(path);
  const whole = isAbsolute ? path : `${folder === '/' ? '' : folder}/${path}`;
  const root = /^(?:[A-Za-z]:|\/\/[^/]+\/[^/]+)/.exec(whole)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return root !== '' && parts.length === 0 ? root : `${root}/${parts.join('/')}`;
}

/** Whether a path is a folder, or lies below it. Both are absolute, without `.` and `..`. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** `path` relative to `folder` where it lies below it, else as it is. */
export function relativeTo(folder: string, path: string): string {
  return path !== folder && isWithin(folder, path) ? path.slice(folder.endsWith('/') ? folder.length : folder.length + 1) : path;
}

/**
 * Paths with `/`, as rulebook and command line use them on every system. What is on no disk has one too, with its
 * scheme in front: `memfs:/notes`, `vscode-vfs://github/notes`.
 */

/** A drive, a server's share, or a scheme with what stands before the path of its own. */
const ROOT = /^(?:[A-Za-z]:|\/\/[^/]+\/[^/]+|[a-z][\w+.-]+:(?:\/\/[^/]+)?)/;

/** Whether a path leads to a file that is not on the disk, but in a file system of the editor's. */
export function isVirtual(path: string): boolean {
  return /^[a-z][\w+.-]+:/.test(path);
}

/** The folder a path lies in; the folder of a root (`/`, `C:`, `//server/share`) is that root. */
export function folderOf(path: string): string {
  const root = ROOT.exec(path)?.[0] ?? (path.startsWith('/') ? '/' : '');
  const at = path.lastIndexOf('/');
  return at > root.length ? path.slice(0, at) : root;
}

/** `path` as seen from an absolute `folder`, without `.` and `..`. */
export function resolvePath(folder: string, path: string): string {
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:\//.test(path);
  const whole = isAbsolute ? path : `${folder === '/' ? '' : folder}/${path}`;
  const root = ROOT.exec(whole)?.[0] ?? '';
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

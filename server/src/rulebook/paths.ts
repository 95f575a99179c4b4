/**
 * Paths with `/`, as rulebook and command line use them on every system.
 */

export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at > 0 ? path.slice(0, at) : at === 0 ? '/' : '';
}

/** `path` as seen from an absolute `folder`, without `.` and `..`. */
export function resolvePath(folder: string, path: string): string {
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:\//.test(path);
  const parts: string[] = [];
  for (const part of (isAbsolute ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return /^[A-Za-z]:$/.test(parts[0] ?? '') ? parts.join('/') : `/${parts.join('/')}`;
}

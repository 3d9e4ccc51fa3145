/** Relative paths with `/`; the workspace's own folder is the empty string. */

export function join(folder: string, path: string): string {
  return folder === '' ? path : path === '' ? folder : `${folder}/${path}`;
}

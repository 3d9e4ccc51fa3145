/** Relative paths with `/`; the root of the workspace is the empty string. */

export function join(folder: string, path: string): string {
  return folder === '' ? path : path === '' ? folder : `${folder}/${path}`;
}

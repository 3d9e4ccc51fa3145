/** Where a server keeps an upload, under a name of its own; shared by the rules about paths and what is handed on to them. */

const KEPT = /\bfiles?\b.*\.(path|filepath|tempFilePath|filename|destination)$/;

/** @param request part of a request, as written @returns whether the server chose it: the sender chose the original name only */
export function isKeptUpload(request: string): boolean {
  return KEPT.test(request);
}

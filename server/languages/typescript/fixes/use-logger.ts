/** Replaces the callee of a call with a logger that is in scope. */
import type { FixProvider } from '../../../facts/adapter.ts';

/** `data.callee` is the replacement. */
export const useLogger: FixProvider = (request) => {
  const callee = request.data['callee'];
  return typeof callee === 'string' ? [{ path: request.path, edits: [{ span: request.span, text: callee }] }] : null;
};

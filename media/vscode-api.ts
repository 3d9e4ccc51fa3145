/** The only connection between the page and VS Code. */
import type { ToPanel, FromPanel } from '../server/protocol/panel.ts';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function send(message: FromPanel): void {
  api.postMessage(message);
}

/** Calls `listener` for each message of the extension; returns a function that stops it. */
export function listen(listener: (message: ToPanel) => void): () => void {
  const receive = (event: MessageEvent<unknown>): void => {
    if (isHostMessage(event.data)) listener(event.data);
  };
  window.addEventListener('message', receive);
  return () => window.removeEventListener('message', receive);
}

const KINDS: ReadonlySet<string> = new Set<ToPanel['type']>(['state', 'show', 'rules', 'answer', 'failed', 'edited', 'controls']);

function isHostMessage(data: unknown): data is ToPanel {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return typeof data.type === 'string' && KINDS.has(data.type);
}

/** The state that was stored before the page was last hidden or reloaded. */
export function storedState(): unknown {
  return api.getState();
}

/** Stores the state that the page needs after a reload. */
export function storeState(state: unknown): void {
  api.setState(state);
}

/** Passes a file to the extension, which asks the user where to save it. */
export function save(suggestedName: string, mime: 'image/svg+xml' | 'image/png', bytes: Uint8Array): void {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  send({ type: 'save', suggestedName, mime, base64: btoa(binary) });
}

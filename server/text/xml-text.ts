/** Writes text into XML and HTML. */
import { showable, wellFormed } from './plain-text.ts';

/** What XML 1.0 cannot hold, not even as a reference. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an attribute in double quotes or between tags: markup escaped, forbidden characters replaced, line breaks kept. */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[\t\n\r\u0085\u2028]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Text for people in HTML: one line, and nothing in it that could reverse or hide what follows. */
export function htmlText(text: string): string {
  return xmlText(showable(text));
}

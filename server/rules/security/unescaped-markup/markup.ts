/** Where the markup comes from that is inserted into a page, for the rule about code injection. */
import type { FileFacts, Origin, ValueFact } from '../../../facts/file-facts.ts';

/** Draw or highlight their input as markup of their own, in which the input is text only. */
const DRAWS = new RegExp(
  String.raw`(^|\.|_)(render|to|get|create|generate|make)?_?(svg|qr|qrcode|barcode|katex|math|mathml|tex)(_?(code|svg|string|image))?\(\)$|` +
    String.raw`(^|\.)(renderToString|renderToStaticMarkup|codeToHtml|codeToHast|highlight\w*|hljs\.\w+|Prism\.\w+|shiki\w*|`
      + String.raw`markdownIt\.render|md\.render)\(\)$|katex|qrcode|mermaid`,
  'i',
);

/** @param origins of the varying parts of the markup */
export function isDrawn(origins: readonly Origin[]): boolean {
  return origins.length > 0 && origins.every(({ kind, text }) => kind === 'call' && DRAWS.test(text));
}

/** `container.innerHTML = value.__html`: the implementation of `dangerouslySetInnerHTML`. */
export function isRuntime({ kind, text }: ValueFact): boolean {
  return kind === 'member' && /(\.|\[['"])__html(['"]\])?$/.test(text);
}

/**
 * The values that a state of a component was set to: `setMarkup(x)` for `markup`.
 * @param file with the component
 * @param value that is shown
 * @returns null for anything that is no state, or whose values the file does not show
 */
export function shownState(file: FileFacts, { kind, text, origins }: ValueFact): ValueFact[] | null {
  if (kind !== 'identifier' || !origins.some((origin) => origin.kind === 'call' && /(^|\.)useState\(\)$/.test(origin.text))) return null;
  const setter = `set${text[0]!.toUpperCase()}${text.slice(1)}`;
  const given = file.calls.filter((call) => call.callee === setter && call.args[0] !== undefined).map((call) => call.args[0]!);
  const passedOn = file.calls.some((call) => call.args.some((each) => each.text === setter));
  return given.length === 0 || passedOn || given.some((each) => each.kind === 'function') ? null : given;
}

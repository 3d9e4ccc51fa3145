/** Reads untrusted XML: entities are never expanded, and malformed text is rejected. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { UnusableReport } from './report-files.ts';

/** An element as parsed: attributes start with `@`, children by name. */
export type Element = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 60;

/**
 * @param text a whole document
 * @param lists names of elements that are always lists, even with one item
 * @throws UnusableReport when the text is not XML, declares entities, or nests too deep
 */
export function readXml(text: string, lists: ReadonlySet<string>): Element {
  const plain = text.replace(/^\ufeff/, '');
  // Only the prologue can declare entities. No report needs them, and they can expand without bound.
  if (/<!ENTITY/i.test(plain.slice(0, prologueEnd(plain)))) throw new UnusableReport('declares XML entities, which are not supported');
  const valid = XMLValidator.validate(plain);
  if (valid !== true) throw new UnusableReport(`is not well-formed XML (line ${valid.err.line}: ${valid.err.msg})`);
  const parser = new XMLParser({
    ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false, parseTagValue: false, parseAttributeValue: false,
    maxNestedTags: MAX_DEPTH, isArray: (name) => lists.has(name),
  });
  try {
    return parser.parse(plain) as Element;
  } catch (error) {
    throw new UnusableReport(`cannot be read as XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Offset of the first element. */
function prologueEnd(text: string): number {
  const at = text.search(/<[A-Za-z_]/);
  return at < 0 ? text.length : at;
}

/** The child elements with a given name; may be empty. */
export function childrenOf(element: unknown, name: string): Element[] {
  const found = isElement(element) ? element[name] : undefined;
  return (Array.isArray(found) ? found : [found]).filter(isElement);
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An attribute's text, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element[`@${name}`];
  return typeof value === 'string' ? decoded(value) : undefined;
}

/** Texts of the elements with a given name. */
export function textsOf(element: unknown, name: string): string[] {
  const found = isElement(element) ? element[name] : undefined;
  return (Array.isArray(found) ? found : [found]).flatMap((value: unknown) => {
    const text = isElement(value) ? value['#text'] : value;
    return typeof text === 'string' ? [decoded(text)] : [];
  });
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes XML's predefined entities and numeric character references. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

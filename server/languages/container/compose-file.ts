/** Reads the services of a compose file, with the place of each setting. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { ServiceFact, ServiceSetting } from '../../facts/file-facts.ts';
import type { SyntaxProblem } from '../../facts/module-facts.ts';
import type { Span } from '../../facts/span.ts';

/**
 * @param text of a compose file
 * @returns its services, and any YAML errors; never throws
 */
export function readCompose(text: string): { services: ServiceFact[]; problems: SyntaxProblem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, merge: true, prettyErrors: false });
  const place = (from: number, to: number): Span => {
    const start = lineCounter.linePos(from);
    const end = lineCounter.linePos(to);
    return [start.line, start.col, end.line, end.col];
  };
  const spanOf = (node: Node | null | undefined): Span => (node?.range ? place(node.range[0], node.range[1]) : [1, 1, 1, 1]);
  const problems = document.errors.slice(0, 3).map((error) => ({ message: error.message, span: place(error.pos[0], error.pos[1]) }));
  const root = document.get('services');
  if (!isMap(root)) return { services: [], problems };
  const services: ServiceFact[] = [];
  for (const pair of root.items) {
    const settings: ServiceSetting[] = [];
    collect('', pair.value, settings);
    services.push({ name: String(pair.key), span: spanOf(pair.key as Node), settings });
  }
  return { services, problems };

  function collect(key: string, node: unknown, into: ServiceSetting[]): void {
    if (isScalar(node)) into.push({ key, value: String((node.value ?? '') as string | number | boolean), span: spanOf(node) });
    else if (isSeq(node)) node.items.forEach((item) => collect(key, item, into));
    else if (isMap(node)) {
      for (const pair of node.items) if (isPair(pair)) collect(key === '' ? String(pair.key) : `${key}.${String(pair.key)}`, pair.value, into);
    }
  }
}

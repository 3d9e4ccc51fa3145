/** Reads Cobertura XML, as coverage.py, istanbul, vitest and many others write it. */
import { addLine, countLines, UnusableReport, type ReportedCoverage } from '../report-files.ts';
import { attribute, childrenOf, readXml, textsOf, type Element } from '../xml.ts';

const LISTS = new Set(['source', 'package', 'class', 'line']);

/**
 * Reads a Cobertura report.
 * @throws UnusableReport when the text is not a Cobertura report
 */
export function readCobertura(text: string): ReportedCoverage {
  const [coverage] = childrenOf(readXml(text, LISTS), 'coverage');
  if (!coverage) throw new UnusableReport('is not a Cobertura report: it has no "coverage" element');
  const lines = new Map<string, Map<number, number>>();
  for (const one of classesOf(coverage)) {
    const path = attribute(one, 'filename');
    if (path === undefined) continue;
    // A file may contain several classes, and some tools repeat a line for each of them.
    const hits = lines.get(path) ?? new Map<number, number>();
    lines.set(path, hits);
    for (const group of childrenOf(one, 'lines')) {
      for (const line of childrenOf(group, 'line')) addLine(hits, attribute(line, 'number'), attribute(line, 'hits'));
    }
  }
  if (lines.size === 0) throw new UnusableReport('names no source file');
  const roots = childrenOf(coverage, 'sources').flatMap((sources) => textsOf(sources, 'source'));
  const files = new Map([...lines].map(([path, hits]) => [path, countLines(hits)]));
  return { files, lines, roots: roots.map((root) => root.trim()).filter((root) => root !== '') };
}

function classesOf(coverage: Element): Element[] {
  return childrenOf(coverage, 'packages')
    .flatMap((packages) => childrenOf(packages, 'package'))
    .flatMap((one) => childrenOf(one, 'classes'))
    .flatMap((classes) => childrenOf(classes, 'class'));
}

/** The imports that make up a dependency between two blocks. */
import { rangeOf } from '../engine/report.ts';
import type { BlockImport } from '../protocol/answers.ts';
import { compareText } from '../text/order.ts';
import type { EditedFolder } from './editing/edited-folder.ts';

/**
 * @param folder one that is open; before its first review it has no imports
 * @param from id of the importing block
 * @param to id of the imported block
 * @returns each import statement, by file and place; empty when there is none
 */
export function importsBetween(folder: Pick<EditedFolder, 'state'>, from: string, to: string): BlockImport[] {
  const edge = folder.state?.blockEdges.find((one) => one.from === from && one.to === to);
  return (edge?.edges ?? [])
    .flatMap((own) =>
      own.imports.map(({ specifierSpan, names, typeOnly }): BlockImport => ({
        path: own.from, range: rangeOf(specifierSpan), to: own.to, names: names.map(({ imported }) => imported).filter((name) => name !== '*'), typeOnly,
      })),
    )
    .sort((a, b) => compareText(a.path, b.path) || a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column);
}

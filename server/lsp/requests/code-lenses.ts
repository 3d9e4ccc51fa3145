/** Code lenses over what other blocks use, and the places where they do. */
import { LSPErrorCodes, ResponseError, type CodeLens, type Location } from 'vscode-languageserver/node';
import * as z from 'zod';
import { lensesIn, lensTitle, usesIn, type LensFile } from '../../app/lenses.ts';
import { CLIENT_COMMANDS, USES } from '../../protocol/lsp.ts';
import { usesSchema } from '../../protocol/uses.ts';
import { toRange, uriOfPath } from '../places.ts';
import type { Session } from '../session.ts';

/** Sent with a lens until its title is asked for. */
const dataSchema = usesSchema.extend({ named: z.boolean() });
type LensData = z.infer<typeof dataSchema>;

/** Answers `textDocument/codeLens`, `codeLens/resolve`, `archwright/uses`, and the command by which editors that do not run it themselves ask the same. */
export function onCodeLenses(session: Session): void {
  const { connection } = session;

  connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
    const { enable = true } = session.settings.codeLens;
    const file = enable ? await fileOf(session, uri) : null;
    if (file === null || token.isCancellationRequested) return [];
    return lensesIn(file).map(({ range: { start, end }, of, named }) => {
      const range = toRange({ start, end });
      const data: LensData = { uri, position: range.start, of, named };
      return { range, data };
    });
  });

  connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
    const { data, success } = dataSchema.safeParse(lens.data);
    if (!success) return lens;
    const { named, ...argument } = data;
    const file = await fileOf(session, data.uri);
    const title = file === null ? null : lensTitle(file, data.of, named);
    // An editor shows a lens without a command as one that is still to come.
    if (title === null) return { ...lens, command: { title: 'not used by other blocks any more', command: '' } };
    return { ...lens, command: { title, command: CLIENT_COMMANDS.showUses, arguments: [argument] } };
  });

  const places = async (params: unknown): Promise<Location[] | ResponseError<void>> => {
    const asked = usesSchema.safeParse(params);
    if (!asked.success) return new ResponseError(LSPErrorCodes.RequestFailed, `This is no question about uses: ${asked.error.issues[0]?.message ?? ''}`);
    const file = await fileOf(session, asked.data.uri);
    if (file === null) return [];
    const { root } = file.opened.workspace.ports;
    return usesIn(file, asked.data.of).map(({ path, range }) => session.publisher.locate({ uri: uriOfPath(`${root}/${path}`), range: toRange(range) }));
  };
  connection.onRequest(USES, places);
  connection.onExecuteCommand(({ command, arguments: [argument] = [] }) => {
    if (command === CLIENT_COMMANDS.showUses) return places(argument);
    return new ResponseError(LSPErrorCodes.RequestFailed, `There is no command "${command}".`);
  });
}

/** A file as it is known once what was typed in it is taken in; null where nothing is. Others do not import notebooks. */
async function fileOf(session: Session, uri: string): Promise<LensFile | null> {
  const place = session.notebooks.fileOf(uri) === undefined ? session.locate(uri) : null;
  if (place === null) return null;
  const { folder: { edited }, path } = place;
  const { saved } = await edited.judged(path);
  return edited.reading === null ? null : { opened: edited.reading.opened, path, saved };
}

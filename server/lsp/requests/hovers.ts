/** `textDocument/hover`: the block that an import, the head of a file or a name in the configuration is about. */
import { MarkupKind, type ClientCapabilities, type Hover, type Position, type Range, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { blockCard, cardMarkdown, cardText } from '../../app/block-card.ts';
import { mentionsIn } from '../../app/block-mentions.ts';
import { CLIENT_COMMANDS } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { actionPlace } from './action-place.ts';

/**
 * @param session of the request
 * @param documents that are open
 * @param capabilities of the client
 */
export function onHovers(session: Session, documents: TextDocuments<TextDocument>, capabilities: () => ClientCapabilities): void {
  session.connection.onHover(async ({ textDocument, position }, token): Promise<Hover | null> => {
    const place = actionPlace(session, textDocument.uri);
    if (place === null) return null;
    const { path, folder: { edited } } = place;
    const { open } = await edited.judged(path);
    const { reading } = edited;
    const document = documents.get(textDocument.uri);
    // A text that is not judged before it is saved is another one by now.
    const isStale = document !== undefined && open !== undefined && open.version !== document.version;
    if (reading === null || isStale || token.isCancellationRequested) return null;
    const found = mentionsIn(reading.opened, path, document?.getText() ?? null)
      .flatMap(({ block, range }) => ({ block, range: place.find(range)?.range }))
      .find(({ range }) => range !== undefined && isIn(range, position));
    const card = found === undefined ? null : await blockCard(reading.opened, edited.report, found.block);
    if (card === null) return null;
    const formats = capabilities().textDocument?.hover?.contentFormat;
    const contents = formats === undefined || formats.includes(MarkupKind.Markdown)
      ? { kind: MarkupKind.Markdown, value: cardMarkdown(card, session.clientRunsCommands ? addressOf(card.id) : null) }
      : { kind: MarkupKind.PlainText, value: cardText(card) };
    return { contents, range: found!.range! };
  });
}

/** What the client is to run when the link is chosen. */
function addressOf(block: string): string {
  return `command:${CLIENT_COMMANDS.showBlock}?${encodeURIComponent(JSON.stringify([{ block }]))}`;
}

function isIn({ start, end }: Range, { line, character }: Position): boolean {
  return (line > start.line || (line === start.line && character >= start.character)) && (line < end.line || (line === end.line && character <= end.character));
}

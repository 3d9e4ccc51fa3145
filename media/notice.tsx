/** Empty states and problems: what is happening and what to do next. */
import { tryAgain } from './answers.ts';
import { send } from './vscode-api.ts';
import { Icon, type IconName } from './icon.tsx';

type NoticeKind = 'loading' | 'no-folder' | 'reviewing' | 'not-reviewed' | 'problem';

const WORDS: Record<NoticeKind, { icon: IconName; title: string; text: string; action: string | null }> = {
  loading: { icon: 'refresh', title: 'Waiting for results', text: 'Archwright is starting. Results appear here after the first review.', action: null },
  'no-folder': { icon: 'file', title: 'No folder is open', text: 'Open a folder with TypeScript, JavaScript or Python to see its architecture.', action: null },
  reviewing: { icon: 'refresh', title: 'Reviewing the folder', text: 'The first review reads every file; later ones only read changed files.', action: null },
  'not-reviewed': { icon: 'gauge', title: 'Not reviewed yet', text: 'A review finds violations, scores the code and draws its blocks.', action: 'Review now' },
  problem: { icon: 'warning', title: 'This folder cannot be reviewed', text: '', action: 'Try again' },
};

/** A notice instead of results; `inline` shows it as a strip above older results. */
export function Notice({ kind, text, inline = false }: { kind: NoticeKind; text?: string; inline?: boolean }) {
  const words = WORDS[kind];
  return (
    <section class={`notice notice-${kind}${inline ? ' notice-inline' : ''}`} role={kind === 'problem' ? 'alert' : undefined}>
      <Icon name={words.icon} />
      <div class="notice-words">
        <h2>{inline ? 'There is a problem with this folder' : words.title}</h2>
        <p>{text ?? words.text}</p>
      </div>
      {words.action !== null && (
        <button type="button" class="button button-primary" onClick={() => send({ type: 'review' })}>
          {words.action}
        </button>
      )}
    </section>
  );
}

/** In the place of what was asked for and is not there yet, or will not come. */
export function Loading({ failure }: { failure: string | null }) {
  if (failure === null) return <p class="muted" role="status">Loading…</p>;
  return (
    <p class="muted" role="status">
      This could not be loaded: {failure}. <button type="button" class="link" onClick={tryAgain}>Try again</button>
    </p>
  );
}

/** The same in place of a whole tab. */
export function Waiting({ failure }: { failure: string | null }) {
  return <section class="notice"><Loading failure={failure} /></section>;
}

/** What the page shows in place of results. Each says what is going on and what to do next. */
import { send } from './host.ts';
import { Icon, type IconName } from './icon.tsx';

type NoticeKind = 'loading' | 'no-folder' | 'reviewing' | 'not-reviewed' | 'problem';

const WORDS: Record<NoticeKind, { icon: IconName; title: string; text: string; action: string | null }> = {
  loading: { icon: 'refresh', title: 'Waiting for results', text: 'Archwright is starting. The graph appears here as soon as it has read the workspace.', action: null },
  'no-folder': { icon: 'file', title: 'No folder is open', text: 'Open a folder with TypeScript, JavaScript or Python, and its architecture appears here.', action: null },
  reviewing: { icon: 'refresh', title: 'Reviewing the folder', text: 'The first review reads every file; later ones read only what changed.', action: null },
  'not-reviewed': { icon: 'gauge', title: 'Not reviewed yet', text: 'A review finds departures from the guidelines, scores them, and draws the blocks.', action: 'Review now' },
  problem: { icon: 'warning', title: 'This folder cannot be reviewed', text: '', action: 'Try again' },
};

/** A designed empty state; `inline` is the strip above results that are still there. */
export function Notice({ kind, text, inline = false }: { kind: NoticeKind; text?: string; inline?: boolean }) {
  const words = WORDS[kind];
  return (
    <section class={`notice notice-${kind}${inline ? ' notice-inline' : ''}`} role={kind === 'problem' ? 'alert' : undefined}>
      <Icon name={words.icon} />
      <div class="notice-words">
        <h2>{inline ? 'The last review could not finish. These results are older.' : words.title}</h2>
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

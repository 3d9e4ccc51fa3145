/** A long list of findings, which are asked for page by page. */
import { useRef, useState } from 'preact/hooks';
import type { FolderState } from '../../server/protocol/answers.ts';
import type { FindingFilter, QuestionOf } from '../../server/protocol/question.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { grouped } from '../../server/text/wording.ts';
import { useAnswers } from '../answers.ts';
import { FindingList } from '../finding-link.tsx';
import { Loading } from '../notice.tsx';

interface FindingPagesProps {
  folder: FolderState;
  filter: FindingFilter;
  /** How many are shown at first, and with each further page. */
  first: number;
  next: number;
}

/** The first findings that a filter lets through, and more on demand. */
export function FindingPages({ folder, filter, first, next }: FindingPagesProps) {
  const [pages, setPages] = useState(1);
  const last = useRef<{ total: number; findings: ReportFinding[] } | null>(null);
  const questions = Array.from({ length: pages }, (_, at): QuestionOf<'findings'> => ({
    kind: 'findings', ...filter, offset: at === 0 ? 0 : first + (at - 1) * next, limit: at === 0 ? first : next,
  }));
  const { answers, failure } = useAnswers(folder, questions);
  const [top] = answers;
  // What was shown before stays until the first page is there.
  if (top) last.current = { total: top.total, findings: answers.flatMap((page) => page?.entries ?? []) };
  if (last.current === null) return <Loading failure={failure} />;
  const { total, findings } = last.current;
  const rest = total - first - (pages - 1) * next;
  return (
    <>
      <FindingList folder={folder.key} findings={findings} />
      {answers.includes(null) && <Loading failure={failure} />}
      {rest > 0 && <button type="button" class="button" onClick={() => setPages(pages + 1)}>Show {Math.min(next, rest)} more of {grouped(total)}</button>}
    </>
  );
}

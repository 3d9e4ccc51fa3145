/** Whether the health of a file predicts where bugs will be fixed: health at a past commit against the fixes of the half year after it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FORMULA_VERSION } from '../../server/score/formula.ts';
import { healthOfFiles } from './file-health.ts';
import { compareHealth, fixRate, type HealthComparison } from './health-comparison.ts';
import { commitBefore, commitsBetween, fixesByFile, timeOf } from './history.ts';
import { ProjectCopy } from './project-copy.ts';
import { checkoutOf } from './review-checkout.ts';
import { readScoreGroups, today } from './score-facts.ts';

/** Chosen before anything was compared: kept projects with a history of some years, and at least a few dozen files. */
const PROJECTS = [
  'honojs/hono', 'encode/httpx', 'pallets/flask', 'scrapy/scrapy', 'sindresorhus/got', 'huggingface/peft', 'celery/celery', 'psf/black',
  'paperless-ngx/paperless-ngx', 'TanStack/query',
];
const HALF_YEAR = 183 * 24 * 60 * 60 * 1000;
/** Half years before the last commit at which health is computed; the half years after them do not overlap. */
const STARTS = [2, 1];

export interface HealthPeriod extends HealthComparison {
  repository: string;
  /** Where health was computed. */
  commit: string;
  /** Day of that commit. */
  day: string;
  /** Commits of the half year after it that fix a bug. */
  fixCommits: number;
}

export interface HealthAndFixes {
  formulaVersion: number;
  date: string;
  periods: HealthPeriod[];
}

/** @param checkouts with their history @param told receives each period as soon as it is compared */
export async function measureHealth(checkouts: string, told: (period: HealthPeriod) => void): Promise<HealthAndFixes> {
  const members = readScoreGroups()['built-on'].kept.filter(({ repository }) => PROJECTS.includes(repository));
  const periods: HealthPeriod[] = [];
  for (const { repository, commit: head } of members) {
    const history = historyOf(checkouts, repository);
    const end = timeOf(history, head).getTime();
    for (const start of STARTS) {
      const commit = commitBefore(history, head, new Date(end - start * HALF_YEAR));
      const last = commitBefore(history, head, new Date(end - (start - 1) * HALF_YEAR));
      if (commit === null || last === null) throw new Error(`${history} does not reach back ${start} half years; fetch its whole history.`);
      const { fixes, commits } = fixesByFile(commitsBetween(history, commit, last));
      const copy = ProjectCopy.at(history, commit);
      try {
        const day = timeOf(history, commit).toISOString().slice(0, 10);
        const period: HealthPeriod = { repository, commit, day, fixCommits: commits, ...compareHealth(await healthOfFiles(copy.folder), fixes) };
        periods.push(period);
        told(period);
      } finally {
        copy.remove();
      }
    }
  }
  return { formulaVersion: FORMULA_VERSION, date: today(), periods };
}

/** A checkout, or a git directory without one in its folder `repo`. */
function historyOf(checkouts: string, repository: string): string {
  const folder = checkoutOf(checkouts, { repository });
  return existsSync(join(folder, 'repo')) && !existsSync(join(folder, '.git')) ? join(folder, 'repo') : folder;
}

/** One period on a line. */
export function periodText({ repository, day, fixCommits, all, worst, rest, largest, auc, ranks }: HealthPeriod): string {
  return [
    `${repository} ${day}: ${all.files} files, ${fixCommits} fixes`,
    `per 1,000 lines: worst tenth ${fixRate(worst).toFixed(2)} (${worst.fixes} in ${worst.codeLines}), rest ${fixRate(rest).toFixed(2)}`,
    `largest tenth ${fixRate(largest).toFixed(2)}`,
    `auc: health ${auc.health}, lines ${auc.lines}`, JSON.stringify(ranks),
  ].join('; ');
}

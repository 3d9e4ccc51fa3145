/** How a team sees its maturity, and what can be measured of it. */
import { maturitySchema, maturityTemplate } from '../../progress/maturity/file.ts';
import { maturityOf } from '../../progress/maturity/report.ts';
import type { MaturityReport } from '../../protocol/maturity.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { readTeamFile } from '../team-file.ts';
import { maskedData } from './mask-data.ts';
import { reportInput } from './report.ts';

/** Where a team keeps its answers, relative to the folder. */
export const MATURITY_FILE = '.archwright/maturity.json';

export interface MaturityOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  now: Date;
}

/** @returns the report, without secrets @throws {Failure} when the file of the team, the log or the configuration cannot be used */
export async function trackMaturity({ root, configuration, now }: MaturityOptions): Promise<MaturityReport> {
  const file = await readTeamFile(root, MATURITY_FILE, { schema: maturitySchema, help: '"archwright track maturity --template" writes a file that works.' });
  // Of no kind: the history of git is not asked for.
  const { issues, reviews, gates, calendar } = await reportInput({ root, configuration, kinds: [], now });
  const times = reviews.map(({ time }) => Date.parse(time)).filter((time) => !Number.isNaN(time));
  return maskedData(maturityOf(file, MATURITY_FILE, { issues, reviews: times, gates, calendar, now: now.getTime() }));
}

/** @param now the assessment is of its day, in UTC @returns the text of a file to begin with */
export function maturityFileText(now: Date): string {
  return maturityTemplate(now.toISOString().slice(0, 10));
}

/** Takes secrets out of what is told: people may have written them into the log, into names of files, or as names of authors. */
import { withoutSecrets } from '../../compose/evidence.ts';
import type { Progress } from '../../protocol/progress.ts';
import { eachText } from '../../text/plain-text.ts';
import { maskTexts } from './mask-texts.ts';

/**
 * Before anything is written in a format, which may escape characters by which a secret is known. Only what is told is scanned:
 * scanning a long log takes longer than reporting on it.
 * @param value plain data
 * @param more further texts @returns a copy without secrets, and what each text became
 */
async function masked<Value>(value: Value, more: readonly string[]): Promise<{ clean: Value; shown: ReadonlyMap<string, string> }> {
  const texts = new Set(more);
  eachText(value, (text) => {
    texts.add(text);
    return text;
  });
  const all = [...texts];
  const without = await maskTexts(all, withoutSecrets);
  const shown = new Map(all.map((text, at) => [text, without[at]!]));
  return { clean: eachText(value, (text) => shown.get(text)!), shown };
}

/** @param value plain data, whose keys nobody outside chose @returns a copy without secrets */
export async function maskedData<Value>(value: Value): Promise<Value> {
  return (await masked(value, [])).clean;
}

/** @returns the report without secrets, also in the names that it counts by */
export async function maskedReport(report: Progress): Promise<Progress> {
  const { clean, shown } = await masked(report, [report.aiMl?.modelTypesDistribution ?? {}, report.risk?.riskDistribution ?? {}].flatMap((each) =>
    Object.keys(each)));
  const renamed = (distribution: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(distribution).map(([name, count]) => [shown.get(name)!, count]));
  if (clean.aiMl) clean.aiMl.modelTypesDistribution = renamed(clean.aiMl.modelTypesDistribution);
  if (clean.risk) clean.risk.riskDistribution = renamed(clean.risk.riskDistribution);
  return clean;
}

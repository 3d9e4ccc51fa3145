/** Takes secrets out of a report: people may have written them into the log or into names of files. */
import { withoutSecrets } from '../../compose/evidence.ts';
import type { Progress } from '../../protocol/progress.ts';
import { eachText } from '../../text/plain-text.ts';
import { maskTexts } from './mask-texts.ts';

/** Only what is told is scanned: scanning a long log takes longer than reporting on it. */
export async function maskedReport(report: Progress): Promise<Progress> {
  const texts = new Set<string>();
  const distributions = [report.aiMl?.modelTypesDistribution ?? {}, report.risk?.riskDistribution ?? {}];
  for (const name of distributions.flatMap((each) => Object.keys(each))) texts.add(name);
  eachText(report, (text) => {
    texts.add(text);
    return text;
  });
  const all = [...texts];
  const masked = await maskTexts(all, withoutSecrets);
  const shown = new Map(all.map((text, at) => [text, masked[at]!]));
  const clean = eachText(report, (text) => shown.get(text)!);
  const renamed = (distribution: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(distribution).map(([name, count]) => [shown.get(name)!, count]));
  if (clean.aiMl) clean.aiMl.modelTypesDistribution = renamed(clean.aiMl.modelTypesDistribution);
  if (clean.risk) clean.risk.riskDistribution = renamed(clean.risk.riskDistribution);
  return clean;
}

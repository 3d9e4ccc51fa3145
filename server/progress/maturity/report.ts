/** The answers of a team over time, with what is measured beside them. Pure. */
import type { MaturityReport } from '../../protocol/maturity.ts';
import { DAY } from '../../text/calendar.ts';
import { compareText } from '../../text/order.ts';
import { average, tenth } from '../statistics.ts';
import { areasOf, type MaturityFile } from './file.ts';
import { MEASURED_DAYS, measuresIn, proposedLevel, type MeasureInput } from './measures.ts';

/** Answer and proposal that lie so far apart are told. */
const FAR = 2;

/** @param file of the team; null when there is none, and what is measured stands alone @param path of it */
export function maturityOf(file: MaturityFile | null, path: string, input: MeasureInput): MaturityReport {
  const assessments = [...file?.assessments ?? []].sort((a, b) => compareText(a.date, b.date));
  const measures = measuresIn(input);
  const areas = areasOf(file).map(({ id, title, measures: own }) => {
    const answers = assessments.map(({ answers: given }) => given[id] ?? null);
    const trend = answers.map((answer) => answer?.level ?? null);
    const latest = answers.at(-1) ?? null;
    const measured = own.map((each) => measures.get(each)!);
    return {
      id, title, level: trend.at(-1) ?? null, why: latest?.why ?? '', target: latest?.target ?? null, before: trend.at(-2) ?? null, trend,
      proposed: proposedLevel(measured), measured,
    };
  });
  const apart = areas.filter(({ level, proposed }) => level !== null && proposed !== null && Math.abs(level - proposed) >= FAR);
  return {
    schemaVersion: 1, file: file === null ? null : path,
    assessments: assessments.map(({ date, by, answers }) => {
      const levels = Object.values(answers).flatMap(({ level }) => (level === null ? [] : [level]));
      const mean = average(levels);
      return { date, by, answered: levels.length, average: mean === null ? null : tenth(mean) };
    }),
    areas, from: input.calendar.dayOf(input.now - MEASURED_DAYS * DAY), to: input.calendar.dayOf(input.now),
    notes: [
      ...(file === null ? [`There is no assessment yet: "archwright track maturity --template --output ${path}" begins one.`] : []),
      ...apart.map(({ title, level, proposed }) => `${title}: the team says ${level}, what is measured ${proposed}.`),
    ],
  };
}

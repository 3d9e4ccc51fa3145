/**
 * Syncs a log with a Jira in memory through lost answers, limits, outages and kills, and counts what went wrong.
 * `npm run jira-storms -- 10000` runs until so many syncs were done.
 */
import { randomFrom, weather, type Weathered } from '../test/kit/jira/storm.ts';

const wanted = Number(process.argv[2] ?? 1000);
const total: Weathered = { syncs: 0, kills: 0, stops: 0, requests: 0, duplicates: 0, lost: 0, left: 0, overwritten: 0 };
const started = performance.now();
for (let seed = 1; total.syncs < wanted; seed++) {
  const random = randomFrom(seed);
  const faults = { lost: random() * 0.3, late: random() * 0.3, refused: random() * 0.4, killed: random() * 0.15 };
  const told = await weather({ seed, rows: 1 + Math.floor(random() * 20), syncs: 1 + Math.floor(random() * 8), faults });
  for (const name of Object.keys(total) as (keyof Weathered)[]) total[name] += told[name];
  if (told.duplicates + told.lost + told.overwritten > 0) process.stdout.write(`seed ${seed}: ${JSON.stringify(told)}\n`);
}
process.stdout.write(`${JSON.stringify(total)} in ${Math.round((performance.now() - started) / 1000)} s\n`);
process.exitCode = total.duplicates + total.lost + total.overwritten > 0 ? 1 : 0;

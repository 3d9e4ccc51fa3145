/** Functions that read the same settings with the same defaults, from what every file says it reads. */
import type { SettingFact } from '../../../facts/module-facts.ts';

export interface Reader {
  path: string;
  /** The function that reads, with its class. */
  name: string;
  /** In the order of the text, each name once. */
  settings: SettingFact[];
}

export interface SameSettings {
  here: Reader;
  /** The reader that has most of them too; the first of several. */
  other: Reader;
  /** As they stand here. */
  shared: SettingFact[];
  /** As the other reads the first of them. */
  otherFirst: SettingFact;
  /** How many more readers share at least two. */
  more: number;
}

export interface SettingsInput {
  path: string;
  settings: readonly SettingFact[];
}

/** One setting of the same name is chance, or a setting that is common in the field. */
const FEWEST = 2;

/**
 * @param inputs files with their settings
 * @returns for each function that shares settings with another, those and the other; in the order of the files
 */
export function findSameSettings(inputs: readonly SettingsInput[]): SameSettings[] {
  const readers = inputs.flatMap(readersOf);
  const byReading = new Map<string, number[]>();
  readers.forEach(({ settings }, index) => {
    for (const setting of settings) {
      const known = byReading.get(keyOf(setting));
      if (known === undefined) byReading.set(keyOf(setting), [index]);
      else known.push(index);
    }
  });
  return readers.flatMap((here, index) => {
    const counts = new Map<number, number>();
    for (const setting of here.settings)
      for (const other of byReading.get(keyOf(setting))!) if (other !== index) counts.set(other, (counts.get(other) ?? 0) + 1);
    const most = Math.max(0, ...counts.values());
    if (most < FEWEST) return [];
    const others = [...counts].filter(([, count]) => count >= FEWEST).sort(([a, x], [b, y]) => y - x || a - b).map(([other]) => readers[other]!);
    const [other] = others as [Reader];
    const theirs = new Map(other.settings.map((setting) => [keyOf(setting), setting]));
    const shared = here.settings.filter((setting) => theirs.has(keyOf(setting)));
    return [{ here, other, shared, otherFirst: theirs.get(keyOf(shared[0]!))!, more: others.length - 1 }];
  });
}

/** Functions of one file that read at least two settings; variants of one name are one function. */
function readersOf({ path, settings }: SettingsInput): Reader[] {
  const byFunction = new Map<string, SettingFact[]>();
  for (const setting of settings) {
    const own = byFunction.get(setting.function) ?? [];
    byFunction.set(setting.function, own);
    if (!own.some((each) => each.name === setting.name)) own.push(setting);
  }
  return [...byFunction].filter(([, own]) => own.length >= FEWEST).map(([name, own]) => ({ path, name, settings: own }));
}

function keyOf(setting: SettingFact): string {
  return `${setting.name}=${setting.default}`;
}

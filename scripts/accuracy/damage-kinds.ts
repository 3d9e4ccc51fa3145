/**
 * The faults that are planted to see whether the score moves with damage. Each has a twin without the fault, so that
 * a project before and after differs by the faults alone: same files, same functions, as many lines.
 */
import type { CriterionId } from '../../server/findings/rule-meta.ts';

/** One place for a fault. */
export interface Plant {
  /** From 0. */
  number: number;
  /** A word for names, so that the places do not all read the same. */
  word: string;
}

/** Text of files by path, relative to the project. */
export type Files = Readonly<Record<string, string>>;

interface Kind {
  id: string;
  /** The criterion that has to fall. */
  criterion: CriterionId;
  title: string;
}

/** A fault in a function, which is put at the end of a file of the project. */
export interface FunctionKind extends Kind {
  place: 'function';
  sound(plant: Plant): string;
  faulty(plant: Plant): string;
}

/** A fault in files of its own. */
export interface FilesKind extends Kind {
  place: 'files';
  /** Whether the project needs a coverage report, because the criterion is not measured without. */
  needsCoverage?: boolean;
  /** Files that stand there before and after. @param places how many places there are @param folders top folders of the project's code */
  setting?(places: number, folders: readonly string[]): Files;
  /** The same paths as for the faulty one. */
  sound(plant: Plant): Files;
  faulty(plant: Plant): Files;
}

export type DamageKind = FunctionKind | FilesKind;

export const TITLES = {
  'swallowed-error': { criterion: 'error-handling', title: 'errors swallowed around a save' },
  'blocking-call': { criterion: 'performance', title: 'blocking calls in asynchronous handlers' },
  'query-per-item': { criterion: 'performance', title: 'one query per item' },
  'sql-injection': { criterion: 'practices', title: 'SQL text from a request' },
  'personal-data': { criterion: 'privacy', title: 'personal data in logs' },
  'unchecked-test': { criterion: 'coverage-and-quality', title: 'tests that check nothing' },
  'layer-crossing': { criterion: 'layering', title: 'imports against declared layers' },
  'block-cycle': { criterion: 'cycles', title: 'blocks that depend on each other' },
  leakage: { criterion: 'data-handling', title: 'fitted before the split' },
} as const satisfies Record<string, Omit<Kind, 'id'>>;

export type KindId = keyof typeof TITLES;

const WORDS = ['order', 'invoice', 'account', 'parcel', 'ticket', 'booking', 'review', 'coupon', 'refund', 'budget', 'letter', 'member'];

/** A place by its number. */
export function plantAt(number: number): Plant {
  return { number, word: WORDS[number % WORDS.length]! };
}

/** A configuration of layers: three in a folder, and one for the code that the project has itself. */
export function layersIn(folder: string, own: readonly string[]): string {
  const layer = (id: string, mayUse: string[]): object => ({ id, paths: [`${folder}/${id}/**`], mayUse });
  const project = { id: 'project', paths: own.map((each) => `${each}/**`), mayUse: [] };
  return `${JSON.stringify({ layers: [layer('pages', ['services']), layer('services', ['stores']), layer('stores', []), project] }, null, 2)}\n`;
}

/** Both variants of files that differ in the fault alone. */
export function twins(files: (plant: Plant, faulty: boolean) => Files): Pick<FilesKind, 'sound' | 'faulty'> {
  return { sound: (plant) => files(plant, false), faulty: (plant) => files(plant, true) };
}

/** What the author calls the rows that a model is tested on, judging by the names in the call. */
import type { PartName } from '../domain/events.ts';
import { WATCHED, WATCHED_WHEN_MADE } from './arguments.ts';

/** As parts of names: `X_valid`, `val_ds`, `devSet`, `xval`; the text is in lower case, with its words separated. */
const VALIDATION = /(^|[^a-z])[xy]?(valid|validation|val|vals|dev|devel|eval|evaluation)(?![a-z])/;
const TEST = /(^|[^a-z])[xy]?(tests?|testing|holdout|hold_out|heldout)(?![a-z])/;
const TRAIN = /(^|[^a-z])[xy]?(train|training)(?![a-z])/;
const WATCHED_ARGUMENT = new RegExp(`\\b(?:${WATCHED.join('|')})\\s*=\\s*([\\s\\S]*?)(?:,\\s*\\w+\\s*=|$)`);
const GIVEN_WHEN_MADE = new RegExp(`\\b${WATCHED_WHEN_MADE}\\s*=\\s*([^,)\\n]+)`);

/**
 * @param call as written: `model.fit(x, y, validation_data=(x_val, y_val))`, `model.score(x_test, y_test)`
 * @param file that it is in, for the rows that a trainer was given when it was made
 * @returns null when the names do not tell, or call the rows both a test and a validation part
 */
export function partNamed(call: string, file: string): PartName | null {
  const given = call.slice(call.indexOf('(') + 1, call.lastIndexOf(')')).trim();
  const rows = given === '' ? GIVEN_WHEN_MADE.exec(file)?.[1] : WATCHED_ARGUMENT.exec(given)?.[1] ?? given;
  // Names of arguments and of what is called say nothing about the rows: `evaluate(x)`, `test=x`.
  const words = apart((rows ?? '').replace(/\b[\w.]+\s*(?=\()|\b\w+\s*=(?!=)/g, ' '));
  if (TEST.test(words)) return VALIDATION.test(words) ? null : 'test';
  return VALIDATION.test(words) ? 'validation' : TRAIN.test(words) ? 'train' : null;
}

/** `xTest` as `x_test` */
const apart = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** @param name of a variable that holds rows @returns what it calls them */
export function heldAs(name: string): PartName | null {
  const words = apart(name);
  return TEST.test(words) ? 'test' : VALIDATION.test(words) ? 'validation' : TRAIN.test(words) ? 'train' : null;
}

/** People, devices, places: each may have a scale of its own. */
const ONE_OF_MANY = /subject|sensor|person|patient|participant|user|device|machine|station|site|speaker|driver|session|group/i;
const TIME_OR_PART = /date|time|year|month|week|day|train|test|split|fold|valid/i;

/** @param file as the code names it: `'data/train.csv'`, `path_test` @returns which part it holds, judging by its name */
export function partOfFile(file: string): 'train' | 'test' | null {
  const words = apart(file);
  const [trains, tests] = [TRAIN.test(words), TEST.test(words) || VALIDATION.test(words)];
  return trains === tests || ONE_OF_MANY.test(words) ? null : trains ? 'train' : 'test';
}

/** @param condition as written @returns whether it divides a table by time, or into training and test, so that one scale should fit both sides */
export function dividesAlike(condition: string): boolean {
  return TIME_OR_PART.test(condition) && !ONE_OF_MANY.test(condition);
}

/**
 * The same code in two places.
 *
 * Bad, because a bug fixed in one copy stays in the other. Names, numbers and strings must be equal;
 * white space, comments and imports are ignored, and a changed line inside the copy does not hide it.
 * Two functions that read the same settings with the same defaults are shorter than that, but still
 * one decision in two places.
 */
import * as z from 'zod';
import type { ModuleFacts } from '../../facts/module-facts.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { groupsOf, type Group } from './duplicate-code/groups.ts';
import { mergeable } from './duplicate-code/mergeable.ts';
import { findRepeats, lines, within, type Repeat, type Stretch } from './duplicate-code/repeats.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { findSameSettings, type SameSettings } from './duplicate-code/same-settings.ts';

/** Equal hashes in a row that rule out chance and idioms: about a hundred tokens. */
const PRINTS = 4;
/** Number of other places listed. */
const NAMED = 20;
/** Number of settings named in a message. */
const MOST_NAMES = 4;
/** Generated or vendored. */
const NOT_OURS = /(^|\/)(_?vendor(ed)?|third[_-]?party|generated|__generated__|gen|dist|build)\/|[.-](gen|generated|pb)\.[cm]?[jt]sx?$|_pb2(_grpc)?\.py$/;
/** One program for several platforms: a file of the same name in the folder of each. */
const PLATFORM = /(^|[/.])(web|node|browser|native|deno|bun|ios|android|server|client|esm|cjs|edge|mobile|desktop|win32|darwin|linux)(?=[/.])/g;

const options = z.strictObject({
  minLines: z.number().int().min(3).default(12).describe('Fewest equal lines that are reported.'),
});

export const rule = defineGraphRule({
  tier: 'slow',
  meta: {
    id: 'quality/duplicate-code',
    title: 'Duplicate code',
    severity: 'warning',
    // Two places may be parallel on purpose; logic in three places, or a long piece of it, hardly is.
    recommended: 'info',
    roles: { ...SOURCE_AND_SCRIPTS, script: 'info' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §1.2'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: false,
    alike: true,
    options,
    docs: {
      what:
        'A stretch of at least 12 lines (configurable) and about a hundred tokens that stands in another place as well, in the same file or another. All '
        + 'copies are one finding, at the largest, with the others beside it. As information: two functions that read at least two of the same settings '
        + 'from the environment, with the same defaults.',
      why: 'A bug fixed in one copy stays in the other, and readers have to compare the copies to see whether they differ.',
      fix: 'Move the common code into a function or module, with parameters for the differences. Read settings in one place and pass them on.',
      limits:
        'Names, numbers and texts must be equal: a copy whose names were changed is not found. Tests, generated and vendored files are left out. The same '
        + 'file for several platforms is reported as information, and so is every copy in the profile `recommended`. The message names the largest stretch of '
        + 'logic. A setting is seen where a function reads the environment with a default beside it '
        + 'that is written out (`process.env.HOST ?? \'localhost\'`, `os.getenv("HOST", "localhost")`), in source code only.',
    },
    messages: {
      repeated: '{lines} lines are duplicated in {places}. Move them to a shared function.',
      other: 'Same code',
      settings: '`{reader}` reads {names} with the same defaults as {places}. Read them once and pass them on.',
      otherSettings: '`{reader}` reads them here',
    },
  },
  check({ model, optionsFor }, report) {
    const files = [...model.modules.values()].map((module) => module.facts).filter(isJudged).sort((a, b) => (a.path < b.path ? -1 : 1));
    const minimum = new Map(files.map(({ path }) => [path, optionsFor(path).minLines]));
    const repeats = findRepeats(files).filter(({ a, b, prints }) => prints >= PRINTS && lines(a) >= minimum.get(a.path)! && lines(b) >= minimum.get(b.path)!);
    const groups = groupsOf(repeats);
    for (const group of groups) {
      const copy = mergeable(group, model.modules);
      const here = copy?.repeat ?? largest(group);
      const others = elsewhere(group, here);
      const paths = [...new Set(others.map((other) => other.path))];
      report(here.a.path, {
        messageId: 'repeated',
        data: { lines: lines(here.a), places: inWords(here.a.path, copy === null ? others : copy.others) },
        span: [here.a.from, 1, here.a.to, 1],
        about: [...paths].sort().join(', '),
        related: others.slice(0, NAMED).map((other) => ({ path: other.path, span: [other.from, 1, other.to, 1], messageId: 'other' })),
        ...(paths.every((path) => path !== here.a.path && withoutPlatform(path) === withoutPlatform(here.a.path)) ? { severity: 'info' as const } : {}),
      });
    }
    for (const same of findSameSettings(
      [...model.modules.values()]
        .map((module) => module.facts)
        .filter(readsSettings)
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    )) {
      const [first] = same.shared;
      // Already reported with the code around it.
      if (groups.some(({ places }) => places.some((each) => each.path === same.here.path && each.from <= first!.span[0] && first!.span[0] <= each.to)))
        continue;
      report(same.here.path, {
        messageId: 'settings',
        severity: 'info',
        data: { reader: same.here.name, names: namesInWords(same.shared.map((each) => each.name)), places: readersInWords(same) },
        span: first!.span,
        about: `settings of ${same.here.name}`,
        related: [{ path: same.other.path, span: same.otherFirst.span, messageId: 'otherSettings', data: { reader: same.other.name } }],
      });
    }
  },
});

function largest({ repeats }: Group): Repeat {
  return repeats.reduce((best, each) => (lines(each.a) > lines(best.a) ? each : best));
}

/** All places of a group but one; first the stretch that is the same as it. */
function elsewhere({ places }: Group, { a, b }: Repeat): Stretch[] {
  return [b, ...places.filter((place) => !within(a, place) && !within(b, place))];
}

function readsSettings({ role, path, settings }: ModuleFacts): boolean {
  return role === 'source' && settings.length > 0 && !NOT_OURS.test(path);
}

function isJudged({ role, path, fingerprints }: ModuleFacts): boolean {
  return (role === 'source' || role === 'script') && fingerprints.length >= PRINTS && !NOT_OURS.test(path);
}

function inWords(path: string, others: readonly Stretch[]): string {
  const [first] = others;
  const name = first!.path === path ? `this file, from line ${first!.from}` : first!.path;
  return others.length === 1 ? name : `${name} and ${others.length - 1} more ${others.length === 2 ? 'place' : 'places'}`;
}

function readersInWords({ here, other, more }: SameSettings): string {
  const first = other.path === here.path ? `\`${other.name}\` in this file` : `\`${other.name}\` in ${other.path}`;
  return more === 0 ? first : `${first} and ${more} more ${more === 1 ? 'place' : 'places'}`;
}

function namesInWords(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), `${names.length - MOST_NAMES + 1} more`] : names;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function withoutPlatform(path: string): string {
  return path.replace(PLATFORM, '$1');
}

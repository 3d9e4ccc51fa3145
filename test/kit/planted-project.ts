/**
 * A project of 2,500 files with faults that are known because they were put there: what a person should find in it is known
 * from what was written, whatever the code says of it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateWorkspace } from '../../scripts/bench/workspace.ts';
import { commitAll, gitIn } from './git-repository.ts';

const FILES = 2500;
/** Small files: what matters is how many there are. */
const BYTES = 3_000_000;

export interface Place {
  path: string;
  /** From 1. */
  line: number;
  /** What stands in that line. */
  code: string;
}

export interface PlantedProject {
  files: number;
  /** The only blocks that depend on each other, in order of their names. */
  tangle: readonly string[];
  /** The only import against the order of the three; the others rest on six each. */
  cut: Place & { from: string; to: string };
  /** A block at the bottom, what uses it, what uses that, and what uses that. */
  clock: { block: string; users: readonly string[] };
  /** The only thing that costs more than a few points: files that run a text which they were given, and the line where they do. */
  runsText: readonly Place[];
  /** What the checked-out branch did since it left the base branch. */
  branch: {
    added: string; breaking: string; affected: readonly string[]; removed: string; removedFrom: Omit<Place, 'code'>;
    imports: readonly (readonly [string, string])[];
  };
}

/** Six files of the block `from` use one of `to` each. */
const TIES = [['business/feature30', 'business/feature20'], ['business/feature20', 'business/feature10']] as const;
const TIED = 6;
const RUNNING_TEXT = 12;

/**
 * Writes the project, commits it as `main`, and changes it on a branch.
 * @param root empty folder
 */
export function plantProject(root: string): PlantedProject {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const { paths } = generateWorkspace(root, FILES - CHAIN.length - 1, BYTES, true);
  const filesOf = (block: string): string[] => paths.filter((path) => path.startsWith(`src/${block}/`));
  /** @returns the line of the import */
  const use = (from: string, to: string): Place => {
    const [own, other] = [moduleOf(from), moduleOf(to)];
    const text = readFileSync(join(root, from), 'utf8');
    const folder = to.split('/')[2]!;
    const code = `import { compute${other} as tied${other} } from '../${folder}/module${other}';`;
    writeFileSync(join(root, from), `${code}\n${text}`
      + `\n/** What module ${own} makes of module ${other}. */\nexport const tie${own} = (): number => tied${other}([], ${own});\n`);
    return { path: from, line: 1, code };
  };
  for (const [from, to] of TIES) for (let at = 0; at < TIED; at++) use(filesOf(from)[at]!, filesOf(to)[at]!);
  CHAIN.forEach(({ path, text }) => write(path, text));
  const runsText = filesOf('data/feature7').slice(0, RUNNING_TEXT).map((path) => runText(root, path));
  // Everything is tested, so that this costs nothing.
  const covered = paths.map((path) => `SF:${path}\n${Array.from({ length: 30 }, (_, at) => `DA:${at + 1},1\n`).join('')}end_of_record\n`);
  write('coverage/lcov.info', covered.join(''));
  gitIn(root, 'init', '--quiet', '--initial-branch=main');
  commitAll(root, 'The project as it was');

  gitIn(root, 'checkout', '--quiet', '-b', 'search');
  const cut = use(filesOf('business/feature10')[TIED]!, filesOf('business/feature30')[TIED]!);
  write('src/business/search/index.ts', '/** Finds what holds the words. */\nexport const search = (all: readonly string[], words: string): string[] =>'
    + ' all.filter((one) => one.includes(words));\n');
  const page = filesOf('presentation/feature3')[0]!;
  writeFileSync(join(root, page), `import { search } from '../../business/search/index';\n${readFileSync(join(root, page), 'utf8')}`
    + '\n/** What the page looks for. */\nexport const searched = search([], \'\');\n');
  const clock = join(root, CHAIN[0]!.path);
  writeFileSync(clock, readFileSync(clock, 'utf8').replace(/\/\*\* The hour[^]*$/, ''));
  commitAll(root, 'Search');
  return {
    files: FILES,
    tangle: ['business/feature10', 'business/feature20', 'business/feature30'],
    cut: { ...cut, from: 'business/feature10', to: 'business/feature30' },
    clock: { block: 'clock', users: ['calendar', 'rota', 'board'] },
    runsText,
    branch: {
      added: 'search', breaking: 'clock', affected: ['board', 'calendar', 'rota'], removed: 'hour', removedFrom: { path: CHAIN[0]!.path, line: 5 },
      imports: [['business/feature10', 'business/feature30'], ['presentation/feature3', 'search']],
    },
  };
}

/** From used to user; nothing else uses them. */
const CHAIN = [
  { path: 'src/infrastructure/clock/index.ts', text: '/** The time. */\nexport const now = (): number => Date.now();\n\n'
    + '/** The hour of a time. */\nexport const hour = (time: number): number => new Date(time).getUTCHours();\n' },
  { path: 'src/data/calendar/index.ts', text: 'import { now } from \'../../infrastructure/clock/index\';\n\n'
    + '/** The day. */\nexport const day = (): number => Math.floor(now() / 86_400_000);\n' },
  { path: 'src/business/rota/index.ts', text: 'import { day } from \'../../data/calendar/index\';\n\n'
    + '/** Who is on duty. */\nexport const onDuty = (names: readonly string[]): string | undefined => names[day() % names.length];\n' },
  { path: 'src/presentation/board/index.ts', text: 'import { onDuty } from \'../../business/rota/index\';\n\n'
    + '/** What the board says. */\nexport const board = (names: readonly string[]): string => `On duty: ${onDuty(names) ?? \'nobody\'}`;\n' },
];

function moduleOf(path: string): number {
  return Number(/module(\d+)\.ts$/.exec(path)![1]);
}

/** @returns where the text is run */
function runText(root: string, path: string): Place {
  const number = moduleOf(path);
  const text = readFileSync(join(root, path), 'utf8');
  const code = 'return eval(formula);';
  writeFileSync(join(root, path), `${text}\n/** Works out a formula of module ${number}. */\n`
    + `export function formula${number}(formula: string): unknown {\n  ${code}\n}\n`);
  return { path, line: text.split('\n').length + 3, code };
}

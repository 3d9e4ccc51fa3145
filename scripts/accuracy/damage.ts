/** Whether the score moves with damage: plants faults of one kind in growing number into a copy of a kept project, and mends them. */
import type { JsonReport } from '../../server/protocol/report.ts';
import { FORMULA_VERSION } from '../../server/score/formula.ts';
import { checkoutOf, reviewFolder } from './review-checkout.ts';
import { plantAt, type DamageKind } from './damage-kinds.ts';
import { PYTHON_KINDS } from './damage-python.ts';
import { TYPESCRIPT_KINDS } from './damage-typescript.ts';
import { fallOf, type Damage, type Step } from './damage-facts.ts';
import { ProjectCopy, type ProductionFile } from './project-copy.ts';
import { randomNumbers, sample } from './sample.ts';
import { pointsOf, readScoreGroups, today } from './score-facts.ts';

/** Faults per 100 files of production code; a project with fewer files counts as one with 100. */
const PER_100_FILES = [1, 2, 4, 8, 16];
const SEED = 1;

type Told = (damage: Damage) => void;

/** @param kinds ids, none for all @param told receives each kind as soon as it is done */
export async function measureDamage(checkouts: string, repository: string, kinds: readonly string[], told: Told): Promise<Damage[]> {
  const member = readScoreGroups()['built-on'].kept.find((each) => each.repository === repository);
  if (member === undefined) throw new Error(`${repository} is not one of the kept projects in test/accuracy/score-groups.json.`);
  const checkout = checkoutOf(checkouts, member);
  const done: Damage[] = [];
  for (const language of ['python', 'typescript'] as const) {
    for (const kind of (language === 'python' ? PYTHON_KINDS : TYPESCRIPT_KINDS).filter(({ id }) => kinds.length === 0 || kinds.includes(id))) {
      const copy = ProjectCopy.at(checkout, member.commit);
      try {
        const files = await copy.production();
        const hosts = files.filter(({ path }) => (language === 'python' ? /\.py$/ : /(?<!\.d)\.ts$/).test(path) && !path.endsWith('__init__.py'));
        // Training code may come into any project; the other kinds need the language of the project.
        if (hosts.length * 2 < files.length && kind.id !== 'leakage') continue;
        const steps = damaged(copy, kind, hosts, files);
        const damage: Damage = {
          formulaVersion: FORMULA_VERSION, date: today(), repository, commit: member.commit, kind: kind.id, criterion: kind.criterion,
          files: files.length, ...fallOf(kind.criterion, steps), steps,
        };
        done.push(damage);
        told(damage);
      } finally {
        copy.remove();
      }
    }
  }
  return done;
}

/** The scores without faults, with more and more of them, and after they were fixed. */
function damaged(copy: ProjectCopy, kind: DamageKind, hosts: readonly ProductionFile[], files: readonly ProductionFile[]): Step[] {
  const counts = PER_100_FILES.map((each) => Math.round((each * Math.max(100, files.length)) / 100));
  const most = counts.at(-1)!;
  const plant = planter(copy, kind, hosts, most);
  if (kind.place === 'files') {
    for (const [path, text] of Object.entries(kind.setting?.(most, topFolders(files)) ?? {})) copy.write(path, text);
    if (kind.needsCoverage === true) copy.write('lcov.info', coverageOf(files));
  }
  return [0, ...counts, 0].map((faults): Step => {
    plant(faults);
    const report = reviewFolder(copy.folder);
    return { faults, found: foundIn(report, kind), total: report.score.total, criteria: pointsOf(report) };
  });
}

function topFolders(files: readonly ProductionFile[]): string[] {
  return [...new Set(files.flatMap(({ path }) => (path.includes('/') ? path.split('/', 1) : [])))];
}

/** @returns a function that writes the given number of places with the fault, and the others without */
function planter(copy: ProjectCopy, kind: DamageKind, hosts: readonly ProductionFile[], places: number): (faults: number) => void {
  const plants = Array.from({ length: places }, (_, number) => plantAt(number));
  if (kind.place === 'files') {
    return (faults) => {
      for (const plant of plants) {
        for (const [path, text] of Object.entries(plant.number < faults ? kind.faulty(plant) : kind.sound(plant))) copy.write(path, text);
      }
    };
  }
  // In the order of a draw; a project with few files gets several functions in one.
  const drawn = sample(hosts, hosts.length, randomNumbers(SEED)).map(({ path }) => ({ path, text: copy.read(path) }));
  return (faults) => {
    for (const [index, { path, text }] of drawn.entries()) {
      const own = plants.filter(({ number }) => number % drawn.length === index);
      if (own.length > 0) copy.write(path, `${text}${own.map((plant) => (plant.number < faults ? kind.faulty(plant) : kind.sound(plant))).join('')}`);
    }
  };
}

/** Errors and warnings in the criterion of the kind. */
function foundIn({ score }: JsonReport, kind: DamageKind): number {
  const lost = score.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === kind.criterion)?.lost ?? [];
  return lost.reduce((sum, { count }) => sum + count, 0);
}

/** A report that says that all code is covered, as lcov writes it. */
function coverageOf(files: readonly ProductionFile[]): string {
  const records = files.map(({ path, codeLines }) => [`SF:${path}`, ...Array.from({ length: codeLines }, (_, line) => `DA:${line + 1},1`), 'end_of_record']);
  return records.flat().join('\n');
}

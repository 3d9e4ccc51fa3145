/** Writes `docs/scoring.md` from the formula, so that the page cannot say other numbers than the code. */
import { halving, toTenth } from '../../server/score/curves.ts';
import {
  BAR, BASES, BLOCKER_WEIGHT, COVERAGE_ANCHORS, DIMENSIONS, FORMULA_VERSION, GRADES, LEVELS, OTHER_LEVEL, PASSED_ANCHORS, ROLE_WEIGHT, SEVERITY_WEIGHT, TESTS_PER_FUNCTION,
  TOPIC_ROLES, TOPICS, TYPED_ANCHORS, TYPED_PART, UNREAD_COST, WITHOUT_EVIDENCE, type Anchor, type Condition, type CriterionFormula,
} from '../../server/score/formula.ts';
import type { Severity } from '../../server/findings/severity.ts';

const TOOLS: Readonly<Record<string, string>> = { mypy: 'mypy', pylint: 'pylint', flake8: 'flake8', bandit: 'bandit', eslint: 'ESLint', sarif: 'SARIF of other tools' };

const CONDITIONS: Readonly<Record<Condition, string>> = {
  code: 'there is code',
  functions: 'there are functions or public classes',
  'machine-learning': 'a file uses a library of machine learning',
  'two-files': 'there are two files or more',
  'two-blocks': 'there are two blocks or more',
};

/** @returns the page, with a final line break */
export function generateScoring(): string {
  return [
    '# How the score is made',
    '',
    '<!-- Generated from server/score/formula.ts by `npm run generate`; do not edit. -->',
    '',
    `Formula version ${FORMULA_VERSION}. The score is 100 × the points earned ÷ the points that could be earned, rounded to a tenth. It is computed from counts alone: the same code, rules and reports give the same number on every machine and in every order.`,
    '',
    '## Dimensions and criteria',
    '',
    ...table(['Dimension', 'Criterion', 'Points', 'Counted against', 'Half is lost at', 'A blocker leaves', 'Applies when'], criteriaRows()),
    '',
    ...findingsSection(),
    ...shareSections(),
    ...toolSection(),
    ...missingSection(),
    ...gradeSection(),
  ].join('\n');
}

function findingsSection(): string[] {
  const half = 5;
  const examples = [1, 2, 3].map((times) => `${times * half} leaves ${percent(halving(times * half, half))}`).join(', ');
  return [
    '## What a finding costs',
    '',
    'A finding weighs by its severity, times a factor for the kind of file it is in:',
    '',
    ...table(['Severity', 'Weight'], [...Object.entries(SEVERITY_WEIGHT).map(([name, weight]) => [name, String(weight)]), ['any, when it is a blocker', `at least ${BLOCKER_WEIGHT}`]]),
    '',
    ...table(['File', 'Factor'], Object.entries(ROLE_WEIGHT).map(([role, weight]) => [role, String(weight)])),
    '',
    'Tests are what the criterion for testing judges, so there a finding in a test weighs in full.',
    '',
    `The weights are added up for a criterion and divided by the size of the project: per ${BASES['code-lines'].per} lines of code, or per ${BASES.imports.per} imports between files. A small project counts as ${BASES['code-lines'].floor} lines or ${BASES.imports.floor} imports, so that one warning in a short file is not a disaster. Each time the density reaches the number under "half is lost at", the marks are halved once more. Where that number is ${half}, a weight per ${BASES['code-lines'].per} lines of ${examples} of the marks. Twice the code with twice the findings scores the same, and a further finding can never raise a score.`,
    '',
    'One blocker or more in a criterion multiplies its marks by the factor under "a blocker leaves", however large the project is, and the change is not approved.',
    '',
    'Findings in a baseline count like all others. The baseline spares the gate, not the number.',
    '',
  ];
}

function shareSections(): string[] {
  const counted = DIMENSIONS.flatMap(({ criteria }) => criteria).filter(({ measured }) => measured.length > 0);
  return [
    '## Types and documentation',
    '',
    `The share of functions with complete types makes up ${percent(TYPED_PART)}, the share of public functions and classes with documentation the rest. Straight lines join these points:`,
    '',
    ...table(['Typed and documented', 'Marks'], anchorRows(TYPED_ANCHORS)),
    '',
    '## Tests',
    '',
    'The share of covered lines of production code gives the marks. A file with functions that the report does not mention counts as not covered. Straight lines join these points:',
    '',
    ...table(['Lines covered', 'Marks'], anchorRows(COVERAGE_ANCHORS)),
    '',
    `When a test report shows a failed test, the marks are multiplied by ${PASSED_ANCHORS.at(-1)?.[1]} × the share of tests that passed.`,
    '',
    `Without a coverage report the number of tests stands in: ${TESTS_PER_FUNCTION} tests a function count as all that can be asked for, and earn ${percent(WITHOUT_EVIDENCE)} of the marks.`,
    '',
    'In both criteria these findings cost nothing besides, because the share has counted them already:',
    '',
    ...counted.map(({ title, measured }) => `- ${title}: ${measured.map((id) => `\`${id}\``).join(', ')}`),
    '',
  ];
}

function toolSection(): string[] {
  const words: Readonly<Record<Severity, string>> = { error: `${SEVERITY_WEIGHT.error} (error)`, warning: `${SEVERITY_WEIGHT.warning} (warning)`, info: `${SEVERITY_WEIGHT.info} (info)` };
  const rows = Object.entries(LEVELS).flatMap(([tool, levels]) => {
    const known = Object.entries(levels as Readonly<Record<string, Severity>>);
    return known.length === 0 ? [[TOOLS[tool] ?? tool, 'any', words[OTHER_LEVEL]]] : known.map(([level, severity], at) => [at === 0 ? TOOLS[tool] ?? tool : '', level, words[severity]]);
  });
  return [
    '## Reports of other tools',
    '',
    'What mypy, pylint, flake8, bandit, ESLint and any tool with SARIF wrote into reports beside the code counts as well, and the reason of the criterion names the report. A message weighs by the level that its tool gives it:',
    '',
    ...table(['Tool', 'Level', 'Weight'], rows),
    '',
    'A message that one of our rules stands for counts in the criterion of that rule, weighs no more than the rule does, and counts not at all where the rule is off, where the configuration or a comment allows it, or where a share has counted it. '
      + `Of the others, what is about types counts in ${criterionWords(TOPICS.types)} (mypy, errors of pylint, undefined names), and what is about security in ${criterionWords(TOPICS.security)} (bandit, scanners with SARIF), both in files of the roles ${TOPIC_ROLES.join(' and ')} alone. The rest is read, listed and not counted: style, and modules that were not installed where the tool ran.`,
    '',
    'A fault counts once. What Archwright reports itself, by the same rule at the same line or beside it, is not counted again: one finding answers one message. Of several reports that tell of the same fault at one place, those are taken that weigh most together.',
    '',
    'So a report only ever takes points away, and one more message in it never raises a score. A clean report is named and changes nothing; an empty or broken one is a problem that is told, and never counts as clean. Messages never block, and they are no findings: the gate does not look at them.',
    '',
  ];
}

function criterionWords(id: string): string {
  return `\`${id}\``;
}

function missingSection(): string[] {
  return [
    '## What is missing',
    '',
    '- A criterion that **does not apply** is left out: its `max` is 0 in the JSON report, its reason says why, and the rest is scaled to 100.',
    `- A criterion **without its evidence** (no coverage report, no known layers, all of its rules switched off) says \`"measured": false\` and how to supply it. It earns ${percent(WITHOUT_EVIDENCE)} of its marks at most.`,
    `- A file that **could not be read** costs ${percent(UNREAD_COST)} of its share of every criterion, and keeps every criterion from full marks.`,
    '- Where there is no code at all, total and grade are `null`, and nothing is approved.',
    '',
  ];
}

function gradeSection(): string[] {
  const rows = GRADES.map(({ from, grade, action }, at) => [at === GRADES.length - 1 ? `below ${GRADES[at - 1]?.from}` : `from ${from}`, grade, action]);
  return [
    '## Grades',
    '',
    ...table(['Total', 'Grade', 'Advice'], rows),
    '',
    `A change is approved from ${BAR} points when no blocker stands against it. With a blocker, the advice is never better than that for ${BAR} points.`,
    '',
  ];
}

function criteriaRows(): string[][] {
  return DIMENSIONS.flatMap(({ title, criteria }) => {
    const sum = criteria.reduce((points, { max }) => points + max, 0);
    return criteria.map((criterion, at) => [at === 0 ? `${title} (${sum})` : '', ...criterionCells(criterion)]);
  });
}

function criterionCells({ id, title, max, base, half, blockerFactor, condition }: CriterionFormula): string[] {
  return [`${title} \`${id}\``, String(max), `${BASES[base].per} ${BASES[base].units}`, String(half), percent(blockerFactor), CONDITIONS[condition]];
}

function anchorRows(anchors: readonly Anchor[]): string[][] {
  return [...anchors].reverse().map(([share, marks]) => [percent(share), percent(marks)]);
}

function percent(share: number): string {
  return `${toTenth(share * 100)}%`;
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

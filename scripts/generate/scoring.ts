/** Writes `docs/scoring.md` from the formula, so that page and code cannot disagree. */
import {
  BAR, BASES, BLOCKER_WEIGHT, COVERAGE_ANCHORS, DIMENSIONS, DOCUMENTED_ALONE, FORMULA_VERSION, GRADES, LEVELS, OTHER_LEVEL, FEW_TESTS_ANCHORS,
  PASSED_ANCHORS, ROLE_WEIGHT, SEVERITY_WEIGHT, SHARE_IN_FULL, TANGLED_COST, TOPIC_ROLES, TOPICS, TYPED_ANCHORS, TYPED_PART, UNREAD_COST,
  UNKNOWN_TESTS_FROM, UNTESTED_ANCHORS, halving,
  type Anchor, type Condition, type CriterionFormula,
} from '../../server/score/formula.ts';
import type { Severity } from '../../server/findings/severity.ts';
import { markdownTable } from '../../server/report/markdown-text.ts';
import { toTenth } from '../../server/text/wording.ts';

const TOOLS: Readonly<Record<string, string>> = {
  mypy: 'mypy',
  pylint: 'pylint',
  flake8: 'flake8',
  bandit: 'bandit',
  eslint: 'ESLint',
  sarif: 'SARIF of other tools',
};

const CONDITIONS: Readonly<Record<Condition, string>> = {
  code: 'there is code',
  functions: 'there are functions or public classes',
  'machine-learning': 'a file uses a machine-learning library',
  'two-files': 'a file imports another',
  boundaries: 'there are two blocks or more, and one has a face or a contract',
  layers: 'layers are declared or seen in folder names',
};

/** @returns the page, with a final line break */
export function generateScoring(): string {
  return [
    '# How the score is computed',
    '',
    '<!-- Generated from server/score/formula.ts by `npm run generate`; do not edit. -->',
    '',
    `Formula version ${FORMULA_VERSION}. The score is 100 × points earned ÷ points that could be measured, rounded to a `
      + `tenth. It is computed from counts only: the same code, rules and reports give the same number on every machine and in `
      + `any order.`,
    '',
    '## Dimensions and criteria',
    '',
    ...markdownTable(['Dimension', 'Criterion', 'Points', 'Counted against', 'Half the marks are lost at', 'A blocker leaves', 'Applies when'], criteriaRows()),
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
    ...markdownTable(
      ['Severity', 'Weight'],
      [...Object.entries(SEVERITY_WEIGHT).map(([name, weight]) => [name, String(weight)]), ['any blocker', `at least ${BLOCKER_WEIGHT}`]],
    ),
    '',
    ...markdownTable(
      ['File', 'Factor'],
      Object.entries(ROLE_WEIGHT).map(([role, weight]) => [role, String(weight)]),
    ),
    '',
    'The testing criterion judges tests, so there a finding in a test has full weight.',
    '',
    `The weights are added up for a criterion and divided by the size of the project: per ${BASES['code-lines'].per} lines `
      + `of code, or per ${BASES.imports.per} imports between files. A small project counts as ${BASES['code-lines'].floor} `
      + `lines or ${BASES.imports.floor} imports, so that one warning in a short file is not a disaster. Each time the density `
      + `reaches the number under "half is lost at", the marks are halved once more. Where that number is ${half}, a weight per `
      + `${BASES['code-lines'].per} lines of ${examples} of the marks. Twice the code with twice the findings scores the same, `
      + `and a further finding can never raise a score.`,
    '',
    'One or more blockers in a criterion multiply its marks by the factor under "A blocker leaves", regardless of project size, and the change is not ' +
      'approved.',
    '',
    'Findings in a baseline count like all others. The baseline affects the gate, not the score.',
    '',
  ];
}

function shareSections(): string[] {
  const counted = DIMENSIONS.flatMap(({ criteria }) => criteria).filter(({ measured }) => measured.length > 0);
  const few = FEW_TESTS_ANCHORS.at(-1)!;
  return [
    '## Types and documentation',
    '',
    `The share of functions with complete types makes up ${percent(TYPED_PART)}, the share of documented public functions `
      + `and classes makes up the rest. Where nothing needs types, as in JavaScript, documentation makes up ${percent(DOCUMENTED_ALONE)}, `
      + `and nothing is taken for the rest. In TypeScript an inferred result is a type, and parameters need one. Where `
      + `fewer than ${SHARE_IN_FULL} functions or public items per 1,000 lines of code need it, those without cost in proportion, `
      + `because two of two functions say nothing of a large project. Marks are interpolated linearly between these points:`,
    '',
    ...markdownTable(['Typed and documented', 'Marks'], anchorRows(TYPED_ANCHORS)),
    '',
    '## Tests',
    '',
    'The share of covered lines of production code gives the marks. A file with functions that is missing from the report counts as uncovered. Marks are ' +
      'interpolated linearly between these points:',
    '',
    ...markdownTable(['Lines covered', 'Marks'], anchorRows(COVERAGE_ANCHORS)),
    '',
    `If a test report shows a failed test, the marks are multiplied by ${PASSED_ANCHORS.at(-1)?.[1]} × the share of tests `
      + `that passed; without a coverage report there are none.`,
    '',
    `Without a coverage report, the criterion is not measured, unless there are so few tests that no report could show otherwise: no test gives no marks, ` +
      `and from there they rise to ${percent(few[1])} at ${few[0]} tests per 1000 lines of code.`,
    '',
    'Tests are counted as the known runners write them. Where not one is found, but the code in files of tests is at least ' +
      `${percent(UNKNOWN_TESTS_FROM)} of the production code, they are of another kind, and neither this criterion nor another loses anything for it.`,
    '',
    '## Cycles',
    '',
    `A tangle is reported once, at the import that is cheapest to cut, so its size counts here: when all blocks are in `
      + `tangles, ${percent(TANGLED_COST)} of the marks are lost, and fewer in proportion.`,
    '',
    '## Counted by shares',
    '',
    'In these criteria some findings cost nothing extra, because a share already counts them:',
    '',
    ...counted.map(({ title, measured }) => `- ${title}: ${measured.map((id) => `\`${id}\``).join(', ')}`),
    '',
  ];
}

function toolSection(): string[] {
  const words: Readonly<Record<Severity, string>> = {
    error: `${SEVERITY_WEIGHT.error} (error)`,
    warning: `${SEVERITY_WEIGHT.warning} (warning)`,
    info: `${SEVERITY_WEIGHT.info} (info)`,
  };
  const rows = Object.entries(LEVELS).flatMap(([tool, levels]) => {
    const known = Object.entries(levels as Readonly<Record<string, Severity>>);
    return known.length === 0
      ? [[TOOLS[tool] ?? tool, 'any', words[OTHER_LEVEL]]]
      : known.map(([level, severity], at) => [at === 0 ? (TOOLS[tool] ?? tool) : '', level, words[severity]]);
  });
  return [
    '## Reports of other tools',
    '',
    'Reports of mypy, pylint, flake8, bandit, ESLint and any tool that writes SARIF also count when they are found beside the code, and the reason of the ' +
      'criterion names the report. A message is weighted by its level in the tool:',
    '',
    ...markdownTable(['Tool', 'Level', 'Weight'], rows),
    '',
    'A message that matches one of our rules counts in the criterion of that rule and weighs no more than the rule does. It does not count if the rule is ' +
      'off, the configuration or a comment allows it, or a share already counts it. ' +
      `Of the other messages, those about types count in ${criterionWords(TOPICS.types)} (mypy, pylint errors, undefined `
        + `names) and those about security in ${criterionWords(TOPICS.security)} (bandit, scanners that write SARIF), both only in `
        + `files of the roles ${TOPIC_ROLES.join(' and ')}. The rest is read and listed but not counted: style, and modules that `
        + `were not installed where the tool ran.`,
    '',
    'A fault counts once. What Archwright itself reports, by the same rule on the same or an adjacent line, is not counted again: one finding covers one ' +
      'message. If several reports contain the same fault at one place, the combination with the highest weight is used.',
    '',
    'So a report can only cost points, and one more message never raises the score. A clean report is named and changes nothing; an empty or broken one ' +
      'is reported as a problem and never counts as clean. Messages are not findings: they never block, and the gate ignores them.',
    '',
  ];
}

function criterionWords(id: string): string {
  return `\`${id}\``;
}

function missingSection(): string[] {
  return [
    '## Missing evidence',
    '',
    '- A criterion that **does not apply** is left out: its `max` is 0 in the JSON report, its reason says why, and the rest is scaled to 100.',
    '- A criterion **without its evidence** (no coverage report, all of its rules off) has `"measured": false`, and its reason says how to supply the '
      + 'evidence. It takes no part in the total: `measuredMax` says of how many points the total speaks. Approval needs the evidence.',
    '- A project **without layers** loses nothing: layering does not apply until layers are declared or seen in folder names.',
    `- Without a coverage report, **no tests at all** cost every other criterion ${percent(1 - UNTESTED_ANCHORS[0]![1])} of its marks: code that nothing has `
      + `ever run against is not known to work. The cost falls to nothing at ${UNTESTED_ANCHORS.at(-1)![0]} tests per 1,000 lines of code.`,
    `- A file that **could not be read** costs ${percent(UNREAD_COST)} of its share of every criterion, and rules out full marks in all of them.`,
    '- If there is no code at all, total and grade are `null`, and nothing is approved.',
    '',
  ];
}

function gradeSection(): string[] {
  const rows = GRADES.map(({ from, grade, action }, at) => [at === GRADES.length - 1 ? `below ${GRADES[at - 1]?.from}` : `from ${from}`, grade, action]);
  return [
    '## Grades',
    '',
    ...markdownTable(['Total', 'Grade', 'Advice'], rows),
    '',
    `A change is approved from ${BAR} points, if it has no blocker and no evidence is missing. With a blocker, the advice is `
      + `never better than that for ${BAR} points.`,
    '',
    '## Health of blocks and files',
    '',
    'The health of a block, and of a file, is the score of that part alone: its findings, sizes, imports and coverage, by the formula above. What belongs ' +
      'to the whole is left out: results and number of tests, reports of other tools, files that could not be read.',
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

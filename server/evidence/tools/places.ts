/** Where reports are usually found. */

/** Each group lists the files one tool writes for the same run: the first usable one is taken. */
export const COVERAGE_PLACES: readonly (readonly string[])[] = [
  ['coverage/lcov.info', 'coverage/coverage-final.json', 'coverage/cobertura-coverage.xml', 'coverage/coverage-summary.json', 'coverage/coverage.xml'],
  ['lcov.info', 'coverage.lcov', 'coverage.xml', 'coverage.json', 'cobertura.xml', 'coverage-final.json', 'coverage-summary.json'],
  [
    'reports/coverage.xml',
    'reports/coverage.json',
    'reports/cobertura.xml',
    'reports/lcov.info',
    'reports/coverage/lcov.info',
    'reports/coverage/cobertura-coverage.xml',
  ],
  ['build/coverage/lcov.info', 'build/reports/cobertura.xml'],
];

export const JUNIT_PLACES: readonly string[] = [
  'junit.xml', 'test-results.xml', 'test-report.xml', 'test-results/*.xml', 'reports/junit*.xml', 'reports/junit/*.xml', 'test-reports/*.xml',
];

/** Folders searched for reports of other tools. */
export const TOOL_FOLDERS: readonly string[] = ['', 'reports', 'report', 'build/reports', 'artifacts', 'test-results'];

/** Names recognized as reports of tools there: `mypy.txt`, `bandit-report.json`, `security-report.json`, any SARIF. */
export const TOOL_NAMES = new RegExp(
  String.raw`^(?:(?:(?:mypy|pylint|flake8|bandit|eslint)(?:[-_.](?:report|results?|output))?|security[-_](?:report|`
  + String.raw`results?))\.(?:txt|log|out|json|jsonl|xml)|[^/]+\.sarif(?:\.json)?)$`,
  'i',
);

export const BENCHMARK_PLACES: readonly string[] = ['', 'reports/', 'benchmarks/', 'bench/'].flatMap((folder) => (
  [`${folder}bench.json`, `${folder}bench-results*.json`, `${folder}benchmark.json`, `${folder}benchmarks.json`, `${folder}benchmark-results*.json`]
));

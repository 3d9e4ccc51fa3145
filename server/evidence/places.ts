/** Where reports usually lie. */

/** Each group holds the forms that one tool writes of the same run: the first that can be used is taken. */
export const COVERAGE_PLACES: readonly (readonly string[])[] = [
  ['coverage/lcov.info', 'coverage/coverage-final.json', 'coverage/cobertura-coverage.xml', 'coverage/coverage-summary.json', 'coverage/coverage.xml'],
  ['lcov.info', 'coverage.lcov', 'coverage.xml', 'coverage.json', 'cobertura.xml', 'coverage-final.json', 'coverage-summary.json'],
  ['reports/coverage.xml', 'reports/coverage.json', 'reports/cobertura.xml', 'reports/lcov.info', 'reports/coverage/lcov.info', 'reports/coverage/cobertura-coverage.xml'],
  ['build/coverage/lcov.info', 'build/reports/cobertura.xml'],
];

export const JUNIT_PLACES: readonly string[] = [
  'junit.xml', 'test-results.xml', 'test-report.xml', 'test-results/*.xml', 'reports/junit*.xml', 'reports/junit/*.xml', 'test-reports/*.xml',
];

// Prints like mocha's "spec" when there is a failure to show, and writes the counts, and why tests
// were skipped, where the runner of all suites reads them.
const { writeFileSync } = require('node:fs');
const loaded = require('mocha');
const Mocha = loaded.default ?? loaded;

class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      const couldNotRun = globalThis[Symbol.for('archwright.could-not-run')] ?? [];
      const counts = { passed: passes, failed: failures, skipped: pending, couldNotRun };
      if (process.env.ARCHWRIGHT_COUNTS) writeFileSync(process.env.ARCHWRIGHT_COUNTS, JSON.stringify(counts));
    });
  }
}
module.exports = CountingReporter;

/** Guards against work that grows with the square of its input, or worse. How fast things are is the benchmark's business. */
import assert from 'node:assert/strict';

/** Milliseconds of processor time: far more than work needs that grows with its input, far less than any other takes on the inputs of these tests. */
const MOST = 5000;

/**
 * Fails when the work takes long in this process. Unlike time on the clock, processor time stays the same on a busy machine.
 * @param what named in the failure
 */
export async function assertQuick(what: string, work: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const spent = Math.round((user + system) / 1000);
  assert.ok(spent < MOST, `${what}: ${spent} ms of processor time`);
}

// Closes a run with the plain line 'N passed, N failed, N skipped'. A suite that could not even
// start counts as one failure. Jest's own summary may come after it, so tools/run-tests.mjs asks for
// the numbers in a file and prints the line last of all.
import { writeFileSync } from 'node:fs';

export default class {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const file = process.env.TEST_SUMMARY_FILE;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    else console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

// Closes a run with the plain line 'N passed, N failed, N skipped'. A suite that could not even
// start counts as one failure. Jest's own summary may come after it, so tools/test.mjs asks for the
// line in a file and prints it last of all.
import { writeFileSync } from 'node:fs';

export default class {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
    const file = process.env.TEST_SUMMARY_FILE;
    if (file) writeFileSync(file, line);
    else console.log(line);
  }
}

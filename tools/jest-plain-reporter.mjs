// Closes with the plain line 'N passed, N failed, N skipped'. A suite that could not even start counts as one failure.
export default class {
  onRunComplete(_contexts, r) {
    const failed = r.numFailedTests + r.numRuntimeErrorTestSuites;
    console.log(
      `${r.numPassedTests} passed, ${failed} failed, ${r.numPendingTests + r.numTodoTests} skipped`,
    );
  }
}

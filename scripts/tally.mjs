/** The last line of a test run, counted from Vitest's report and from the checks around it. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * @param {any} report Vitest's JSON report, or undefined when there is none
 * @param {boolean} succeeded whether Vitest itself was content: it also fails for errors outside of tests
 * @returns {Tally}
 */
export function tallyOf(report, succeeded) {
  const count = (...statuses) =>
    (report?.testResults ?? [])
      .flatMap((file) => file.assertionResults)
      .filter((test) => statuses.includes(test.status)).length;
  const failed = count('failed') + brokenFiles(report).length;
  return {
    passed: count('passed'),
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
  };
}

/** Files that fail without a failed test: they could not be loaded, or a hook of theirs threw. */
export function brokenFiles(report) {
  return (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A run that tested nothing has not passed. @param {Tally} tally */
export function exitCode({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}

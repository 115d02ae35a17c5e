/**
 * A failure a person can act on: one line that says what happened and what to do.
 * Anything else that is thrown is a defect of ours and keeps its stack.
 */
export class Advice extends Error {
  /** @override */
  name = 'Advice';
}

/** @type {Record<string, (error: any) => string>} */
const BY_CODE = {
  ENOSPC: () => 'The disk is full: free some space, then run the same command again.',
  EDQUOT: () => 'Your disk quota is used up: free some space, then run the same command again.',
  EROFS: (error) => `${error.path ?? 'The disk'} is read-only: use a clone on a disk that can be written.`,
  EACCES: (error) => `No permission to write ${error.path ?? 'a file'}: give it to the user who runs this, or set DATA_DIR.`,
  EPERM: (error) => `Not permitted to change ${error.path ?? 'a file'}: give it to the user who runs this, or set DATA_DIR.`,
  EMFILE: () => 'Too many open files: raise the limit (ulimit -n 4096), then run the same command again.',
};

/**
 * Turns an error into the one line to print, or undefined when we have no advice for it.
 * @param {any} error
 * @returns {string | undefined}
 */
export function adviceFor(error) {
  if (error instanceof Advice) return error.message;
  if (typeof error?.code === 'string' && BY_CODE[error.code]) return BY_CODE[error.code](error);
  return adviceInText(String(error?.message ?? error));
}

/**
 * Finds in a tool's output (npm, tsc, PostgreSQL) a trouble that we can explain.
 * @param {string} text
 * @returns {string | undefined}
 */
export function adviceInText(text) {
  if (/ENOSPC|No space left on device/i.test(text)) return BY_CODE.ENOSPC({});
  if (/EDQUOT|Disk quota exceeded/i.test(text)) return BY_CODE.EDQUOT({});
  if (/EROFS|Read-only file system/i.test(text)) return BY_CODE.EROFS({});
  return undefined;
}

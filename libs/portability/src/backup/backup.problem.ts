/** Why a backup or a restore cannot be done; its message is one line that says what to do. */
export class BackupProblem extends Error {}

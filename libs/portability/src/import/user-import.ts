import { handleFor } from './handles.js';
import type { ImportSession } from './import-session.js';
import type { ImportState } from './import-state.js';
import type { KindImport, Line } from './kind-import.js';
import { type ImportedUser, userOf } from './rows.js';
import type { Summary } from './summary.js';

export class UserImport implements KindImport<ImportedUser> {
  readonly read = userOf;

  constructor(
    private readonly state: ImportState,
    private readonly summary: Summary,
  ) {}

  /** Of those who want one handle the first in the file has it. */
  together(user: ImportedUser): string {
    return handleFor(user.key, '');
  }

  async write(session: ImportSession, rows: readonly Line<ImportedUser>[]): Promise<void> {
    const added = await this.state.meet(session, rows.map(({ value }) => value));
    const counts = this.summary.of('users');
    counts.added += added;
    counts.known += rows.length - added;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Clock, newId } from '@fanfare/kernel';

/** A mail that its way out refused. */
export interface MailFailure {
  readonly at: Date;
  /** What the mail server said, without anybody's address. */
  readonly error: string;
}

const MOST_KEPT = 50;

const KEEP = 'INSERT INTO mail_failures (id, at, error) VALUES ($1, $2, left($3, 500))';
const FORGET = 'DELETE FROM mail_failures WHERE id IN (SELECT id FROM mail_failures ORDER BY at DESC, id DESC OFFSET $1)';
const LATEST = 'SELECT at, error FROM mail_failures ORDER BY at DESC, id DESC LIMIT $1';

/** The last failures of mail: a mail that is tried again and arrives leaves no other trace of what was wrong. */
@Injectable()
export class MailFailures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Never throws: it is called on the way of an error that matters more. */
  async keep(error: unknown): Promise<void> {
    const message = withoutAddresses(error instanceof Error ? error.message : String(error));
    await this.database.query(KEEP, [newId(), this.clock.now(), message]).catch(() => undefined);
    await this.database.query(FORGET, [MOST_KEPT]).catch(() => undefined);
  }

  /** The newest first. */
  latest(most: number): Promise<MailFailure[]> {
    return this.database.query<MailFailure>(LATEST, [most]);
  }
}

/** `550 <ana@example.org> unknown` becomes `550 <…@example.org> unknown`: the domain helps, the person is nobody's business. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(),:;]+@/g, '…@');
}

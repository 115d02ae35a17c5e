import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Opening, openingOf } from './commitment.js';
import type { AppealBody, DecisionBody, EndBody, LogBodies, SecondBody } from './log-body.js';
import { LogKeys } from './log-keys.service.js';
import type { LogEntryRow } from './log.row.js';
import { LogWriter } from './log.writer.js';

/** What entries are made of; which entry the others concern, the log finds itself. */
export interface LoggedBodies {
  readonly DECISION: DecisionBody;
  readonly SECOND: Omit<SecondBody, 'concerns'>;
  readonly DECISION_ENDED: Omit<EndBody, 'concerns'>;
  readonly APPEAL: Omit<AppealBody, 'concerns'>;
}

export interface NewLogEntry<Kind extends keyof LoggedBodies> {
  readonly communityId: string;
  readonly kind: Kind;
  readonly body: LoggedBodies[Kind];
  /** Texts that nobody but those concerned may read (`facts`, `passage`, `subject` …): the log commits to each. Null: none. */
  readonly committed?: Readonly<Record<string, string | null | undefined>>;
  /** Whom these texts are about: when they leave, the texts go. */
  readonly memberId?: string | null;
}

const CONCERNED = `SELECT community_id AS log, index FROM log_entries WHERE kind = 'DECISION' AND (body ->> 'decision')::uuid = $1`;
const KEEP = `
  INSERT INTO log_secrets (community_id, index, name, salt, text, member_id)
  SELECT $1, $2, s.name, s.salt, s.text, $6 FROM unnest($3::text[], $4::bytea[], $5::text[]) AS s (name, salt, text)`;
const ERASE_ENTRIES = 'DELETE FROM log_secrets WHERE community_id = $1 AND index = ANY ($2) AND ($3::text[] IS NULL OR name = ANY ($3))';
const ERASE_MEMBERS = 'DELETE FROM log_secrets WHERE member_id = ANY ($1)';

/** Writes the public log of decisions. */
@Injectable()
export class LogService {
  constructor(
    private readonly keys: LogKeys,
    private readonly writer: LogWriter,
  ) {}

  /**
   * Puts an entry at the end of the community's log, in the transaction of what it tells of: both come into force or neither.
   * Whoever appends to the same log meanwhile waits, so do it last.
   *
   * @throws TypeError for a body that is not as its kind wants it
   * @throws Problem `TEMPORARILY_UNAVAILABLE` when this process may not sign
   */
  async append<Kind extends keyof LoggedBodies>(tx: Tx, { communityId, kind, body, committed = {}, memberId = null }: NewLogEntry<Kind>): Promise<LogEntryRow> {
    const openings = Object.entries(committed).flatMap(([name, text]) => (text == null ? [] : [openingOf(name, text)]));
    const whole = (kind === 'DECISION' ? body : { ...body, concerns: await this.concerned(tx, communityId, body.decision) }) as LogBodies[Kind];
    const held = await this.writer.hold(tx, communityId);
    const key = await this.keys.current(tx);
    const tree = await this.writer.underKey(tx, held, key);
    const { entry } = await this.writer.write(tx, tree, key, { kind, body: whole, openings });
    await this.keep(tx, entry, openings, memberId);
    return entry;
  }

  /**
   * Erases what opens some entries' commitments, for ever; entries and proofs stay as they are.
   *
   * @param names which texts; all when left out
   */
  async erase(tx: Tx, communityId: string, indices: readonly number[], names: readonly string[] | null = null): Promise<void> {
    await tx.query(ERASE_ENTRIES, [communityId, indices, names]);
  }

  /** The same for everything about some members. */
  async eraseMembers(tx: Tx, memberIds: readonly string[]): Promise<void> {
    await tx.query(ERASE_MEMBERS, [memberIds]);
  }

  private async concerned(tx: Tx, communityId: string, decisionId: string): Promise<number | null> {
    const [found] = await rowsOf<{ log: string; index: number }>(tx, CONCERNED, [decisionId]);
    return found?.log === communityId ? found.index : null;
  }

  private async keep(tx: Tx, { log, index }: LogEntryRow, openings: readonly Opening[], memberId: string | null): Promise<void> {
    if (openings.length === 0) return;
    const columns = [openings.map(({ name }) => name), openings.map(({ salt }) => salt), openings.map(({ text }) => text)];
    await tx.query(KEEP, [log, index, ...columns, memberId]);
  }
}

import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isUniqueViolation, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, isId, newId, Problem } from '@fanfare/kernel';
import { Benches } from '@fanfare/moderation';
import type { AmbassadorAppealOutcome, AmbassadorAppealSubject } from '../ambassadors.enums.js';
import { AmbassadorAppealDecided, AmbassadorAppealOpened } from '../ambassadors.events.js';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AmbassadorAppealRow, judgedIn } from './ambassador-appeal.row.js';
import { AppealSubjects } from './appeal-subjects.js';

export interface NewAmbassadorAppeal {
  readonly text: string;
  readonly idempotencyKey?: string | null;
}

export interface AppealVerdict {
  readonly appeal: string;
  readonly outcome: AmbassadorAppealOutcome;
  /** Whoever appealed reads them. */
  readonly reasons: string;
}

const INSERT = `
  INSERT INTO ambassador_appeals (id, community_id, subject, subject_id, against, member_id, text, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const DECIDE = 'UPDATE ambassador_appeals SET decided_by = $2, decided_as = $3, decided_at = $4, outcome = $5, reasons = $6 WHERE id = $1';
const TEXT = { max: 5_000 } as const;

/** Appeals of ambassadors: decided by a moderator who took no part, never by the brand. */
@Injectable()
export class AmbassadorAppealsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly subjects: AppealSubjects,
    private readonly benches: Benches,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Appeals; each review or decision once.
   *
   * @returns the appeal's id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (also of what is not theirs), `NOT_APPEALABLE`, `APPEAL_TOO_LATE`, `ALREADY_APPEALED`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async appeal(actor: Actor, subject: AmbassadorAppealSubject, id: string, { text, idempotencyKey }: NewAmbassadorAppeal): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const body = cleanText('text', text, TEXT);
    await this.activity.take(actor, 'appeal');
    const fresh = newId();
    const retryable = { accountId: actor.accountId, key: idempotencyKey, operation: 'ambassadorAppeal', input: { subject, id, text } };
    return (await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.open(tx, actor, { fresh, subject, id, body })))).id;
  }

  /**
   * Decides an appeal. Overturning takes the review or decision back in the same transaction: a refused entry is accepted and paid.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (also for who has no office), `NOT_IMPARTIAL`, `SECOND_FACTOR_NEEDED`, `NOT_IN_FORCE` (decided),
   * `NOT_APPEALABLE` (it was taken back meanwhile), `EMPTY_TEXT`, `TOO_LONG`
   */
  async decide(actor: Actor, { appeal: id, outcome, reasons }: AppealVerdict): Promise<AmbassadorAppealRow> {
    const words = cleanText('reasons', reasons, { min: 3, max: 5_000 });
    return this.transactor.run(async (tx) => {
      const found = await this.find(tx, id);
      const matter = await this.subjects.of(found.subject).hold(tx, found.subjectId); // before the appeal, as whoever opens one
      const appeal = await this.find(tx, id, 'FOR NO KEY UPDATE OF a');
      const { office } = await this.benches.require(tx, actor, judgedIn(appeal), true);
      if (appeal.outcome !== null) throw new Problem('NOT_IN_FORCE', { state: appeal.outcome });
      await tx.query(DECIDE, [appeal.id, actor.accountId, office, this.clock.now(), outcome, words]);
      if (outcome === 'OVERTURNED') {
        if (matter.against !== appeal.against) throw new Problem('NOT_APPEALABLE');
        await this.subjects.of(appeal.subject).overturn(tx, actor, appeal.subjectId, words);
      }
      await this.tell(tx, actor, appeal, outcome);
      return this.find(tx, id);
    });
  }

  private async open(tx: Tx, actor: Actor, { fresh, subject, id, body }: { fresh: string; subject: AmbassadorAppealSubject; id: string; body: string }): Promise<void> {
    const matter = await this.subjects.of(subject).hold(tx, id);
    if (matter.accountId !== actor.accountId) throw new Problem('NOT_FOUND', { what: subject.toLowerCase() }); // what goes on is between two
    if (matter.against === null) throw new Problem('NOT_APPEALABLE');
    const now = this.clock.now();
    if (matter.until !== null && matter.until <= now) throw new Problem('APPEAL_TOO_LATE');
    const { communityId, memberId } = matter;
    await once(() => tx.query(INSERT, [fresh, communityId, subject, matter.id, matter.against, memberId, body, now]));
    const payload = { subject, about: matter.id, memberId };
    await this.events.append(tx, AmbassadorAppealOpened, { communityId, actorId: actor.accountId, subjectId: fresh, payload });
  }

  private async find(tx: Tx, id: string, lock = ''): Promise<AmbassadorAppealRow> {
    const sql = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.id = $1 ${lock}`;
    const [row] = isId(id) ? await rowsOf<AmbassadorAppealRow>(tx, sql, [id]) : [];
    if (!row) throw new Problem('NOT_FOUND', { what: 'appeal' });
    return row;
  }

  private async tell(tx: Tx, actor: Actor, { id, communityId, subject, subjectId, memberId }: AmbassadorAppealRow, outcome: AmbassadorAppealOutcome): Promise<void> {
    const payload = { subject, about: subjectId, memberId, outcome };
    await this.events.append(tx, AmbassadorAppealDecided, { communityId, actorId: actor.accountId, subjectId: id, payload });
  }
}

async function once(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isUniqueViolation(error, 'ambassador_appeals_once') ? new Problem('ALREADY_APPEALED') : error;
  }
}

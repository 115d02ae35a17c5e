import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, cleanText, Clock, DAY, newId, Problem } from '@fanfare/kernel';
import { Benches } from '../decisions/benches.js';
import type { DecisionRow } from '../decisions/decision.row.js';
import { DecisionsStore } from '../decisions/decisions.store.js';
import { lockMatter, type Matter } from '../decisions/matter.js';
import { AppealAnswered, AppealOpened } from '../moderation.events.js';
import { requireAppealable } from './appeal.policy.js';
import type { AppealRow } from './appeal.row.js';
import { AppealsStore } from './appeals.store.js';

/** An answer is promised within a week. */
const DUE_MS = 7 * DAY;
const TEXT = { max: 5000 } as const;

const APPELLANT = `
  SELECT m.id, EXISTS (SELECT FROM reports r WHERE r.item_id = $3 AND r.reporter_id = m.id) AS "isReporter"
  FROM members m WHERE m.community_id = $1 AND m.account_id = $2 FOR KEY SHARE OF m`;

export interface NewAppealText {
  readonly decision: string;
  readonly text: string;
  readonly idempotencyKey?: string | null;
}

/** People say why a decision is wrong, and talk about it with moderators. Whoever is banned may too. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly decisions: DecisionsStore,
    private readonly store: AppealsStore,
    private readonly benches: Benches,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Appeals against a decision, and against what was decided with it.
   *
   * @returns the appeal's id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_IN_FORCE`, `APPEAL_TOO_LATE`, `ALREADY_APPEALED`, `APPEALS_EXHAUSTED`,
   * `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async appeal(actor: Actor, input: NewAppealText): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const body = cleanText('text', input.text, TEXT);
    await this.activity.take(actor, 'appeal');
    const fresh = newId();
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'appealDecision', input };
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.open(tx, actor, input.decision, body, fresh)));
    return id;
  }

  /**
   * Writes in the thread of an appeal that waits: its appellant, or moderators, who speak as one.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_IMPARTIAL`, `NOT_IN_FORCE` for one that is decided, `EMPTY_TEXT`, `TOO_LONG`
   */
  async answer(actor: Actor, appealId: string, text: string): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const body = cleanText('body', text, TEXT);
    await this.activity.take(actor, 'appeal');
    return this.transactor.run(async (tx) => {
      const item = await lockMatter(tx, (await this.store.find(tx, appealId)).itemId);
      const appeal = await this.store.lock(tx, appealId);
      const byModeration = appeal.appellantAccountId !== actor.accountId;
      if (byModeration) await this.benches.require(tx, actor, { ...item, itemId: item.id });
      if (appeal.state !== 'OPEN') throw new Problem('NOT_IN_FORCE', { state: appeal.state });
      await this.say(tx, actor, appeal.id, body, byModeration);
      await this.tell(tx, AppealAnswered, actor, item, appeal, { byModeration });
      return appeal.id;
    });
  }

  private async open(tx: Tx, actor: Actor, decisionId: string, body: string, id: string): Promise<void> {
    const item = await lockMatter(tx, (await this.decisions.find(tx, decisionId)).itemId);
    const decision = await this.decisions.lock(tx, decisionId);
    const appellant = await this.appellant(tx, actor, decision);
    const earlier = await this.store.ofAppellant(tx, item.id, appellant.id);
    const isAffected = decision.affectedAccountId === actor.accountId;
    const openedAt = this.clock.now();
    const as = requireAppealable(decision, { isAffected, isReporter: appellant.isReporter, earlier }, openedAt);
    const dueAt = new Date(openedAt.getTime() + DUE_MS);
    const appeal = { id, communityId: item.communityId, itemId: item.id, decisionId: decision.id, appellantId: appellant.id, as, round: earlier.length + 1, openedAt, dueAt };
    await this.store.insert(tx, appeal);
    await this.say(tx, actor, id, body, false);
    await this.tell(tx, AppealOpened, actor, item, appeal, {});
  }

  private async appellant(tx: Tx, actor: Actor, { communityId, itemId }: DecisionRow): Promise<{ id: string; isReporter: boolean }> {
    const [appellant] = await rowsOf<{ id: string; isReporter: boolean }>(tx, APPELLANT, [communityId, actor.accountId, itemId]);
    if (!appellant) throw new Problem('NOT_FOUND', { what: 'decision' });
    return appellant;
  }

  private say(tx: Tx, { accountId }: Actor, appealId: string, body: string, byModeration: boolean): Promise<void> {
    return this.store.say(tx, { id: newId(), appealId, authorAccountId: accountId, byModeration, body, writtenAt: this.clock.now() });
  }

  private async tell<More extends object>(tx: Tx, type: EventType<Told & More>, actor: Actor, item: Matter, appeal: Pick<AppealRow, 'id' | 'decisionId' | 'appellantId'>, more: More) {
    const payload = { kind: item.kind, about: item.subjectId, item: item.id, decision: appeal.decisionId, memberId: appeal.appellantId, ...more };
    await this.events.append(tx, type, { communityId: item.communityId, actorId: actor.accountId, subjectId: appeal.id, payload });
  }
}

type Told = typeof AppealOpened extends EventType<infer Payload> ? Payload : never;

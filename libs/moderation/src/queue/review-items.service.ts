import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, newId, Problem } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { ReviewChanged, ReviewOpened } from '../moderation.events.js';
import type { ReportCategory } from '../reports/report.category.js';
import { ReviewSubjects } from '../subjects/review-subjects.js';
import { REVIEW_ITEM_COLUMNS, type ReviewItemRow } from './review-item.row.js';
import { reachOf, severityOf } from './review-priority.js';

/** What is to be looked at. */
export interface Reviewed {
  readonly kind: ReviewSubjectKind;
  readonly id: string;
  readonly communityId: string;
  /** The member it is of; null for imported texts without one. */
  readonly authorId: string | null;
  readonly supporters?: number;
  readonly comments?: number;
}

/** Taken first by whoever opens an item or adds to it: two first reports make one item. */
const TAKE_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('review:' || $1 || ':' || $2, 0))`;

const UNDECIDED = `SELECT ${REVIEW_ITEM_COLUMNS} FROM review_items t WHERE t.subject_kind = $1 AND t.subject_id = $2 AND t.state <> 'DECIDED' FOR NO KEY UPDATE`;

const OPEN = `
  WITH t AS (
    INSERT INTO review_items (id, community_id, subject_kind, subject_id, incident, author_id, severity, reach, supporters, comments, opened_at, changed_at)
    SELECT $1, $2, $3, $4, coalesce(max(o.incident), 0) + 1, $5, $6, $7, $8, $9, $10, $10 FROM review_items o WHERE o.subject_kind = $3 AND o.subject_id = $4
    RETURNING *
  ) SELECT ${REVIEW_ITEM_COLUMNS} FROM t`;

const LOCK = `SELECT ${REVIEW_ITEM_COLUMNS} FROM review_items t WHERE t.id = $1 FOR NO KEY UPDATE`;

const WEIGH = `
  WITH t AS (
    UPDATE review_items SET categories = $2, severity = $3, reach = $4, supporters = $5, comments = $6, report_weight = $7, changed_at = $8
    WHERE id = $1 RETURNING *
  ) SELECT ${REVIEW_ITEM_COLUMNS} FROM t`;

const CLOSE = `UPDATE review_items SET state = 'DECIDED', decided_at = $2, changed_at = $2, claimed_by = NULL, claimed_until = NULL WHERE id = $1`;

const ASKED_ABOUT = `
  SELECT EXISTS (SELECT FROM reports WHERE item_id = $1) OR EXISTS (SELECT FROM decisions WHERE item_id = $1 AND state IN ('PROPOSED', 'IN_FORCE')) AS asked`;

const KEPT = `
  SELECT count(*)::int AS kept FROM review_items t WHERE t.subject_kind = $1 AND t.subject_id = $2 AND t.state = 'DECIDED'
    AND NOT EXISTS (SELECT FROM decisions d WHERE d.item_id = t.id AND d.action <> 'KEEP' AND NOT d.automated_decision AND d.state IN ('IN_FORCE', 'ENDED'))`;

/** Opens review items, and keeps what decides about their place. */
@Injectable()
export class ReviewItemsService {
  constructor(
    private readonly subjects: ReviewSubjects,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The item in which a subject waits for moderators: the one that is there, or a new one. Held until the transaction ends; whoever decides
   * meanwhile is waited for.
   */
  async openOrJoin(tx: Tx, subject: Reviewed, actorId: string | null = null): Promise<{ item: ReviewItemRow; opened: boolean }> {
    await tx.query(TAKE_TURN, [subject.kind, subject.id]);
    const [waiting] = await rowsOf<ReviewItemRow>(tx, UNDECIDED, [subject.kind, subject.id]);
    if (waiting) return { item: waiting, opened: false };
    const { kind, id, communityId, authorId, supporters = 0, comments = 0 } = subject;
    const reach = reachOf({ supporters, comments });
    const values = [newId(), communityId, kind, id, authorId, severityOf([]), reach, supporters, comments, this.clock.now()];
    const [item] = await rowsOf<ReviewItemRow>(tx, OPEN, values);
    await this.events.append(tx, ReviewOpened, { communityId, actorId, subjectId: item!.id, payload: { kind, about: id } });
    return { item: item!, opened: true };
  }

  /** The item, held until the transaction ends. Who may see it is the caller's to ask. @throws Problem `NOT_FOUND` */
  async lock(tx: Tx, id: string): Promise<ReviewItemRow> {
    const [item] = await rowsOf<ReviewItemRow>(tx, LOCK, [id]);
    if (!item) throw new Problem('NOT_FOUND', { what: 'item' });
    return item;
  }

  /** Notes what an item's place comes from, as it is now. */
  async weigh(tx: Tx, item: ReviewItemRow, now: { categories: readonly ReportCategory[]; supporters: number; comments: number; reportWeight: number }): Promise<ReviewItemRow> {
    const { categories, supporters, comments, reportWeight } = now;
    const values = [item.id, categories, severityOf(categories), reachOf(now), supporters, comments, reportWeight, this.clock.now()];
    return (await rowsOf<ReviewItemRow>(tx, WEIGH, values))[0]!;
  }

  /** Tells those who look at the queue that something came to the item. */
  async tellChanged(tx: Tx, actor: Pick<Actor, 'accountId'> | null, item: ReviewItemRow): Promise<void> {
    const payload = { kind: item.subjectKind, about: item.subjectId };
    await this.events.append(tx, ReviewChanged, { communityId: item.communityId, actorId: actor?.accountId ?? null, subjectId: item.id, payload });
  }

  /** Closes the item of a subject that was decided elsewhere, if one waits. */
  async close(tx: Tx, kind: ReviewSubjectKind, subjectId: string): Promise<void> {
    await tx.query(TAKE_TURN, [kind, subjectId]);
    const [item] = await rowsOf<ReviewItemRow>(tx, UNDECIDED, [kind, subjectId]);
    if (!item) return;
    await tx.query(CLOSE, [item.id, this.clock.now()]);
    await this.tellChanged(tx, null, item);
  }

  /**
   * Closes the item of a subject about which a room above has nothing left to ask, if nothing else keeps it open: a report, a hold, a
   * proposal, a text that intake held.
   */
  async closeIfIdle(tx: Tx, kind: ReviewSubjectKind, subjectId: string): Promise<void> {
    await tx.query(TAKE_TURN, [kind, subjectId]);
    const [item] = await rowsOf<ReviewItemRow>(tx, UNDECIDED, [kind, subjectId]);
    if (!item) return;
    const [{ asked }] = (await rowsOf<{ asked: boolean }>(tx, ASKED_ABOUT, [item.id])) as [{ asked: boolean }];
    const text = (await this.subjects.of(kind).load(tx, [subjectId])).get(subjectId);
    if (!asked && !text?.withheld) await this.close(tx, kind, subjectId);
  }

  /** How often moderators looked at it and let it stand. */
  async keptBefore(tx: Tx, { subjectKind, subjectId }: Pick<ReviewItemRow, 'subjectKind' | 'subjectId'>): Promise<number> {
    return (await rowsOf<{ kept: number }>(tx, KEPT, [subjectKind, subjectId]))[0]!.kept;
  }
}

import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { keyedBy, Loader, type RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, type Decision, hasRole, needsOperator, needsRole, Problem, type ProblemCode } from '@fanfare/kernel';
import { sitsOnPanelSql } from '../panel/panel.seat.js';
import { type Bench, officeOf, requireOffice } from './judge.policy.js';
import type { Office } from './decision.row.js';

/** What somebody would judge about. */
export interface Judged {
  readonly itemId: string;
  readonly communityId: string;
  readonly authorId: string | null;
  /** The member who decided what is looked at again, where no decision about the item says so. */
  readonly tookPartId?: string | null;
}

interface Facts extends Omit<Bench, 'isModerator' | 'isOperator'> {
  /** Their seat waits for a second factor. */
  readonly panelWaits: boolean;
}

// Of moderators and the panel those whom neither the brand, nor authorship, nor a report of their own keeps from judging.
const FACTS = `
  SELECT k.nth::int AS nth, facts.* FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS k (community, item, author, partaker, nth)
  CROSS JOIN LATERAL (
    WITH involved AS (
      SELECT m.account_id FROM members m WHERE m.id = k.author
      UNION ALL SELECT m.account_id FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = k.item
      UNION ALL SELECT g.account_id FROM role_grants g WHERE g.community_id = k.community AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')
    ), part AS (
      SELECT unnest(ARRAY[d.decided_by, d.seconded_by]) AS account_id FROM decisions d WHERE d.item_id = k.item
      UNION ALL SELECT a.decided_by FROM appeals a WHERE a.item_id = k.item
      UNION ALL SELECT m.account_id FROM members m WHERE m.id = k.partaker
    ), moderators AS (
      SELECT g.account_id FROM role_grants g WHERE g.community_id = k.community AND g.revoked_at IS NULL AND g.role = 'MODERATOR'
    ), able AS (
      SELECT account_id FROM moderators WHERE account_id NOT IN (SELECT account_id FROM involved WHERE account_id IS NOT NULL)
    ), panel AS (
      SELECT account_id FROM moderation_panel WHERE account_id NOT IN (SELECT account_id FROM involved WHERE account_id IS NOT NULL)
        AND account_id NOT IN (SELECT account_id FROM moderators)
    )
    SELECT ${sitsOnPanelSql('$5', '$6')} AS "isOnPanel", ${sitsOnPanelSql('$5', '$6', true)} AS "panelWaits",
      EXISTS (SELECT FROM role_grants g WHERE g.community_id = k.community AND g.account_id = $5 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')) AS "isBrand",
      EXISTS (SELECT FROM members m WHERE m.id = k.author AND m.account_id = $5) AS "isAffected",
      EXISTS (SELECT FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = k.item AND m.account_id = $5) AS "isReporter",
      EXISTS (SELECT FROM part WHERE account_id = $5) AS "tookPart",
      (SELECT count(*)::int FROM able) AS moderators,
      (SELECT count(*)::int FROM able WHERE account_id NOT IN (SELECT account_id FROM part WHERE account_id IS NOT NULL)) AS "freshModerators",
      (SELECT count(*)::int FROM panel WHERE account_id NOT IN (SELECT account_id FROM part WHERE account_id IS NOT NULL)) AS "freshPanel"
  ) facts`;

/** Who may judge in a matter. */
@Injectable()
export class Benches {
  /** For those who only look: many matters of a list at once. */
  private readonly looked = new Loader<Whole, Judged>(async (all, { actor }) => {
    const benches = await this.ofAll(this.database.reader, actor, all);
    return new Map(all.map((judged, at) => [keyOf(judged), benches[at]!]));
  }, keyOf);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The reader, and who else could. */
  async asRead(context: RequestContext, judged: Judged): Promise<Bench> {
    return (await this.looked.load(context, judged))!;
  }

  /** Why the reader may not judge; null when they may. */
  async refusal(context: RequestContext, judged: Judged, fresh = false): Promise<ProblemCode | null> {
    if (context.actor.accountId === null) return 'SIGN_IN_REQUIRED';
    const bench = await this.looked.load(context, judged);
    try {
      this.seat(context.actor, judged, bench!, fresh);
      return null;
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }

  /**
   * The office the actor judges in.
   *
   * @param fresh only somebody who took no part will do
   * @throws Problem `SIGN_IN_REQUIRED`, `SECOND_FACTOR_NEEDED`, `NOT_IMPARTIAL` with why, `NOT_FOUND` for whoever has no office
   */
  async require(tx: Tx, actor: Actor, judged: Judged, fresh = false): Promise<{ office: Office; bench: Bench }> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const [bench] = await this.ofAll(tx, actor, [judged]);
    return { office: this.seat(actor, judged, bench!, fresh), bench: bench! };
  }

  private seat(actor: Actor, { communityId }: Judged, bench: Whole, fresh: boolean): Office {
    requireNothingHeld(actor, communityId, bench, fresh);
    return requireOffice(bench, fresh);
  }

  private async ofAll(tx: Tx, actor: Actor, all: readonly Judged[]): Promise<Whole[]> {
    const columns = [all.map(({ communityId }) => communityId), all.map(({ itemId }) => itemId), all.map(({ authorId }) => authorId), all.map(({ tookPartId }) => tookPartId ?? null)];
    const found = keyedBy(await rowsOf<Facts & { nth: number }>(tx, FACTS, [...columns, actor.accountId, this.clock.now()]), ({ nth }) => String(nth));
    return all.map(({ communityId }, at) => ({ ...found.get(String(at + 1))!, isModerator: hasRole(actor, communityId, 'MODERATOR'), isOperator: actor.isOperator }));
  }
}

type Whole = Bench & Pick<Facts, 'panelWaits'>;

const keyOf = ({ itemId, authorId, tookPartId }: Judged) => `${itemId} ${authorId} ${tookPartId}`;

/** Whoever could judge, were it not for a second factor that is missing, is told so. */
function requireNothingHeld(actor: Actor, communityId: string, bench: Whole, fresh: boolean): void {
  const asModerator = needsRole(actor, communityId, 'MODERATOR');
  if (isHeld(asModerator)) throw new Problem('SECOND_FACTOR_NEEDED');
  if (bench.panelWaits && officeOf({ ...bench, isOnPanel: true }, fresh) === 'PANEL') throw new Problem('SECOND_FACTOR_NEEDED');
  const asOperator = needsOperator(actor);
  const wouldDo = officeOf({ ...bench, isOperator: true }, fresh) === 'OPERATOR';
  if (wouldDo && isHeld(asOperator)) throw new Problem('SECOND_FACTOR_NEEDED');
}

const isHeld = (decision: Decision) => !decision.allowed && decision.reason === 'SECOND_FACTOR_NEEDED';

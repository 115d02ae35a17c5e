import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, Clock, type Decision, hasRole, needsOperator, needsRole, Problem } from '@fanfare/kernel';
import { sitsOnPanelSql } from '../panel/panel.seat.js';
import { type Bench, officeOf, requireOffice } from './judge.policy.js';
import type { Office } from './decision.row.js';

/** What somebody would judge about. */
export interface Judged {
  readonly itemId: string;
  readonly communityId: string;
  readonly authorId: string | null;
}

interface Facts extends Omit<Bench, 'isModerator' | 'isOperator'> {
  /** Their seat waits for a second factor. */
  readonly panelWaits: boolean;
}

// Of moderators and the panel those whom neither the brand, nor authorship, nor a report of their own keeps from judging.
const FACTS = `
  WITH involved AS (
    SELECT m.account_id FROM members m WHERE m.id = $3
    UNION ALL SELECT m.account_id FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = $2
    UNION ALL SELECT g.account_id FROM role_grants g WHERE g.community_id = $1 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')
  ), part AS (
    SELECT unnest(ARRAY[d.decided_by, d.seconded_by]) AS account_id FROM decisions d WHERE d.item_id = $2
    UNION ALL SELECT a.decided_by FROM appeals a WHERE a.item_id = $2
  ), moderators AS (
    SELECT g.account_id FROM role_grants g WHERE g.community_id = $1 AND g.revoked_at IS NULL AND g.role = 'MODERATOR'
  ), able AS (
    SELECT account_id FROM moderators WHERE account_id NOT IN (SELECT account_id FROM involved WHERE account_id IS NOT NULL)
  ), panel AS (
    SELECT account_id FROM moderation_panel WHERE account_id NOT IN (SELECT account_id FROM involved WHERE account_id IS NOT NULL)
      AND account_id NOT IN (SELECT account_id FROM moderators)
  )
  SELECT ${sitsOnPanelSql('$4', '$5')} AS "isOnPanel", ${sitsOnPanelSql('$4', '$5', true)} AS "panelWaits",
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = $1 AND g.account_id = $4 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')) AS "isBrand",
    EXISTS (SELECT FROM members m WHERE m.id = $3 AND m.account_id = $4) AS "isAffected",
    EXISTS (SELECT FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = $2 AND m.account_id = $4) AS "isReporter",
    EXISTS (SELECT FROM part WHERE account_id = $4) AS "tookPart",
    (SELECT count(*)::int FROM able) AS moderators,
    (SELECT count(*)::int FROM able WHERE account_id NOT IN (SELECT account_id FROM part WHERE account_id IS NOT NULL)) AS "freshModerators",
    (SELECT count(*)::int FROM panel WHERE account_id NOT IN (SELECT account_id FROM part WHERE account_id IS NOT NULL)) AS "freshPanel"`;

/** Who may judge in a matter. */
@Injectable()
export class Benches {
  constructor(private readonly clock: Clock) {}

  /** The actor, and who else could. */
  async of(tx: Tx, actor: Actor, { itemId, communityId, authorId }: Judged): Promise<Bench & Pick<Facts, 'panelWaits'>> {
    const [facts] = await rowsOf<Facts>(tx, FACTS, [communityId, itemId, authorId, actor.accountId, this.clock.now()]);
    return { ...facts!, isModerator: hasRole(actor, communityId, 'MODERATOR'), isOperator: actor.isOperator };
  }

  /**
   * The office the actor judges in.
   *
   * @param fresh only somebody who took no part will do
   * @throws Problem `SIGN_IN_REQUIRED`, `SECOND_FACTOR_NEEDED`, `NOT_IMPARTIAL` with why, `NOT_FOUND` for whoever has no office
   */
  async require(tx: Tx, actor: Actor, judged: Judged, fresh = false): Promise<{ office: Office; bench: Bench }> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const bench = await this.of(tx, actor, judged);
    requireNothingHeld(actor, judged.communityId, bench, fresh);
    return { office: requireOffice(bench, fresh), bench };
  }
}

/** Whoever could judge, were it not for a second factor that is missing, is told so. */
function requireNothingHeld(actor: Actor, communityId: string, bench: Bench & Pick<Facts, 'panelWaits'>, fresh: boolean): void {
  const asModerator = needsRole(actor, communityId, 'MODERATOR');
  if (isHeld(asModerator)) throw new Problem('SECOND_FACTOR_NEEDED');
  if (bench.panelWaits && officeOf({ ...bench, isOnPanel: true }, fresh) === 'PANEL') throw new Problem('SECOND_FACTOR_NEEDED');
  const asOperator = needsOperator(actor);
  const wouldDo = officeOf({ ...bench, isOperator: true }, fresh) === 'OPERATOR';
  if (wouldDo && isHeld(asOperator)) throw new Problem('SECOND_FACTOR_NEEDED');
}

const isHeld = (decision: Decision) => !decision.allowed && decision.reason === 'SECOND_FACTOR_NEEDED';

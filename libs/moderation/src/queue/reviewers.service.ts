import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Actor, ALLOWED, Clock, type Decision, hasRole, isShutOut, needsRole, refused } from '@fanfare/kernel';
import { sitsOnPanelSql } from '../panel/panel.seat.js';

/** In which office somebody reviews. */
export type ReviewOffice = 'MODERATOR' | 'PANEL' | 'OPERATOR';

/** A community with fewer moderators than this cannot have an appeal decided by another one. */
export const ENOUGH_MODERATORS = 2;

const FACTS = `
  SELECT (SELECT count(DISTINCT g.account_id) FROM role_grants g JOIN accounts a ON a.id = g.account_id
      WHERE g.community_id = $1 AND g.role = 'MODERATOR' AND g.revoked_at IS NULL AND a.erased_at IS NULL)::int AS moderators,
    ${sitsOnPanelSql('$2', '$3')} AS "onPanel", ${sitsOnPanelSql('$2', '$3', true)} AS "panelWaits",
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = $1 AND g.account_id = $2 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')) AS brand`;

interface Facts {
  readonly moderators: number;
  readonly onPanel: boolean;
  /** For a second factor. */
  readonly panelWaits: boolean;
  readonly brand: boolean;
}

/**
 * Who looks at a community's queue: its moderators, and where it has fewer than two of them also the deployment's panel and whoever runs it.
 * The brand never does.
 */
@Injectable()
export class Reviewers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The office the actor may review in; null for none. */
  async officeOf(actor: Actor, communityId: string, tx: Tx = this.database.reader): Promise<ReviewOffice | null> {
    if (actor.accountId === null || isShutOut(actor, communityId)) return null;
    if (hasRole(actor, communityId, 'MODERATOR')) return 'MODERATOR';
    const facts = await this.factsOf(actor, communityId, tx);
    if (!isOpenToOthers(facts)) return null;
    if (facts.onPanel) return 'PANEL';
    return actor.isOperator ? 'OPERATOR' : null;
  }

  /** Whether the actor may see the queue; whoever is a moderator, or on the panel, and lacks a second factor is told so. */
  async canReview(actor: Actor, communityId: string, tx: Tx = this.database.reader): Promise<Decision> {
    if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
    if ((await this.officeOf(actor, communityId, tx)) !== null) return ALLOWED;
    const asModerator = needsRole(actor, communityId, 'MODERATOR');
    if (asModerator.allowed || asModerator.reason !== 'NOT_ALLOWED') return asModerator;
    const facts = await this.factsOf(actor, communityId, tx);
    return isOpenToOthers(facts) && facts.panelWaits ? refused('SECOND_FACTOR_NEEDED') : asModerator;
  }

  private async factsOf({ accountId }: Actor, communityId: string, tx: Tx): Promise<Facts> {
    return (await rowsOf<Facts>(tx, FACTS, [communityId, accountId, this.clock.now()]))[0]!;
  }
}

/** Whether somebody beside its moderators, and not of the brand, reviews there. */
function isOpenToOthers({ brand, moderators }: Facts): boolean {
  return !brand && moderators < ENOUGH_MODERATORS;
}

import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Actor, ALLOWED, type Decision, hasRole, isShutOut, needsRole, refused } from '@fanfare/kernel';

/** In which office somebody reviews. */
export type ReviewOffice = 'MODERATOR' | 'PANEL' | 'OPERATOR';

/** A community with fewer moderators than this cannot have an appeal decided by another one. */
export const ENOUGH_MODERATORS = 2;

const FACTS = `
  SELECT (SELECT count(DISTINCT g.account_id) FROM role_grants g JOIN accounts a ON a.id = g.account_id
      WHERE g.community_id = $1 AND g.role = 'MODERATOR' AND g.revoked_at IS NULL AND a.erased_at IS NULL)::int AS moderators,
    EXISTS (SELECT FROM moderation_panel p WHERE p.account_id = $2) AS "onPanel",
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = $1 AND g.account_id = $2 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')) AS brand`;

interface Facts {
  readonly moderators: number;
  readonly onPanel: boolean;
  readonly brand: boolean;
}

/**
 * Who looks at a community's queue: its moderators, and where it has fewer than two of them also the deployment's panel and whoever runs it.
 * The brand never does.
 */
@Injectable()
export class Reviewers {
  constructor(private readonly database: Database) {}

  /** The office the actor may review in; null for none. */
  async officeOf(actor: Actor, communityId: string, tx: Tx = this.database.reader): Promise<ReviewOffice | null> {
    if (actor.accountId === null || isShutOut(actor, communityId)) return null;
    if (hasRole(actor, communityId, 'MODERATOR')) return 'MODERATOR';
    const [facts] = await rowsOf<Facts>(tx, FACTS, [communityId, actor.accountId]);
    if (!facts || facts.brand || facts.moderators >= ENOUGH_MODERATORS) return null;
    if (facts.onPanel) return 'PANEL';
    return actor.isOperator ? 'OPERATOR' : null;
  }

  /** Whether the actor may see the queue; whoever is a moderator and lacks a second factor is told so. */
  async canReview(actor: Actor, communityId: string, tx?: Tx): Promise<Decision> {
    if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
    if ((await this.officeOf(actor, communityId, tx)) !== null) return ALLOWED;
    return needsRole(actor, communityId, 'MODERATOR');
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import type { SqlParameters } from '@fanfare/ideas';
import { type Actor, Clock, type Decision, needsOperator, needsRole } from '@fanfare/kernel';
import { sitsOnPanelSql } from '../panel/panel.seat.js';
import type { Office } from './decision.row.js';
import { ENOUGH } from './judge.policy.js';

/** Who could judge in a community, whatever the matter, and in which office the reader could. */
export interface ListBench {
  readonly accountId: string;
  readonly office: Office;
  /** Their office waits for a second factor. */
  readonly isHeld: boolean;
  readonly moderators: readonly string[];
  /** Those of the panel who are neither moderators there nor of its brand. */
  readonly panel: readonly string[];
}

interface Facts extends Pick<ListBench, 'moderators' | 'panel'> {
  readonly isBrand: boolean;
  readonly isOnPanel: boolean;
  readonly panelWaits: boolean;
}

// Nobody moderates where they are of the brand: the database says so.
const FACTS = `
  WITH brand AS (
    SELECT g.account_id FROM role_grants g WHERE g.community_id = $1 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')
  ), moderators AS (
    SELECT g.account_id FROM role_grants g WHERE g.community_id = $1 AND g.revoked_at IS NULL AND g.role = 'MODERATOR'
  )
  SELECT ARRAY (SELECT account_id FROM moderators) AS moderators,
    ARRAY (SELECT account_id FROM moderation_panel EXCEPT (SELECT account_id FROM brand UNION ALL SELECT account_id FROM moderators)) AS panel,
    EXISTS (SELECT FROM brand WHERE account_id = $2) AS "isBrand",
    ${sitsOnPanelSql('$2', '$3')} AS "isOnPanel", ${sitsOnPanelSql('$2', '$3', true)} AS "panelWaits"`;

/** Who may judge, for lists: which of many matters are the reader's. `Benches` says the same of one. */
@Injectable()
export class ListBenches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for whoever has no office there in any matter: visitors, the brand, and members. */
  async of(actor: Actor, communityId: string): Promise<ListBench | null> {
    const { accountId } = actor;
    if (accountId === null) return null;
    const [facts] = await this.database.query<Facts>(FACTS, [communityId, accountId, this.clock.now()]);
    const seat = facts!.isBrand ? null : seatOf(actor, communityId, facts!);
    return seat && { ...seat, accountId, moderators: facts!.moderators, panel: facts!.panel };
  }
}

function seatOf(actor: Actor, communityId: string, { isOnPanel, panelWaits }: Facts): Pick<ListBench, 'office' | 'isHeld'> | null {
  const asModerator = needsRole(actor, communityId, 'MODERATOR');
  if (asModerator.allowed || isHeld(asModerator)) return { office: 'MODERATOR', isHeld: isHeld(asModerator) };
  if (isOnPanel || panelWaits) return { office: 'PANEL', isHeld: panelWaits };
  const asOperator = needsOperator(actor);
  return asOperator.allowed || isHeld(asOperator) ? { office: 'OPERATOR', isHeld: isHeld(asOperator) } : null;
}

const isHeld = (decision: Decision) => !decision.allowed && decision.reason === 'SECOND_FACTOR_NEEDED';

/** Whether the reader judges there as a rule: about whoever has nothing to do with those who could. */
export function judgesUsually({ office, moderators, panel }: ListBench): boolean {
  return office === 'MODERATOR' || (moderators.length < ENOUGH && (office === 'PANEL' || panel.length === 0));
}

/**
 * SQL: whether a matter that wants somebody fresh is the reader's to judge, as `requireOffice` says of one.
 *
 * @param author SQL, the account it is about; may be NULL
 * @param tookPart SQL, the account that decided what is looked at again; may be NULL
 */
export function judgeableSql(bench: ListBench, parameters: SqlParameters, author: string, tookPart: string): string {
  const reader = parameters.add(bench.accountId);
  const others = `${author} IS DISTINCT FROM ${reader} AND ${tookPart} IS DISTINCT FROM ${reader}`;
  if (bench.office === 'MODERATOR') return others;
  const able = `array_remove(${parameters.add(bench.moderators)}::uuid[], ${author})`;
  const tooFew = `(cardinality(${able}) < ${ENOUGH} OR cardinality(array_remove(${able}, ${tookPart})) = 0)`;
  if (bench.office === 'PANEL') return `${others} AND ${tooFew}`;
  return `${others} AND ${tooFew} AND cardinality(array_remove(array_remove(${parameters.add(bench.panel)}::uuid[], ${author}), ${tookPart})) = 0`;
}

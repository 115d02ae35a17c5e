import { Injectable } from '@nestjs/common';
import { LevelRightsTable } from '@fanfare/communities';
import { rowsOf, type Tx } from '@fanfare/database';
import type { IdentityLevel, Level } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { levelOf } from './level.js';

const FOOTINGS = `
  SELECT member_id AS id, community_id AS "communityId", score, identity_level AS identity FROM reputation_members
  WHERE NOT gone AND (member_id = ANY ($1::uuid[]) OR community_id = $2)`;

interface Standing {
  readonly id: string;
  readonly communityId: string;
  readonly score: number;
  readonly identity: IdentityLevel;
}

/** Gives members the level their score and identity have earned. */
@Injectable()
export class LevelsService {
  constructor(
    private readonly rights: LevelRightsTable,
    private readonly members: MembersService,
  ) {}

  /** After the ledger moved these members. */
  async follow(tx: Tx, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length > 0) await this.place(tx, await rowsOf<Standing>(tx, FOOTINGS, [memberIds, null]));
  }

  /** After a community asked for something else of its levels. */
  async followCommunity(tx: Tx, communityId: string): Promise<void> {
    await this.place(tx, await rowsOf<Standing>(tx, FOOTINGS, [[], communityId]));
  }

  private async place(tx: Tx, standings: readonly Standing[]): Promise<void> {
    const rights = await this.rights.of([...new Set(standings.map(({ communityId }) => communityId))], tx);
    const levels = standings.map((standing): [string, Level] => [standing.id, levelOf(standing, rights.get(standing.communityId)!)]);
    await this.members.setLevels(tx, new Map(levels));
  }
}

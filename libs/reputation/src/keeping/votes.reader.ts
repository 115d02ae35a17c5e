import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import type { IdentityLevel } from '@fanfare/kernel';
import { type AuthorRow, type MemberRow, type ReadCommunity, type VoteRow, readCommunity } from './reading.js';

const VOTES = `
  SELECT member_id AS "memberId", idea_id AS "ideaId", cast_at AS "castAt" FROM votes
  WHERE community_id = $1 AND (cast_at, idea_id, member_id) < ($2, $3, $4) ORDER BY cast_at DESC, idea_id DESC, member_id DESC LIMIT $5`;
const MEMBERS = `
  SELECT m.id, m.identity_level AS "identityLevel", m.joined_at AS "joinedAt",
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = m.community_id AND g.account_id = m.account_id AND g.revoked_at IS NULL) AS "isStaff"
  FROM members m WHERE m.id = ANY ($1::uuid[])`;
const AUTHORS = 'SELECT id, author_id AS "authorId" FROM ideas WHERE id = ANY ($1::uuid[])';
const LEVELS: readonly IdentityLevel[] = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'];

/** Reads a community's votes from the database, outside any transaction. */
@Injectable()
export class VotesReader {
  constructor(private readonly database: Database) {}

  /** @param most so many of the latest votes at most. @param now for who is long-standing */
  read(communityId: string, most: number, now: Date): Promise<ReadCommunity> {
    const votesBefore = (from: VoteRow, size: number) =>
      this.database.query<VoteRow>(VOTES, [communityId, from.castAt, from.ideaId, from.memberId, size]);
    const authors = (ids: readonly string[]) => this.database.query<AuthorRow>(AUTHORS, [ids]);
    return readCommunity({ votesBefore, members: (ids) => this.members(ids), authors }, most, now);
  }

  private async members(ids: readonly string[]): Promise<MemberRow[]> {
    const rows = await this.database.query<Omit<MemberRow, 'level'> & { identityLevel: IdentityLevel }>(MEMBERS, [ids]);
    return rows.map(({ identityLevel, ...row }) => ({ ...row, level: LEVELS.indexOf(identityLevel) }));
  }
}

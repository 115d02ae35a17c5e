import type { IdentityLevel, Level, Withholding } from '@fanfare/kernel';

/** A person inside one community, as the database keeps them and as their GraphQL type shows them. */
export interface MemberRow {
  readonly id: string;
  readonly communityId: string;
  /** Null for imported people: nobody signs in as one. */
  readonly accountId: string | null;
  readonly handle: string;
  readonly displayName: string;
  readonly bio: string;
  /** What counts in this community. */
  readonly identityLevel: IdentityLevel;
  readonly level: Level;
  readonly joinedAt: Date;
  /** The picture they chose; without one, clients draw one from the id. */
  readonly avatarId: string | null;
  /** The version of the terms they accepted; null for imported people. */
  readonly termsVersion: number | null;
  /** When their account was deleted; null for everybody else. */
  readonly formerSince: Date | null;
  /** That name and bio are not shown. */
  readonly withheld: Withholding | null;
}

export const MEMBER_COLUMNS = `m.id, m.community_id AS "communityId", m.account_id AS "accountId", m.handle::text AS handle,
  m.display_name AS "displayName", m.bio, m.identity_level AS "identityLevel", m.level, m.joined_at AS "joinedAt",
  m.avatar_id AS "avatarId", m.terms_version AS "termsVersion", m.former_since AS "formerSince",
  m.withheld`;

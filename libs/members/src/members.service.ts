import { Injectable } from '@nestjs/common';
import { ActivityService, RestrictionsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { isUniqueViolation, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, cleanText, Clock, enforce, type IdentityLevel, type Level, mayUse, type MemberUse, newId, permits, Problem } from '@fanfare/kernel';
import { newHandle } from './handle.js';
import { MemberJoined, MemberLevelChanged, MemberUpdated } from './member.events.js';
import { canEditProfile, canJoin, type Joining } from './member.policy.js';
import { MEMBER_COLUMNS, type MemberRow } from './member.row.js';
import { MemberWithholding } from './member-withholding.service.js';
import { MembersQueries } from './members.queries.js';
import { type ProfileAuthor, type ProfileText, ProfileTexts } from './profile-texts.js';
import { RightsService } from './rights.service.js';

export interface JoinRequest extends Joining {
  /** The slug. */
  readonly community: string;
  readonly handle: string;
  /** The account's own when left out. */
  readonly displayName?: string | null;
  readonly idempotencyKey?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

export interface ProfileChange {
  readonly displayName?: string | null;
  /** Plain text; '' takes it away. */
  readonly bio?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

export const LONGEST_DISPLAY_NAME = 60;
export const LONGEST_BIO = 500;

const MINE = `SELECT ${MEMBER_COLUMNS}, m.restricted FROM members m WHERE m.community_id = $1 AND m.account_id = $2`;

const DOOR = `SELECT terms_version AS "termsVersion", min_age AS "minAge" FROM communities WHERE id = $1 FOR SHARE`;

// Held until the end, so that a change of the account's level waits for the member it has to reach.
const ACCOUNT = 'SELECT display_name AS "displayName", identity_level AS "identityLevel", test_until IS NOT NULL AS "isTest" FROM accounts WHERE id = $1 AND erased_at IS NULL FOR SHARE';

const LOOK_ALIKE = 'SELECT 1 FROM members WHERE community_id = $1 AND skeleton = handle_skeleton($2) AND account_id IS NULL LIMIT 1';

const INSERT = `
  INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level, joined_at, terms_version, age_declared)
  VALUES ($1, $2, $3, $4, $5, member_identity($6, $3, $2), $7, $8, $9) RETURNING identity_level AS identity`;

const SET_LEVELS = `
  WITH before AS (
    SELECT m.id, m.level, n.level AS next FROM unnest($1::uuid[], $2::text[]) AS n (id, level) JOIN members m ON m.id = n.id
    WHERE m.level <> n.level AND m.former_since IS NULL ORDER BY m.id FOR NO KEY UPDATE OF m
  )
  UPDATE members m SET level = before.next FROM before WHERE m.id = before.id
  RETURNING m.id, m.community_id AS "communityId", before.level AS "from", m.level AS "to"`;

interface LevelMove {
  readonly id: string;
  readonly communityId: string;
  readonly from: Level;
  readonly to: Level;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly queries: MembersQueries,
    private readonly activity: ActivityService,
    private readonly profiles: ProfileTexts,
    private readonly withholding: MemberWithholding,
    private readonly restrictions: RestrictionsService,
    private readonly events: EventLog,
    private readonly clock: Clock,
    /** What levels open, for rooms where a right is used. */
    readonly rights: RightsService,
  ) {}

  /**
   * The actor's own member in a community. Until the transaction ends they stay who they are: a deletion of their account waits
   * for what they write, and whoever comes after it finds nobody.
   *
   * A decision that restricts them waits for it too, and what comes after the decision is refused here.
   *
   * @param use what they are about to use; `ANYWAY` is for what nobody is kept from: withdrawing, leaving, taking away one's own
   * words, one's own data, and defending oneself
   * @param lock `SHARE` has a change of identity wait its turn too
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_A_MEMBER`, `RESTRICTED`, `ACKNOWLEDGE_WARNING`
   */
  async requireMember(tx: Tx, actor: Actor, communityId: string, use: MemberUse | 'ANYWAY' = 'TAKING_PART', lock: 'KEY SHARE' | 'SHARE' = 'KEY SHARE'): Promise<MemberRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const [found] = await rowsOf<MemberRow & { restricted: boolean }>(tx, `${MINE} FOR ${lock} OF m`, [communityId, actor.accountId]);
    if (!found) throw new Problem('NOT_A_MEMBER');
    const { restricted, ...member } = found;
    if (restricted && use !== 'ANYWAY') enforce(permits(await this.restrictions.inForce(tx, member.id), use));
    return member;
  }

  /**
   * Makes the account a member under a handle of its own. A name that intake holds is withheld until a moderator has read it.
   *
   * @throws Problem `NOT_FOUND`, `INVALID_HANDLE`, `HANDLE_RESERVED`, `HANDLE_TAKEN` (also for a look-alike), `TERMS_NOT_ACCEPTED`,
   * `UNDER_AGE`, `ALREADY_MEMBER`, `SIGN_IN_REQUIRED`, `NOT_ALLOWED` (a test account), `TOO_MANY_ATTEMPTS`, `RESTRICTED`, `REPHRASE`, `TEXT_REFUSED`
   */
  async join(actor: Actor, request: JoinRequest): Promise<MemberRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const accountId = actor.accountId;
    const community = await this.communities.requireBySlug(request.community);
    enforce(mayUse(actor, community.id, 'TAKING_PART'));
    const handle = newHandle(request.handle, community.slug);
    const fresh = newId();
    await this.activity.take(actor, 'joinCommunity');
    const retryable = { accountId, key: request.idempotencyKey, operation: 'joinCommunity', input: request };
    const { id } = await this.transactor.run((tx) =>
      makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, { id: fresh, communityId: community.id, accountId, handle }, request)),
    );
    return this.existing(id);
  }

  /**
   * Changes the actor's own profile in a community. What intake holds is withheld until a moderator has read it.
   *
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `TOO_LONG`, `EMPTY_TEXT`, `TOO_MANY_ATTEMPTS`, `WITHHELD` (removed by moderators),
   * `REPHRASE`, `TEXT_REFUSED`
   */
  async update(actor: Actor, slug: string, change: ProfileChange): Promise<MemberRow> {
    const community = await this.communities.requireBySlug(slug);
    await this.activity.take(actor, 'updateMember');
    const id = await this.transactor.run(async (tx) => {
      const member = await this.requireMember(tx, actor, community.id, onlyTakesAway(change) ? 'ANYWAY' : 'POSTING');
      enforce(canEditProfile(actor, member));
      const displayName = nameOf(change.displayName ?? member.displayName);
      const bio = cleanText('bio', change.bio ?? member.bio, { min: 0, max: LONGEST_BIO });
      await tx.query('UPDATE members SET display_name = $2, bio = $3 WHERE id = $1', [member.id, displayName, bio]);
      await this.events.append(tx, MemberUpdated, { communityId: community.id, actorId: actor.accountId, subjectId: member.id, payload: {} });
      const changedName = displayName === member.displayName ? {} : { displayName };
      await this.examine(tx, actor, member, { ...changedName, bio, before: member.bio, rephrased: change.rephrased });
      return member.id;
    });
    return this.existing(id);
  }

  /**
   * Sets or takes away a member's picture, in the caller's transaction. The media room knows whose picture it is.
   *
   * @returns the picture they had
   */
  async setAvatar(tx: Tx, member: Pick<MemberRow, 'id' | 'communityId' | 'accountId'>, pictureId: string | null, by = member.accountId): Promise<string | null> {
    const [before] = await rowsOf<{ avatarId: string | null }>(tx, 'SELECT avatar_id AS "avatarId" FROM members WHERE id = $1 FOR NO KEY UPDATE', [member.id]);
    await tx.query('UPDATE members SET avatar_id = $2 WHERE id = $1', [member.id, pictureId]);
    await this.events.append(tx, MemberUpdated, { communityId: member.communityId, actorId: by, subjectId: member.id, payload: {} });
    return before?.avatarId ?? null;
  }

  /** Writes the levels that reputation sets; who has theirs already is left alone. */
  async setLevels(tx: Tx, levels: ReadonlyMap<string, Level>): Promise<void> {
    if (levels.size === 0) return;
    for (const { id, communityId, from, to } of await rowsOf<LevelMove>(tx, SET_LEVELS, [[...levels.keys()], [...levels.values()]])) {
      await this.events.append(tx, MemberLevelChanged, { communityId, actorId: null, subjectId: id, payload: { from, to } });
    }
  }

  private async insert(tx: Tx, actor: Actor, who: { id: string; communityId: string; accountId: string; handle: string }, request: JoinRequest) {
    const { id, communityId, accountId, handle } = who;
    const [door] = await rowsOf<{ termsVersion: number; minAge: number }>(tx, DOOR, [communityId]);
    const [account] = await rowsOf<{ displayName: string; identityLevel: IdentityLevel; isTest: boolean }>(tx, ACCOUNT, [accountId]);
    if (!account) throw new Problem('SIGN_IN_REQUIRED'); // deleted a moment ago
    if (account.isTest) throw new Problem('NOT_ALLOWED'); // of the community it was made for, and of no other
    enforce(canJoin(request, door!));
    const name = nameOf(request.displayName || [...account.displayName].slice(0, LONGEST_DISPLAY_NAME).join(''));
    if ((await rowsOf(tx, LOOK_ALIKE, [communityId, handle])).length > 0) throw new Problem('HANDLE_TAKEN');
    const age = door!.minAge > 0 ? door!.minAge : null;
    const columns = [id, communityId, accountId, handle, name, account.identityLevel, this.clock.now(), door!.termsVersion, age];
    const [joined] = await endingRaces(() => rowsOf<{ identity: IdentityLevel }>(tx, INSERT, columns));
    const payload = { terms: door!.termsVersion, identity: joined!.identity };
    await this.events.append(tx, MemberJoined, { communityId, actorId: accountId, subjectId: id, payload });
    const author = { id, communityId, level: 'NEWCOMER', identityLevel: joined!.identity } as const;
    await this.examine(tx, actor, author, { displayName: name, bio: '', rephrased: request.rephrased });
  }

  /** After the row is written: what is held is withheld with it, what is sent back or refused rolls it back. */
  private async examine(tx: Tx, actor: Actor, member: ProfileAuthor, text: ProfileText): Promise<void> {
    if ((await this.profiles.examine(tx, actor, member, text)) === 'HOLD') await this.withholding.withhold(tx, null, member.id, 'HOLD');
  }

  private async existing(id: string): Promise<MemberRow> {
    return (await this.queries.byIds([id])).get(id)!;
  }
}

function nameOf(text: string): string {
  return cleanLine('displayName', text, { max: LONGEST_DISPLAY_NAME });
}

/** Taking one's own words away is open to everybody. */
function onlyTakesAway({ displayName, bio }: ProfileChange): boolean {
  return displayName == null && bio?.trim() === '';
}

/** The constraints decide who was first. */
async function endingRaces<T>(insert: () => Promise<T>): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    if (isUniqueViolation(error, 'members_account_key')) throw new Problem('ALREADY_MEMBER');
    if (isUniqueViolation(error, 'members_handle_key') || isUniqueViolation(error, 'members_skeleton_key')) {
      throw new Problem('HANDLE_TAKEN');
    }
    throw error;
  }
}

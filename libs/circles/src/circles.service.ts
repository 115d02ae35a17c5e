import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { isUniqueViolation, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { CircleCreated, CircleRecognised, CircleUnrecognised, CircleUpdated } from './circle.events.js';
import { canKeep, canRecognise } from './circle.policy.js';
import type { CircleJoining, CircleRow } from './circle.row.js';
import { circleName, circleSlug } from './circle-name.js';
import { CirclesAccess } from './circles.access.js';

export interface NewCircle {
  /** The slug of the community. */
  readonly community: string;
  readonly name: string;
  /** Made from the name when left out. */
  readonly slug?: string | null;
  /** Markdown. */
  readonly description: string;
  readonly joining: CircleJoining;
  readonly idempotencyKey?: string | null;
}

export interface CircleChange {
  readonly name?: string | null;
  readonly description?: string | null;
  readonly joining?: CircleJoining | null;
}

export const LONGEST_DESCRIPTION = 2_000;
const LONGEST_NOTE = 500;

const INSERT = `
  INSERT INTO circles (id, community_id, slug, name, description, joining, founder_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const ENTER = 'INSERT INTO circle_members (circle_id, member_id, community_id, joined_at) VALUES ($1, $2, $3, $4)';

const UPDATE = 'UPDATE circles SET name = $2, description = $3, joining = $4 WHERE id = $1';

const RECOGNISE = 'UPDATE circles SET recognised_at = coalesce(recognised_at, $2), recognition_note = $3 WHERE id = $1';
const UNRECOGNISE = 'UPDATE circles SET recognised_at = NULL, recognition_note = NULL WHERE id = $1';

/** Circles themselves: made by members, worded by who looks after them, recognised by the brand. */
@Injectable()
export class CirclesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly circles: CirclesAccess,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a circle with the member who asks as the first in it.
   *
   * @returns its id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `CIRCLE_NAME_TAKEN` (also for a look-alike), `CIRCLE_NAME_RESERVED`,
   * `INVALID_INPUT` (no address can be made from the name), `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async create(actor: Actor, input: NewCircle): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const community = await this.communities.requireBySlug(input.community);
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'createCircle', input };
    const fresh = newId();
    await this.activity.take(actor, 'createCircle');
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, community, input)));
    return id;
  }

  /**
   * Changes the wording or who may come in; what is left out stays, and so does the address.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `CIRCLE_NAME_TAKEN`, `CIRCLE_NAME_RESERVED`, `CIRCLE_RECOGNISED` (another name), `EMPTY_TEXT`, `TOO_LONG`
   */
  async update(actor: Actor, id: string, change: CircleChange): Promise<void> {
    await this.activity.take(actor, 'runCircle');
    await this.transactor.run(async (tx) => {
      const { circle, member } = await this.circles.lockAs(tx, actor, id, 'POSTING');
      enforce(canKeep(actor, member, circle));
      const next = await this.changed(tx, circle, change);
      const fields = (['name', 'description', 'joining'] as const).filter((field) => next[field] !== circle[field]);
      if (fields.length === 0) return;
      await takingName(() => tx.query(UPDATE, [circle.id, next.name, next.description, next.joining]));
      await this.events.append(tx, CircleUpdated, { ...by(actor, circle), payload: { fields } });
    });
  }

  /**
   * The brand recognises a circle, with a note that everybody reads; or takes it back.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `TOO_LONG`
   */
  async recognise(actor: Actor, id: string, recognised: boolean, note?: string | null): Promise<void> {
    const words = cleanText('note', note ?? '', { min: 0, max: LONGEST_NOTE }) || null;
    await this.activity.take(actor, 'runCircle');
    await this.transactor.run(async (tx) => {
      const circle = await this.circles.lock(tx, id);
      enforce(canRecognise(actor, circle));
      const was = circle.recognisedAt !== null;
      if (recognised) await tx.query(RECOGNISE, [circle.id, this.clock.now(), words]);
      else await tx.query(UNRECOGNISE, [circle.id]);
      if (was === recognised) return; // another note is no other recognition
      await this.events.append(tx, recognised ? CircleRecognised : CircleUnrecognised, { ...by(actor, circle), payload: {} });
    });
  }

  private async insert(tx: Tx, actor: Actor, id: string, community: { id: string; slug: string; name: string }, input: NewCircle): Promise<void> {
    const member = await this.members.requireMember(tx, actor, community.id, 'POSTING');
    const name = circleName(input.name, community);
    const slug = circleSlug(input.slug, name, community);
    const description = descriptionOf(input.description);
    const now = this.clock.now();
    await takingName(() => tx.query(INSERT, [id, community.id, slug, name, description, input.joining, member.id, now]));
    await tx.query(ENTER, [id, member.id, community.id, now]);
    await this.events.append(tx, CircleCreated, { ...by(actor, { id, communityId: community.id }), payload: {} });
  }

  private async changed(tx: Tx, circle: CircleRow, change: CircleChange): Promise<{ name: string; description: string; joining: CircleJoining }> {
    const community = (await this.communities.byIds([circle.communityId], tx)).get(circle.communityId)!;
    const name = change.name == null ? circle.name : circleName(change.name, community);
    if (name !== circle.name && circle.recognisedAt !== null) throw new Problem('CIRCLE_RECOGNISED');
    const description = change.description == null ? circle.description : descriptionOf(change.description);
    return { name, description, joining: change.joining ?? circle.joining };
  }
}

/** Who acts on a circle, as events say it. */
export function by(actor: Actor, { id, communityId }: Pick<CircleRow, 'id' | 'communityId'>) {
  return { communityId, actorId: actor.accountId, subjectId: id };
}

function descriptionOf(text: string): string {
  return cleanText('description', text, { min: 10, max: LONGEST_DESCRIPTION });
}

/** A race for a name ends at the constraints. */
async function takingName(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const names = ['circles_slug_key', 'circles_skeleton_key', 'circles_name_key'];
    if (names.some((name) => isUniqueViolation(error, name))) throw new Problem('CIRCLE_NAME_TAKEN');
    throw error;
  }
}

/** Lets a member in, in the caller's transaction. @returns whether they were not in it before */
export async function enterCircle(tx: Tx, circle: Pick<CircleRow, 'id' | 'communityId'>, memberId: string, at: Date): Promise<boolean> {
  return (await rowsOf(tx, `${ENTER} ON CONFLICT DO NOTHING RETURNING member_id`, [circle.id, memberId, circle.communityId, at])).length > 0;
}

import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { type ExaminedText, IntakeService } from '@fanfare/intake';
import { PictureUses } from '@fanfare/media';
import { type MemberRow, MembersService } from '@fanfare/members';
import { CreationEdited, CreationShown, CreationWithdrawn } from './creation.events.js';
import { CreationParts, type ShownPicture } from './creation-parts.service.js';
import { canEditCreation, canWithdrawCreation } from './creation.policy.js';
import type { CreationRow } from './creation.row.js';
import { type CreationText, creationText, examinedBody } from './creation.text.js';
import { CreationWithholding } from './creation-withholding.service.js';
import { CreationsQueries } from './creations.queries.js';

export interface NewCreation {
  /** The slug. */
  readonly community: string;
  readonly title: string;
  /** Markdown. */
  readonly story?: string | null;
  readonly product?: string | null;
  /** From the cover on. */
  readonly pictures: readonly ShownPicture[];
  readonly ideas?: readonly string[] | null;
  /** The creation it builds on: for good. */
  readonly remixOf?: string | null;
  readonly idempotencyKey?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

/** What is left out stays. */
export type CreationChange = Partial<Pick<NewCreation, 'story' | 'product' | 'ideas' | 'rephrased'>> & {
  readonly title?: string | null;
  readonly pictures?: readonly ShownPicture[] | null;
};

const INSERT = `
  INSERT INTO creations (id, community_id, author_id, title, story, product, created_at, parent_id, root_id, depth)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const REWRITE = 'UPDATE creations SET title = $2, story = $3, product = $4, edited_at = $5 WHERE id = $1';

const ERASE = `UPDATE creations SET title = '', story = '', product = '', author_id = NULL, withdrawn_at = $2 WHERE id = $1`;

/** Works that fans show, and build on. */
@Injectable()
export class CreationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly queries: CreationsQueries,
    private readonly parts: CreationParts,
    private readonly uses: PictureUses,
    private readonly intake: IntakeService,
    private readonly withholding: CreationWithholding,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Shows a work; what intake holds is withheld until a moderator has read it. A remix builds on one of the same community, for good.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (the community, a picture that is not one's own and a CREATION, an idea or
   * a creation that is not public here), `NOT_A_MEMBER`, `CREATION_WITHDRAWN` (what it builds on), `EMPTY_TEXT`, `TOO_LONG`,
   * `TOO_MANY_ATTEMPTS`, `WITHHELD` (what it builds on), `REPHRASE`, `TEXT_REFUSED`
   * @param examined false only for made-up works, which nobody wrote
   */
  async show(actor: Actor, input: NewCreation, examined = true): Promise<CreationRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'showCreation', input };
    const { id: communityId } = await this.communities.requireBySlug(input.community);
    const text = creationText({ title: input.title, story: input.story ?? '', product: input.product ?? '' });
    const fresh = newId();
    await this.activity.take(actor, 'showCreation');
    const { id } = await this.transactor.run((tx) =>
      makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, { id: fresh, communityId, text, examined }, input)),
    );
    return this.existing(id);
  }

  /**
   * Changes one's own work; what it builds on stays.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `CREATION_WITHDRAWN`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`,
   * `WITHHELD` (removed by moderators), `REPHRASE`, `TEXT_REFUSED`
   */
  async edit(actor: Actor, id: string, change: CreationChange): Promise<CreationRow> {
    await this.activity.take(actor, 'editCreation');
    await this.transactor.run(async (tx) => {
      const creation = await this.queries.lock(tx, id);
      enforce(canEditCreation(actor, creation));
      const text = textAfter(creation, change);
      const { title, story, product } = text;
      const member = await this.members.requireMember(tx, actor, creation.communityId, 'POSTING');
      await this.members.rights.requireText(tx, actor, member, story, creation.story);
      const texts = { title, body: examinedBody(text, change.pictures ?? []) };
      const held = await this.isHeld(tx, actor, member, { subjectId: creation.id, texts, before: examinedBody(creation), rephrased: change.rephrased });
      await tx.query(REWRITE, [creation.id, title, story, product, this.clock.now()]);
      if (change.pictures) await this.parts.setPictures(tx, { id: creation.id, accountId: actor.accountId! }, change.pictures);
      if (change.ideas) await this.parts.setIdeas(tx, actor, creation, change.ideas);
      await this.append(tx, actor, creation, CreationEdited, {});
      if (held) await this.withholding.withhold(tx, null, creation.id, 'HOLD');
    });
    return this.existing(id.toLowerCase());
  }

  /**
   * Takes one's own work back: text, pictures and author go for good. What builds on it keeps its place in the chain.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `CREATION_WITHDRAWN`
   */
  async withdraw(actor: Actor, id: string): Promise<CreationRow> {
    await this.transactor.run(async (tx) => {
      const creation = await this.queries.lock(tx, id);
      enforce(canWithdrawCreation(actor, creation));
      await this.erase(tx, creation, this.clock.now(), actor.accountId);
    });
    return this.existing(id.toLowerCase());
  }

  /** Leaves a tombstone, in the caller's transaction. @param accountId who asks; null when the author left */
  async erase(tx: Tx, creation: Pick<CreationRow, 'id' | 'communityId'>, at: Date, accountId: string | null): Promise<void> {
    for (const table of ['creation_appreciations', 'creation_pictures', 'creation_ideas']) {
      await tx.query(`DELETE FROM ${table} WHERE creation_id = $1`, [creation.id]);
    }
    await this.uses.release(tx, creation.id, null);
    await tx.query(ERASE, [creation.id, at]);
    const { id: subjectId, communityId } = creation;
    await this.events.append(tx, CreationWithdrawn, { communityId, actorId: accountId, subjectId, payload: {}, at });
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    { id, communityId, text, examined }: { id: string; communityId: string; text: CreationText; examined: boolean },
    { pictures, ideas, remixOf, rephrased }: NewCreation,
  ): Promise<void> {
    const member = await this.members.requireMember(tx, actor, communityId, 'POSTING');
    await this.members.rights.requireText(tx, actor, member, text.story);
    const texts = { title: text.title, body: examinedBody(text, pictures) };
    const held = examined && (await this.isHeld(tx, actor, member, { subjectId: id, texts, rephrased }));
    const base = remixOf ? await this.base(tx, remixOf, communityId) : null;
    const chain = [base?.id ?? null, base?.rootId ?? id, base ? base.depth + 1 : 0];
    await tx.query(INSERT, [id, communityId, member.id, text.title, text.story, text.product, this.clock.now(), ...chain]);
    await this.parts.setPictures(tx, { id, accountId: actor.accountId! }, pictures);
    await this.parts.setIdeas(tx, actor, { id, communityId }, ideas ?? []);
    await this.append(tx, actor, { id, communityId }, CreationShown, { remixOf: base?.id ?? null });
    if (held) await this.withholding.withhold(tx, null, id, 'HOLD');
  }

  /** Whether what is being written waits for a moderator. */
  private async isHeld(tx: Tx, actor: Actor, member: MemberRow, text: Omit<ExaminedText, 'kind'>): Promise<boolean> {
    return (await this.intake.examine(tx, actor, member, { ...text, kind: 'CREATION' })).outcome === 'HOLD';
  }

  /** What a remix builds on, held: it is not withdrawn meanwhile. */
  private async base(tx: Tx, id: string, communityId: string): Promise<CreationRow> {
    const base = await this.queries.lock(tx, id);
    if (base.communityId !== communityId) throw new Problem('NOT_FOUND', { what: 'creation' });
    if (base.withdrawnAt !== null) throw new Problem('CREATION_WITHDRAWN');
    if (base.withheld) throw new Problem('WITHHELD');
    return base;
  }

  private async append<Payload extends object>(
    tx: Tx,
    actor: Actor,
    { id, communityId }: Pick<CreationRow, 'id' | 'communityId'>,
    type: EventType<Payload>,
    payload: Payload,
  ): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload });
  }

  private async existing(id: string): Promise<CreationRow> {
    return (await this.queries.byIds([id])).get(id)!;
  }
}

function textAfter(creation: CreationRow, change: CreationChange): CreationText {
  const { title, story, product } = change;
  return creationText({ title: title ?? creation.title, story: story ?? creation.story, product: product ?? creation.product });
}

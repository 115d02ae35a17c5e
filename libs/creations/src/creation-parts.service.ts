import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { canRead, IdeasAccess, PUBLIC_STATUSES } from '@fanfare/ideas';
import { type Actor, cleanLine, Problem } from '@fanfare/kernel';
import { LONGEST_ALT, PictureUses } from '@fanfare/media';
import type { CreationRow } from './creation.row.js';
import { CreationsQueries } from './creations.queries.js';

export const MOST_PICTURES = 10;
export const MOST_IDEAS = 3;

/** A picture that was uploaded as CREATION, and what it shows. */
export interface ShownPicture {
  readonly picture: string;
  readonly alt?: string | null;
}

const SHOW_PICTURES = `
  INSERT INTO creation_pictures (creation_id, position, picture_id, alt)
  SELECT $1, nth - 1, picture, alt FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS shown (picture, alt, nth)`;

const LINK_IDEAS = `
  INSERT INTO creation_ideas (creation_id, community_id, position, idea_id)
  SELECT $1, $2, nth - 1, idea FROM unnest($3::uuid[]) WITH ORDINALITY AS played (idea, nth)`;

/** What a creation consists of beside its text. */
@Injectable()
export class CreationParts {
  constructor(
    private readonly queries: CreationsQueries,
    private readonly uses: PictureUses,
    private readonly ideas: IdeasAccess,
  ) {}

  /**
   * Makes a creation show these pictures, in this order. What it showed before and shows no longer is released.
   *
   * @throws Problem `NOT_FOUND` for a picture that is not the account's own and a CREATION; `INVALID_INPUT` for none, more than
   * 10, or one twice; `TOO_LONG` for what it shows
   */
  async setPictures(tx: Tx, { id, accountId }: { id: string; accountId: string }, pictures: readonly ShownPicture[]): Promise<void> {
    const wanted = pictures.map(({ picture, alt }) => ({ id: picture.toLowerCase(), alt: cleanLine('alt', alt ?? '', { min: 0, max: LONGEST_ALT }) }));
    const ids = wanted.map((picture) => picture.id);
    if (ids.length < 1 || ids.length > MOST_PICTURES || new Set(ids).size !== ids.length) throw new Problem('INVALID_INPUT', { field: 'pictures' });
    const before = ((await this.queries.picturesOf([id], tx)).get(id) ?? []).map(({ pictureId }) => pictureId);
    for (const pictureId of ids.filter((one) => !before.includes(one)).sort()) {
      await this.uses.take(tx, { pictureId, kind: 'CREATION', accountId, subjectId: id });
    }
    await tx.query('DELETE FROM creation_pictures WHERE creation_id = $1', [id]);
    await tx.query(SHOW_PICTURES, [id, ids, wanted.map(({ alt }) => alt)]);
    for (const pictureId of before.filter((one) => !ids.includes(one)).sort()) await this.uses.release(tx, id, pictureId);
  }

  /**
   * Says which ideas a creation plays with: public ones of its community.
   *
   * @throws Problem `NOT_FOUND`; `INVALID_INPUT` for more than 3, or one twice
   */
  async setIdeas(tx: Tx, actor: Actor, { id, communityId }: Pick<CreationRow, 'id' | 'communityId'>, ideaIds: readonly string[]): Promise<void> {
    const ids = ideaIds.map((idea) => idea.toLowerCase());
    if (ids.length > MOST_IDEAS || new Set(ids).size !== ids.length) throw new Problem('INVALID_INPUT', { field: 'ideas' });
    for (const ideaId of ids) {
      const idea = await this.ideas.requireVisible(tx, actor, ideaId);
      const open = idea.communityId === communityId && PUBLIC_STATUSES.includes(idea.status) && !idea.withheld && canRead(actor, idea);
      if (!open) throw new Problem('NOT_FOUND', { what: 'idea' });
    }
    await tx.query('DELETE FROM creation_ideas WHERE creation_id = $1', [id]);
    await tx.query(LINK_IDEAS, [id, communityId, ids]);
  }
}

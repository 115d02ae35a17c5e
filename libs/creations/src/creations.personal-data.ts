import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { TOLD_TITLE } from '@fanfare/ideas';
import { CreationResponseDeleted } from './creation.events.js';
import { CreationsService } from './creations.service.js';

const CREATIONS = `
  SELECT c.name AS community, x.title, x.story, x.product, x.created_at, x.edited_at, x.appreciation_count AS appreciations,
    (SELECT string_agg('/media/' || p.picture_id || coalesce(' (' || nullif(p.alt, '') || ')', ''), ', ' ORDER BY p.position)
     FROM creation_pictures p WHERE p.creation_id = x.id) AS pictures,
    (SELECT string_agg(${TOLD_TITLE}, ', ' ORDER BY p.position) FROM creation_ideas p JOIN ideas i ON i.id = p.idea_id WHERE p.creation_id = x.id) AS ideas,
    CASE WHEN b.withheld IS NULL OR b.author_id = x.author_id THEN b.title END AS remix_of
  FROM creations x JOIN members me ON me.id = x.author_id AND me.account_id = $1 JOIN communities c ON c.id = x.community_id
  LEFT JOIN creations b ON b.id = x.parent_id ORDER BY x.created_at, x.id`;

const RESPONSES = `
  SELECT c.name AS community, CASE WHEN k.withheld IS NULL OR k.author_id = me.id THEN k.title END AS creation, x.body, x.by_staff, x.created_at, x.edited_at
  FROM creation_responses x JOIN members me ON me.id = x.author_id AND me.account_id = $1 JOIN creations k ON k.id = x.creation_id
  JOIN communities c ON c.id = x.community_id ORDER BY x.created_at, x.id`;

const APPRECIATIONS = `
  SELECT c.name AS community, CASE WHEN k.withheld IS NULL OR k.author_id = me.id THEN k.title END AS creation, a.appreciated_at FROM creation_appreciations a
  JOIN members me ON me.id = a.member_id AND me.account_id = $1 JOIN creations k ON k.id = a.creation_id
  JOIN communities c ON c.id = a.community_id ORDER BY a.appreciated_at`;

const THEIRS = 'SELECT id, community_id AS "communityId" FROM creations WHERE author_id = ANY ($1) ORDER BY id FOR UPDATE';

const ERASE = `
  UPDATE creation_responses SET body = '', author_id = NULL, deleted_at = $2 WHERE author_id = ANY ($1) AND NOT by_staff
  RETURNING id, community_id AS "communityId", creation_id AS creation`;

/** What people made. A work that is erased leaves the tombstone a withdrawn one leaves, so that the chain holds. */
@Injectable()
export class CreationsPersonalData {
  constructor(
    personal: PersonalData,
    private readonly creations: CreationsService,
    private readonly events: EventLog,
  ) {
    personal.register('creations', {
      tables: {
        creations: 'stay as a former member’s, or become tombstones without pictures',
        creation_responses: 'stay as a former member’s, or become tombstones; those of staff stay',
        creation_appreciations: 'deleted; counts follow',
      },
      sections: [
        { name: 'creations', sql: CREATIONS, markdown: (row) => `## ${row['title']}\n\n${row['story']}\n` },
        { name: 'responses-to-creations', sql: RESPONSES, markdown: (row) => `## ${row['creation'] ?? '…'}\n\n${row['body']}\n` },
        { name: 'appreciations', sql: APPRECIATIONS },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds, texts, at }: Leaving): Promise<void> {
    await tx.query('DELETE FROM creation_appreciations WHERE member_id = ANY ($1)', [memberIds]);
    if (texts === 'KEEP') return;
    const theirs = await rowsOf<{ id: string; communityId: string }>(tx, THEIRS, [memberIds]);
    for (const creation of theirs) await this.creations.erase(tx, creation, at, null);
    const erased = await rowsOf<{ id: string; communityId: string; creation: string }>(tx, ERASE, [memberIds, at]);
    for (const { id, communityId, creation } of erased) {
      await this.events.append(tx, CreationResponseDeleted, { communityId, actorId: null, subjectId: id, payload: { creation }, at });
    }
  }
}

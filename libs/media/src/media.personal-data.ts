import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { PictureUses } from './picture-uses.service.js';

const PICTURES = `
  SELECT p.kind, p.alt, p.width, p.height, '/media/' || p.id || '/' || (p.forms -> -1 ->> 'width') || '.' || (p.forms -> -1 ->> 'type') AS address, p.created_at
  FROM pictures p WHERE p.account_id = $1 AND p.stored ORDER BY p.created_at`;

const REMOVALS = `
  SELECT c.name AS community, r.reason, r.removed_at FROM avatar_removals r JOIN members me ON me.id = r.member_id AND me.account_id = $1
  JOIN communities c ON c.id = r.community_id ORDER BY r.removed_at`;

const FORGIVEN = 'DELETE FROM avatar_removals WHERE member_id = ANY ($1) RETURNING id';

const FACELESS = 'UPDATE members SET avatar_id = NULL WHERE id = ANY ($1) AND avatar_id IS NOT NULL RETURNING id';

const HOLD = 'SELECT id FROM pictures WHERE account_id = $1 ORDER BY id FOR UPDATE';

// What nothing shows goes with the next round of the collector; what a community still shows is nobody's.
const DISOWN = `
  UPDATE pictures p SET account_id = NULL, keep_until = CASE WHEN EXISTS (SELECT FROM picture_uses u WHERE u.picture_id = p.id) THEN keep_until ELSE $2 END
  WHERE p.account_id = $1`;

/** Pictures people brought: their faces go; what they brought for a community stays while it is shown. */
@Injectable()
export class MediaPersonalData {
  constructor(
    personal: PersonalData,
    private readonly uses: PictureUses,
  ) {
    personal.register('media', {
      tables: {
        pictures: 'avatars and unused ones deleted; those a community shows stay, nobody’s',
        picture_uses: 'follow what shows them',
        avatar_removals: 'deleted, the pictures with them; what the member decided as a moderator stays, as a former member’s',
      },
      sections: [{ name: 'pictures', sql: PICTURES }, { name: 'pictures-taken-down', sql: REMOVALS }],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { accountId, memberIds, at }: Leaving): Promise<void> {
    await tx.query(HOLD, [accountId]);
    for (const { id } of await rowsOf<{ id: string }>(tx, FACELESS, [memberIds])) await this.uses.release(tx, id, null);
    for (const { id } of await rowsOf<{ id: string }>(tx, FORGIVEN, [memberIds])) await this.uses.release(tx, id, null);
    await tx.query(DISOWN, [accountId, at]);
  }
}

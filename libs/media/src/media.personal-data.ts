import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { PictureUses } from './picture-uses.service.js';

const PICTURES = `
  SELECT p.kind, p.alt, p.width, p.height, '/media/' || p.id || '/' || (p.forms -> -1 ->> 'width') || '.' || (p.forms -> -1 ->> 'type') AS address, p.created_at
  FROM pictures p WHERE p.account_id = $1 AND p.stored ORDER BY p.created_at`;

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
      },
      sections: [{ name: 'pictures', sql: PICTURES }],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { accountId, memberIds, at }: Leaving): Promise<void> {
    await tx.query(HOLD, [accountId]);
    for (const { id } of await rowsOf<{ id: string }>(tx, FACELESS, [memberIds])) await this.uses.release(tx, id, null);
    await tx.query(DISOWN, [accountId, at]);
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { VISITOR } from '@fanfare/kernel';
import { AvatarsService, PicturesService } from '@fanfare/media';
import { Readable } from 'node:stream';
import { demoMoments } from './content/moments.js';
import { aBrickling, aRoad } from './demo-drawing.js';

const SITTERS = `
  SELECT m.handle::text AS handle, m.account_id AS "accountId" FROM members m JOIN communities c ON c.id = m.community_id
  WHERE c.slug = $1 AND m.handle = ANY ($2::citext[]) AND m.account_id IS NOT NULL ORDER BY m.handle`;

/** Draws pictures for some of the demo's people and brings them the way everybody does. */
@Injectable()
export class DemoPortraits {
  private readonly log = new Logger('Demo');

  constructor(
    private readonly database: Database,
    private readonly pictures: PicturesService,
    private readonly avatars: AvatarsService,
  ) {}

  /** A demo without pictures is one all the same: a store that is away stops nobody. */
  async hang(): Promise<void> {
    try {
      for (const [slug, { portraits }] of Object.entries(demoMoments)) await this.hangIn(slug, portraits);
    } catch (error) {
      this.log.warn(`The demo shows no portraits: ${(error as Error).message}`);
    }
  }

  private async hangIn(slug: string, handles: readonly string[]): Promise<void> {
    const sitters = await this.database.query<{ handle: string; accountId: string }>(SITTERS, [slug, handles]);
    await Promise.all(sitters.map(async ({ handle, accountId }) => {
      const actor = { ...VISITOR, accountId };
      const drawn = await (slug === 'elivane' ? aRoad(handle) : aBrickling(handle));
      const picture = await this.pictures.upload(actor, 'AVATAR', Readable.from([drawn]));
      await this.avatars.set(actor, slug, picture.id);
    }));
  }
}

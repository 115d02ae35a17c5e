import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';

const LINKS = `
  SELECT c.name AS community, l.channel, '/r/' || l.token AS link, l.created_at,
    (SELECT coalesce(sum(d.visitors), 0)::int FROM tracking_days d WHERE d.link_id = l.id) AS visitors
  FROM tracking_links l JOIN members me ON me.id = l.member_id AND me.account_id = $1 JOIN communities c ON c.id = l.community_id ORDER BY l.created_at`;

const FEEDS = `
  SELECT c.name AS community, f.url, f.title, f.created_at, f.read_at
  FROM site_feeds f JOIN members me ON me.id = f.member_id AND me.account_id = $1 JOIN communities c ON c.id = f.community_id ORDER BY f.created_at`;

const FORGET_FEEDS = 'DELETE FROM site_feeds WHERE member_id = ANY ($1)';

/** Links out there go on leading somewhere, counted for nobody in particular; feeds of people's own sites go. */
@Injectable()
export class ReachPersonalData {
  constructor(personal: PersonalData) {
    personal.register('reach', {
      tables: { tracking_links: 'stay under the id of a former member: posts out there go on leading somewhere', site_feeds: 'deleted, with what was read' },
      sections: [{ name: 'tracking-links', sql: LINKS }, { name: 'site-feeds', sql: FEEDS }],
      erase: async (tx, { memberIds }) => void (await tx.query(FORGET_FEEDS, [memberIds])),
    });
  }
}

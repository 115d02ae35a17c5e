import { Injectable, Logger } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { newId, VISITOR } from '@fanfare/kernel';
import { PicturesService, PictureUses } from '@fanfare/media';
import { type HistoricEvent, MissionEntryJudged } from '@fanfare/reputation';
import { Readable } from 'node:stream';
import { type DemoEntry, type DemoMovement, demoMovements, type DemoPiece } from './content/movement.js';
import { DemoMissionsWriter, type WrittenEntry } from './demo-missions.js';
import { tellOfMovement } from './demo-movement-notices.js';
import { DemoRecruitmentWriter } from './demo-recruitment.js';
import { DemoRewardsWriter } from './demo-rewards.js';
import type { MovementPlaces } from './movement-places.js';
import { rasterise } from './drawings/rasterise.js';
import { SCENES } from './drawings/scenes.js';

const PEOPLE = 'SELECT handle::text AS handle, id, account_id AS "accountId" FROM members WHERE community_id = $1';
const CIRCLES = 'SELECT slug::text AS slug, id FROM circles WHERE community_id = $1';
/** Who has an office, the longest. */
const OFFICER = `
  SELECT m.id AS "memberId", m.account_id AS "accountId" FROM members m JOIN role_grants g ON g.account_id = m.account_id AND g.community_id = m.community_id
  WHERE m.community_id = $1 AND g.role = $2 AND g.revoked_at IS NULL ORDER BY m.joined_at LIMIT 1`;

/** Writes the movement of a demo community, in the caller's transaction. @returns what the log of events is told of it */
export async function writeMovement(tx: Tx, community: { readonly id: string; readonly locale: 'en' | 'fr' }, movement: DemoMovement, now: Date): Promise<HistoricEvent[]> {
  const places = await placesOf(tx, community);
  const recruitment = new DemoRecruitmentWriter(tx, places, now);
  await recruitment.write(movement);
  const rewards = new DemoRewardsWriter(tx, places, now);
  await rewards.fund(movement);
  const entries = await new DemoMissionsWriter(tx, places, recruitment.terms, rewards, now).write(movement);
  await rewards.pay(movement, entries);
  await tellOfMovement(tx, community.id, now);
  return entries.flatMap((entry) => judgedOf(entry, places));
}

async function placesOf(tx: Tx, { id: communityId, locale }: { id: string; locale: 'en' | 'fr' }): Promise<MovementPlaces> {
  const people = await rowsOf<{ handle: string; id: string; accountId: string }>(tx, PEOPLE, [communityId]);
  const circles = await rowsOf<{ slug: string; id: string }>(tx, CIRCLES, [communityId]);
  const [brand] = await rowsOf<MovementPlaces['brand']>(tx, OFFICER, [communityId, 'BRAND_MANAGER']);
  const [moderator] = await rowsOf<MovementPlaces['brand']>(tx, OFFICER, [communityId, 'MODERATOR']);
  return {
    communityId, locale, brand: brand!, moderator: moderator!.accountId,
    members: new Map(people.map(({ handle, id }) => [handle, id])),
    accounts: new Map(people.map(({ handle, accountId }) => [handle, accountId])),
    circles: new Map(circles.map(({ slug, id }) => [slug, id])),
  };
}

/** The ledger of reputation hears of what was accepted. */
function judgedOf({ id, memberId, acceptedAt }: WrittenEntry, { brand }: MovementPlaces): HistoricEvent[] {
  return acceptedAt ? [{ at: acceptedAt, type: MissionEntryJudged.type, actorId: brand.accountId, subjectId: id, payload: { memberId, accepted: true } }] : [];
}

const ENTRY = `
  SELECT e.id, e.revision, m.account_id AS "accountId" FROM entries e JOIN missions s ON s.id = e.mission_id JOIN members m ON m.id = e.member_id JOIN communities c ON c.id = e.community_id
  WHERE c.slug = $1 AND s.title = $2 AND m.handle = $3`;
const PICTURE = `
  INSERT INTO entry_evidence (id, entry_id, revision, position, kind, picture_id, alt) VALUES ($1, $2, $3, $4, 'IMAGE', $5, $6)`;

interface Shown {
  readonly entry: DemoEntry;
  readonly position: number;
  readonly piece: Extract<DemoPiece, { kind: 'IMAGE' }>;
}

/** Draws the pictures that ambassadors of the demo sent, and uploads them as they would. Not in the transaction: pictures are files. */
@Injectable()
export class DemoMovementPictures {
  private readonly log = new Logger('Demo');

  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly pictures: PicturesService,
    private readonly uses: PictureUses,
  ) {}

  /** A demo without pictures is one all the same: a store that is away stops nobody. */
  async hang(slug: string): Promise<void> {
    try {
      const movement = demoMovements[slug]!;
      const shown = movement.entries.flatMap((entry) => entry.pieces.flatMap((piece, position): Shown[] => (piece.kind === 'IMAGE' ? [{ entry, position, piece }] : [])));
      const drawings = await rasterise(shown.map(({ piece }) => SCENES[piece.draw as keyof typeof SCENES]()));
      for (const [at, one] of shown.entries()) await this.hangOne(slug, movement, one, drawings[at]!);
    } catch (error) {
      this.log.warn(`The wall of ${slug} shows no pictures: ${(error as Error).message}`);
    }
  }

  private async hangOne(slug: string, { missions }: DemoMovement, { entry, position, piece }: Shown, drawing: Buffer): Promise<void> {
    const { title } = missions.find(({ key }) => key === entry.mission)!;
    const [made] = await this.database.query<{ id: string; revision: number; accountId: string }>(ENTRY, [slug, title, entry.member]);
    const { id, revision, accountId } = made!;
    const picture = await this.pictures.upload({ ...VISITOR, accountId }, 'CREATION', Readable.from([drawing]));
    await this.transactor.run(async (tx) => {
      await this.uses.take(tx, { pictureId: picture.id, kind: 'CREATION', accountId, subjectId: id });
      await tx.query(PICTURE, [newId(), id, revision, position, picture.id, piece.alt]);
    });
  }
}

import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@fanfare/database';
import { DAY, HOUR, newId } from '@fanfare/kernel';
import type { DemoEntry, DemoMission, DemoMovement, DemoPiece } from './content/movement.js';
import { found } from './demo-moments.js';
import type { MovementPlaces } from './movement-places.js';
import { insertAll } from './demo-store.js';
import { daysBefore, numbersFrom } from './demo-votes.js';

/** What was written, for whoever pays for it and tells of it. */
export interface WrittenEntry extends DemoEntry {
  readonly id: string;
  readonly memberId: string;
  readonly acceptedAt: Date | null;
}

const APPEAL = `
  INSERT INTO ambassador_appeals (id, community_id, subject, subject_id, against, member_id, text, opened_at, decided_by, decided_as, decided_at, outcome, reasons)
  VALUES ($1, $2, 'ENTRY', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const ACCEPTED_ON_APPEAL = `
  INSERT INTO entry_reviews (id, entry_id, member_id, revision, outcome, reason, saw_disclosure, reviewed_by, reviewed_at) VALUES ($1, $2, $3, $4, 'ACCEPT', $5, true, NULL, $6)`;

/** Programs that come to every link. */
const SHARE_OF_ROBOTS = 0.22;

/** Writes the periods, missions and entries of a demo community, and how far they reached, in the caller's transaction. */
export class DemoMissionsWriter {
  /** By key. */
  readonly missions = new Map<string, string>();
  private readonly tokens = new Map<string, string>();

  /** @param terms of ambassadors, by handle */
  constructor(
    private readonly tx: Tx,
    private readonly places: MovementPlaces,
    private readonly terms: ReadonlyMap<string, string>,
    private readonly paid: { readonly budgets: ReadonlyMap<string, string>; readonly perks: ReadonlyMap<string, string> },
    private readonly now: Date,
  ) {}

  async write(movement: DemoMovement): Promise<WrittenEntry[]> {
    await this.writeMissions(movement);
    await this.writeJoins(movement);
    await this.writeLinks(movement);
    await this.writeFeeds(movement);
    const written: WrittenEntry[] = [];
    for (const entry of movement.entries) written.push(await this.writeEntry(movement, entry));
    return written;
  }

  private async writeMissions({ periods, missions, disclosures }: DemoMovement): Promise<void> {
    const { communityId } = this.places;
    const periodIds = new Map(periods.map(({ key }) => [key, newId()]));
    await insertAll(this.tx, 'mission_periods', [
      ['id', 'uuid', [...periodIds.values()]], ['community_id', 'uuid', periods.map(() => communityId)], ['theme', 'text', periods.map(({ theme }) => theme)],
      ['story', 'text', periods.map(({ story }) => story)], ['starts_at', 'timestamptz', periods.map(({ startsDaysAgo }) => this.ago(startsDaysAgo))],
      ['ends_at', 'timestamptz', periods.map(({ endsDaysAgo }) => this.ago(endsDaysAgo))], ['created_at', 'timestamptz', periods.map(({ startsDaysAgo }) => this.ago(startsDaysAgo + 12))],
    ]);
    for (const mission of missions) await this.writeMission(mission, found(periodIds, mission.period));
    const words = missions.flatMap(({ key }) => disclosures.map((disclosure) => ({ id: found(this.missions, key), ...disclosure })));
    for (const { id, channel, language, words: said } of words) {
      await this.tx.query('INSERT INTO mission_disclosures (mission_id, channel, language, words) VALUES ($1, $2, $3, $4)', [id, channel, language, said]);
    }
  }

  private async writeMission(mission: DemoMission, period: string): Promise<void> {
    const id = newId(this.ago(mission.opensDaysAgo).getTime());
    this.missions.set(mission.key, id);
    const { communityId, brand } = this.places;
    const rally = mission.rally && this.hourOf(mission.rally);
    await this.tx.query(
      `INSERT INTO missions (id, community_id, period_id, kind, state, title, brief, audience, places, opens_at, closes_at, rally_at, rally_until, evidence, tracked, rubric,
         reward_points, reward_perk, budget_id, created_by, created_at, published_at, closed_at, close_notice)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
      [
        id, communityId, period, mission.kind, mission.state, mission.title, mission.brief, mission.audience, mission.places ?? null,
        this.ago(mission.opensDaysAgo), this.ago(mission.closesDaysAgo), rally ?? null, rally ? new Date(rally.getTime() + HOUR) : null, mission.evidence,
        mission.tracked ?? false, JSON.stringify(mission.rubric), mission.points, mission.perk ? found(this.paid.perks, mission.perk) : null,
        found(this.paid.budgets, mission.budget), brand.memberId, this.ago(mission.opensDaysAgo + 6), mission.state === 'DRAFT' ? null : this.ago(mission.opensDaysAgo + 2),
        mission.closed ? this.ago(mission.closed.daysAgo) : null, mission.closed?.notice ?? null,
      ]);
  }

  /** Whoever sent something takes part, and some take part who have sent nothing yet. */
  private async writeJoins({ missions, entries }: DemoMovement): Promise<void> {
    const sent = (key: string, member: string) => entries.some((entry) => entry.mission === key && entry.member === member);
    const joins = missions.flatMap(({ key, joined, opensDaysAgo, closesDaysAgo }) => [
      ...joined.filter((member) => !sent(key, member)).map((member) => ({ key, member, daysAgo: Math.max(opensDaysAgo * 0.6 + Math.max(closesDaysAgo, 0) * 0.4, 0.3) })),
      ...entries.filter(({ mission }) => mission === key).map(({ member, daysAgo }) => ({ key, member, daysAgo: Math.min(opensDaysAgo, daysAgo + 3) })),
    ]);
    await insertAll(this.tx, 'mission_joins', [
      ['mission_id', 'uuid', joins.map(({ key }) => found(this.missions, key))], ['member_id', 'uuid', joins.map(({ member }) => this.member(member))],
      ['community_id', 'uuid', joins.map(() => this.places.communityId)], ['term_id', 'uuid', joins.map(({ member }) => found(this.terms, member))],
      ['joined_at', 'timestamptz', joins.map(({ daysAgo }) => this.ago(daysAgo))],
    ]);
  }

  /** Tracking links, and who followed them: most on the first days, more at week-ends. */
  private async writeLinks({ links }: DemoMovement): Promise<void> {
    const rows = links.map((link) => ({ ...link, id: newId(this.ago(link.daysAgo).getTime()), token: randomBytes(9).toString('base64url') }));
    for (const { mission, member, token } of rows) this.tokens.set(`${mission} ${member}`, token);
    await insertAll(this.tx, 'tracking_links', [
      ['id', 'uuid', rows.map(({ id }) => id)], ['token', 'text', rows.map(({ token }) => token)], ['community_id', 'uuid', rows.map(() => this.places.communityId)],
      ['mission_id', 'uuid', rows.map(({ mission }) => found(this.missions, mission))], ['member_id', 'uuid', rows.map(({ member }) => this.member(member))],
      ['channel', 'text', rows.map(({ channel }) => channel)], ['created_at', 'timestamptz', rows.map(({ daysAgo }) => this.ago(daysAgo))],
    ]);
    const days = rows.flatMap(({ id, mission, member, daysAgo, best }) => {
      const random = numbersFrom(`${mission} ${member}`);
      return Array.from({ length: Math.max(Math.floor(daysAgo) - 1, 1) }, (_, at) => {
        const day = this.ago(daysAgo - at - 1);
        const weekend = [0, 6].includes(day.getUTCDay()) ? 1.4 : 1;
        const visitors = Math.round(best * weekend * (0.12 + 0.88 * Math.exp(-at / 4)) * (0.6 + random() * 0.4));
        return { id, day: day.toISOString().slice(0, 10), visitors, robots: Math.round(visitors * SHARE_OF_ROBOTS * random()) };
      });
    });
    await insertAll(this.tx, 'tracking_days', [
      ['link_id', 'uuid', days.map(({ id }) => id)], ['day', 'date', days.map(({ day }) => day)],
      ['visitors', 'int', days.map(({ visitors }) => visitors)], ['robots', 'int', days.map(({ robots }) => robots)],
    ]);
  }

  /** Their sites are nobody's: nobody goes and looks. */
  private async writeFeeds({ feeds }: DemoMovement): Promise<void> {
    for (const { member, url, title, items } of feeds) {
      const id = newId();
      await this.tx.query(
        'INSERT INTO site_feeds (id, community_id, member_id, url, title, created_at, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, this.places.communityId, this.member(member), url, title, this.ago(60), this.ago(0.1)]);
      await insertAll(this.tx, 'site_feed_items', [
        ['id', 'uuid', items.map(() => newId())], ['feed_id', 'uuid', items.map(() => id)], ['community_id', 'uuid', items.map(() => this.places.communityId)],
        ['name_hash', 'bytea', items.map((item) => createHash('sha256').update(item.url).digest())], ['title', 'text', items.map((item) => item.title)],
        ['url', 'text', items.map((item) => item.url)], ['published_at', 'timestamptz', items.map(({ daysAgo }) => this.ago(daysAgo))],
      ]);
    }
  }

  private async writeEntry(movement: DemoMovement, entry: DemoEntry): Promise<WrittenEntry> {
    const { state, daysAgo, reviews = [], member, appeal } = entry;
    const [id, memberId] = [newId(this.ago(daysAgo).getTime()), this.member(member)];
    const changes = reviews.filter(({ outcome }) => outcome === 'CHANGE');
    const revision = 1 + changes.length - (state === 'CHANGE_ASKED' ? 1 : 0);
    const first = state === 'DRAFT' ? null : this.ago(daysAgo);
    const sent = revision > 1 ? this.ago(changes[revision - 2]!.daysAgo - 0.6) : first;
    const acceptedAt = state === 'ACCEPTED' ? this.ago((appeal?.overturned ?? reviews.at(-1)!).daysAgo) : null;
    await this.tx.query(
      `INSERT INTO entries (id, mission_id, community_id, member_id, term_id, state, revision, note, disclosed, created_at, submitted_at, first_submitted_at, published_at,
         disclosure_lost_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id, found(this.missions, entry.mission), this.places.communityId, memberId, found(this.terms, member), state, revision, entry.note ?? '', state !== 'DRAFT',
        this.ago(daysAgo + 0.4), sent, first, acceptedAt, entry.lostDaysAgo === undefined ? null : this.ago(entry.lostDaysAgo),
        state === 'WITHDRAWN' ? this.ago(daysAgo - 0.5) : null,
      ]);
    for (const [position, piece] of entry.pieces.entries()) await this.writePiece(movement, entry, { id, revision, position }, piece);
    await this.writeReviews(movement, entry, id, memberId);
    return { ...entry, id, memberId, acceptedAt };
  }

  /** Pictures are files: they come later. */
  private async writePiece(movement: DemoMovement, entry: DemoEntry, at: { id: string; revision: number; position: number }, piece: DemoPiece): Promise<void> {
    if (piece.kind === 'IMAGE') return;
    const id = newId();
    const link = piece.kind === 'LINK' ? piece : null;
    const firstFound = link?.readings.find(({ verdict }) => verdict === 'FOUND');
    await this.tx.query(
      'INSERT INTO entry_evidence (id, entry_id, revision, position, kind, channel, url, text, first_found_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, at.id, at.revision, at.position, piece.kind, link?.channel ?? null, link?.url ?? null, piece.kind === 'TEXT' ? piece.text : null, firstFound ? this.ago(firstFound.daysAgo) : null]);
    for (const { daysAgo, verdict } of link?.readings ?? []) {
      const isRead = verdict !== 'UNREACHABLE';
      const lookedFor = JSON.stringify(this.lookedFor(movement, entry, link!, verdict === 'FOUND'));
      await this.tx.query(
        'INSERT INTO entry_checks (id, evidence_id, checked_at, verdict, looked_for, hash, title, snapshot, reason, status) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [
          newId(this.ago(daysAgo).getTime()), id, this.ago(daysAgo), verdict, lookedFor, isRead ? createHash('sha256').update(link!.says).digest('hex') : null,
          isRead ? link!.title : null, isRead ? link!.says : null, isRead ? null : 'TIMEOUT', null,
        ]);
    }
  }

  private lookedFor({ disclosures, missions }: DemoMovement, { mission, member }: DemoEntry, { channel, says }: Extract<DemoPiece, { kind: 'LINK' }>, isFound: boolean) {
    const wanted = disclosures.filter((one) => one.channel === channel).flatMap(({ words }) => words).toSorted();
    const words = { kind: 'DISCLOSURE', wanted, found: isFound ? wanted.find((word) => says.toLowerCase().includes(word.toLowerCase())) ?? wanted[0] : null };
    const token = this.tokens.get(`${mission} ${member}`);
    if (!token || !missions.find(({ key }) => key === mission)!.tracked) return [words];
    return [words, { kind: 'TRACKING_LINK', wanted: [`/r/${token}`], found: `/r/${token}` }];
  }

  private async writeReviews({ missions }: DemoMovement, { mission, reviews = [], appeal }: DemoEntry, entryId: string, memberId: string): Promise<void> {
    const { rubric } = missions.find(({ key }) => key === mission)!;
    let last = '';
    for (const [at, { outcome, daysAgo, reason, scores, sawDisclosure = false }] of reviews.entries()) {
      last = newId(this.ago(daysAgo).getTime());
      const marks = scores.map((score, line) => ({ criterion: rubric[line]!.criterion, score, of: rubric[line]!.points }));
      await this.tx.query(
        `INSERT INTO entry_reviews (id, entry_id, member_id, revision, outcome, scores, reason, saw_disclosure, reviewed_by, reviewed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [last, entryId, memberId, at + 1, outcome, JSON.stringify(marks), reason, sawDisclosure, this.places.brand.memberId, this.ago(daysAgo)]);
    }
    if (appeal) await this.writeAppeal(appeal, { entryId, memberId, against: last, revision: reviews.length });
  }

  /** Overturned, the entry is accepted in the name of nobody of the brand. */
  private async writeAppeal({ daysAgo, text, overturned }: NonNullable<DemoEntry['appeal']>, of: { entryId: string; memberId: string; against: string; revision: number }): Promise<void> {
    const { communityId, moderator } = this.places;
    const decided = overturned ? [moderator, 'MODERATOR', this.ago(overturned.daysAgo), 'OVERTURNED', overturned.reasons] : [null, null, null, null, null];
    await this.tx.query(APPEAL, [newId(), communityId, of.entryId, of.against, of.memberId, text, this.ago(daysAgo), ...decided]);
    if (!overturned) return;
    const at = this.ago(overturned.daysAgo);
    await this.tx.query(ACCEPTED_ON_APPEAL, [newId(at.getTime()), of.entryId, of.memberId, of.revision, overturned.reasons, at]);
  }

  /** A full hour of the next such day of the week that is two days ahead or more, in UTC. */
  private hourOf({ weekday, hour }: { weekday: number; hour: number }): Date {
    const soonest = new Date(this.now.getTime() + 2 * DAY);
    const day = new Date(soonest.getTime() + ((weekday - soonest.getUTCDay() + 7) % 7) * DAY);
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour));
  }

  private member(handle: string): string {
    return found(this.places.members, handle);
  }

  private ago(days: number): Date {
    return daysBefore(this.now, days);
  }
}

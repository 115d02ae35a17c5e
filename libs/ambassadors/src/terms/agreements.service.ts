import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries, type CommunityRow } from '@fanfare/communities';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, cleanText, Clock, decodeCursor, encodeCursor, enforce, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { createHash } from 'node:crypto';
import { AgreementWritten } from '../ambassadors.events.js';
import { MUZZLES } from '../briefs/brief-rules.js';
import { requireNoPraise } from '../missions/mission.text.js';
import { canRunCalls } from '../calls/call.policy.js';
import { DEFAULT_AGREEMENT } from './agreement.words.js';
import { AGREEMENT_COLUMNS, type AgreementRow } from './agreement.row.js';

export type AgreementLocale = keyof typeof DEFAULT_AGREEMENT;
export interface AgreementText {
  readonly locale: AgreementLocale;
  readonly text: string;
}

const WRITE = `
  INSERT INTO agreements (id, community_id, version, locale, text, hash, since, written_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** The newest version, in every language it has. */
const CURRENT = `
  SELECT ${AGREEMENT_COLUMNS} FROM agreements g WHERE g.community_id = ANY ($1::uuid[])
    AND g.version = (SELECT max(n.version) FROM agreements n WHERE n.community_id = g.community_id) ORDER BY g.community_id, g.locale`;

/** Every version in one language, the newest first. */
const VERSIONS = `
  SELECT ${AGREEMENT_COLUMNS} FROM agreements g WHERE g.community_id = $1 AND g.locale = $2 AND ($3::timestamptz IS NULL OR (g.since, g.id) < ($3, $4::uuid))
  ORDER BY g.since DESC, g.id DESC LIMIT $5`;

const LONGEST_AGREEMENT = 30_000;

/** What ambassadors agree to: versioned, and never changed once it is there. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly database: Database,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the next version, in one language or several; the community's own must be among them. Terms in force keep theirs.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `INVALID_INPUT`, `EMPTY_TEXT`, `TOO_LONG`, `BRIEF_ASKS_FOR_PRAISE` (a clause that forbids criticism)
   */
  async write(actor: Actor, slug: string, texts: readonly AgreementText[]): Promise<CommunityRow> {
    const community = await this.communities.requireBySlug(slug);
    enforce(canRunCalls(actor, community.id));
    if (!texts.some(({ locale }) => locale === localeOf(community)) || new Set(texts.map(({ locale }) => locale)).size !== texts.length) {
      throw new Problem('INVALID_INPUT', { field: 'texts' });
    }
    for (const { locale, text } of texts) requireNoPraise(text, locale, MUZZLES); // nobody signs away what they think
    await this.activity.take(actor, 'runCall');
    await this.transactor.run(async (tx) => {
      const author = await this.members.requireMember(tx, actor, community.id);
      await tx.query('SELECT id FROM communities WHERE id = $1 FOR NO KEY UPDATE', [community.id]); // versions take turns
      const version = ((await this.current([community.id], tx)).get(community.id)?.[0]?.version ?? 0) + 1;
      await this.insert(tx, community.id, version, texts, author.id);
      await this.events.append(tx, AgreementWritten, { communityId: community.id, actorId: actor.accountId, subjectId: community.id, payload: { version } });
    });
    return community;
  }

  /** Sees to it that there is something to agree to: the house's own words where the brand wrote none. */
  async ensure(tx: Tx, { id }: Pick<CommunityRow, 'id'>): Promise<void> {
    if ((await this.current([id], tx)).has(id)) return;
    await tx.query('SELECT id FROM communities WHERE id = $1 FOR NO KEY UPDATE', [id]);
    if ((await this.current([id], tx)).has(id)) return; // somebody was faster
    const texts = Object.entries(DEFAULT_AGREEMENT).map(([locale, text]) => ({ locale: locale as AgreementLocale, text }));
    await this.insert(tx, id, 1, texts, null);
  }

  /** The newest version in every language it has, by community. */
  async current(communityIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, AgreementRow[]>> {
    return groupedBy(await rowsOf<AgreementRow>(tx, CURRENT, [communityIds]), ({ communityId }) => communityId);
  }

  /** Every version there was in one language, the newest first. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async versions(communityId: string, locale: AgreementLocale, args: PageArgs): Promise<Connection<AgreementRow>> {
    const [at, id] = args.after ? decodeCursor('AGREEMENTS', args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<AgreementRow>(VERSIONS, [communityId, locale, at, id, pageSize(args) + 1]);
    const sql = 'SELECT count(*)::int AS count FROM agreements WHERE community_id = $1 AND locale = $2';
    const count = async () => (await this.database.query<{ count: number }>(sql, [communityId, locale]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor('AGREEMENTS', [row.since.toISOString(), row.id]), count);
  }

  async byIds(ids: readonly string[]): Promise<Map<string, AgreementRow>> {
    const sql = `SELECT ${AGREEMENT_COLUMNS} FROM agreements g WHERE g.id = ANY ($1::uuid[])`;
    return keyedBy(await this.database.query<AgreementRow>(sql, [ids]), ({ id }) => id);
  }

  private async insert(tx: Tx, communityId: string, version: number, texts: readonly AgreementText[], author: string | null): Promise<void> {
    for (const { locale, text } of texts) {
      const words = cleanText('text', text, { min: 50, max: LONGEST_AGREEMENT });
      await tx.query(WRITE, [newId(), communityId, version, locale, words, hashOf(words), this.clock.now(), author]);
    }
  }
}

/** SHA-256 in hexadecimal of the exact text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function localeOf({ locale }: Pick<CommunityRow, 'locale'>): AgreementLocale {
  return locale.startsWith('fr') ? 'fr' : 'en';
}

/** The text in the reader's language, else in whichever there is. */
export function inLanguage(texts: readonly AgreementRow[], locale: string | null | undefined): AgreementRow | null {
  return texts.find((one) => locale?.startsWith(one.locale)) ?? texts[0] ?? null;
}

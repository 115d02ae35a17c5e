import { Injectable, Logger } from '@nestjs/common';
import { RolesService } from '@fanfare/access';
import { CommentsService } from '@fanfare/comments';
import { Database, Transactor } from '@fanfare/database';
import { RequestContext } from '@fanfare/graphql';
import { IntakeSettingsService } from '@fanfare/intake';
import { type Actor, Clock, HOUR, VISITOR } from '@fanfare/kernel';
import { AppealDecisionsService, AppealsService, DecisionsService, LogHeads, ReportsService, ReviewNotes, WarningsService } from '@fanfare/moderation';
import { demoCommunities } from './content/index.js';
import { demoMatters, type DemoDecision, type DemoMatter, type DemoModerator, type DemoReport } from './content/matters.js';
import { daysBefore } from './demo-votes.js';

/** Everybody of a demo community, and whom its moderators sign in as. */
interface Cast {
  readonly people: ReadonlyMap<string, Actor>;
  readonly moderators: Readonly<Record<DemoModerator, Actor>>;
  readonly brand: Actor;
  /** Of ideas, by key. */
  readonly ideas: ReadonlyMap<string, string>;
}

const PEOPLE = 'SELECT m.handle::text AS handle, m.account_id AS "accountId" FROM members m JOIN communities c ON c.id = m.community_id WHERE c.slug = $1';
const IDEAS = 'SELECT i.title, i.id FROM ideas i JOIN communities c ON c.id = i.community_id WHERE c.slug = $1';
const ITEM = 'SELECT id FROM review_items WHERE subject_id = $1';
const WARNING = `SELECT id FROM decisions WHERE item_id = $1 AND action = 'WARN'`;

// What people said is dated back; what moderators decided is not: the log says when it was.
const DATE_COMMENT = 'UPDATE comments SET created_at = $2 WHERE id = $1';
const DATE_REPORTS = `
  WITH r AS (UPDATE reports SET filed_at = $2 WHERE item_id = $1)
  UPDATE review_items SET opened_at = $2 WHERE id = $1`;

/**
 * What moderators of a demo community have before them and behind them: written, reported, decided and appealed against as
 * people do it, one after the other, so that statements, notices and the public log come about as anywhere else.
 */
@Injectable()
export class DemoMattersWriter {
  private readonly log = new Logger('Demo');

  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly roles: RolesService,
    private readonly settings: IntakeSettingsService,
    private readonly comments: CommentsService,
    private readonly reports: ReportsService,
    private readonly notes: ReviewNotes,
    private readonly decisions: DecisionsService,
    private readonly warnings: WarningsService,
    private readonly appeals: AppealsService,
    private readonly appealDecisions: AppealDecisionsService,
    private readonly heads: LogHeads,
    private readonly clock: Clock,
  ) {}

  /**
   * A demo without them is one all the same.
   *
   * @param accounts of those who can sign in, by address
   */
  async write(accounts: ReadonlyMap<string, string>): Promise<void> {
    try {
      await Promise.all(demoCommunities.map(({ slug }) => this.writeAll(slug, accounts)));
      await this.transactor.run((tx) => this.heads.sign(tx));
    } catch (error) {
      this.log.warn(`The moderators of the demo have less to do: ${(error as Error).message}`);
    }
  }

  private async writeAll(slug: string, accounts: ReadonlyMap<string, string>): Promise<void> {
    const { words, matters } = demoMatters[slug]!;
    const cast = await this.castOf(slug, accounts);
    await this.settings.update(cast.brand, slug, { words });
    let last: string | null = null;
    for (const matter of matters) last = await this.bring(cast, slug, matter, last);
  }

  private async castOf(slug: string, accounts: ReadonlyMap<string, string>): Promise<Cast> {
    const [people, ideas] = await Promise.all([
      this.database.query<{ handle: string; accountId: string }>(PEOPLE, [slug]),
      this.database.query<{ title: string; id: string }>(IDEAS, [slug]),
    ]);
    const idOf = new Map(ideas.map(({ title, id }) => [title, id]));
    const staff = async (email: string) => as(accounts.get(email)!, await this.roles.grantsOf(accounts.get(email)!));
    return {
      people: new Map(people.map(({ handle, accountId }) => [handle, as(accountId)])),
      moderators: { FIRST: await staff('moderator@example.org'), SECOND: await staff('moderator2@example.org') },
      brand: await staff('owner@example.org'),
      ideas: new Map(demoCommunities.find((content) => content.slug === slug)!.ideas.map(({ key, title }) => [key, idOf.get(title)!])),
    };
  }

  /** @returns the comment's id */
  private async bring(cast: Cast, slug: string, matter: DemoMatter, last: string | null): Promise<string> {
    const { idea, author, body, daysAgo, answersLast, reports, note, decision } = matter;
    const written = daysBefore(this.clock.now(), daysAgo);
    const comment = await this.comments.add(someone(cast, author), { idea: cast.ideas.get(idea)!, body, parent: answersLast ? last : null });
    await this.database.query(DATE_COMMENT, [comment.id, written]);
    if (reports.length === 0) return comment.id; // held on its way in: its item opens by itself
    for (const report of reports) await this.report(cast, comment.id, report);
    const [item] = await this.database.query<{ id: string }>(ITEM, [comment.id]);
    await this.database.query(DATE_REPORTS, [item!.id, new Date(written.getTime() + 5 * HOUR)]);
    if (note) await this.notes.add(cast.moderators[note.by], item!.id, note.body);
    if (decision) await this.decide(cast, slug, item!.id, author, decision);
    return comment.id;
  }

  private async report(cast: Cast, subject: string, { by, category, explanation }: DemoReport): Promise<void> {
    const context = new RequestContext({ headers: {}, ip: '' });
    context.actor = someone(cast, by);
    await this.reports.file(context, { subject, category, explanation });
  }

  private async decide(cast: Cast, slug: string, item: string, author: string, given: DemoDecision): Promise<void> {
    const { by, action, rule, facts, passage, sanction, appeal } = given;
    const language = demoCommunities.find((content) => content.slug === slug)!.locale;
    const beside = sanction ? { action: sanction } : null;
    const id = await this.decisions.decide(cast.moderators[by], { item, action, rule, facts, passage, language, sanction: beside });
    if (sanction === 'WARN') await this.acknowledge(someone(cast, author), item);
    if (appeal) await this.appeal(cast, someone(cast, author), id, appeal);
  }

  private async acknowledge(author: Actor, item: string): Promise<void> {
    const [warning] = await this.database.query<{ id: string }>(WARNING, [item]);
    await this.warnings.acknowledge(author, warning!.id);
  }

  private async appeal(cast: Cast, author: Actor, decision: string, { text, question, reversed }: NonNullable<DemoDecision['appeal']>): Promise<void> {
    const appeal = await this.appeals.appeal(author, { decision, text });
    if (question) await this.appeals.answer(cast.moderators[question.by], appeal, question.body);
    if (reversed) await this.appealDecisions.decide(cast.moderators[reversed.by], { appeal, outcome: 'REVERSED', reasons: reversed.reasons });
  }
}

function someone({ people }: Cast, handle: string): Actor {
  const actor = people.get(handle);
  if (!actor) throw new Error(`The demo names ${handle}, whom nobody knows`);
  return actor;
}

function as(accountId: string, grants: Actor['grants'] = []): Actor {
  return { ...VISITOR, accountId, grants };
}

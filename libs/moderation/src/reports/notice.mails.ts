import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Handlers } from '@fanfare/events';
import { type Config, CONFIG } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { NoticeJudged, ReportFiled } from '../moderation.events.js';
import { noticeJudgedLetters, noticeReceivedLetters } from './notice.letters.js';
import type { ReportOutcome, ReportCategory } from './report.category.js';
import { ReportsQueries } from './reports.queries.js';

/**
 * Writes to whoever filed a notice of illegal content: that it arrived, and what was decided. Nothing they wrote is in it but their name: the
 * address is one that anybody may have typed.
 */
@Injectable()
export class NoticeMails {
  constructor(
    handlers: Handlers,
    private readonly reports: ReportsQueries,
    private readonly communities: CommunitiesQueries,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(ReportFiled, 'moderation.noticeReceivedMail', (event, delivery) => this.received(event.subjectId!, event.payload.category as ReportCategory, delivery));
    handlers.send(NoticeJudged, 'moderation.noticeJudgedMail', (event, delivery) => this.judged(event.subjectId!, event.payload.verdict, delivery));
  }

  private async received(reportId: string, category: ReportCategory, deliveryId: string): Promise<void> {
    const found = category === 'ILLEGAL_CONTENT' ? await this.find(reportId) : null;
    if (found) await this.mailer.send({ ...found.to, deliveryId }, noticeReceivedLetters, found.facts);
  }

  /** Members hear it in their inbox. */
  private async judged(reportId: string, outcome: ReportOutcome, deliveryId: string): Promise<void> {
    const found = await this.find(reportId);
    if (found) await this.mailer.send({ ...found.to, deliveryId }, noticeJudgedLetters, { ...found.facts, outcome });
  }

  /** Null where nobody said who they are. */
  private async find(reportId: string) {
    const report = await this.reports.byId(reportId);
    const notice = (await this.reports.notices([reportId])).get(reportId);
    if (!report || !notice?.email) return null;
    const community = (await this.communities.byIds([report.communityId])).get(report.communityId)!;
    const url = `${this.config.publicUrl}/reports/${report.reference}`;
    const facts = { name: notice.name ?? '', community: community.name, reference: report.reference, url };
    return { to: { to: notice.email, locale: notice.locale }, facts };
  }
}

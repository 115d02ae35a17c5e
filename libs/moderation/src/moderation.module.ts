import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CirclesModule } from '@fanfare/circles';
import { CommentsModule } from '@fanfare/comments';
import { CommunitiesModule } from '@fanfare/communities';
import { CreationsModule } from '@fanfare/creations';
import { IdeasModule } from '@fanfare/ideas';
import { APPEAL_PARTS, APPEALS } from './appeals/appeals.providers.js';
import { DECISION_PARTS, DECISIONS } from './decisions/decisions.providers.js';
import { IntakeModule } from '@fanfare/intake';
import { LogModule } from './log/log.module.js';
import { MailModule } from '@fanfare/mail';
import { MembersModule } from '@fanfare/members';
import { VotesModule } from '@fanfare/votes';
import { QUEUE, QUEUE_FIELDS } from './queue/queue.providers.js';
import { REPORT_FIELDS, REPORTS } from './reports/reports.providers.js';
import { CirclePostSubject } from './subjects/circle-post.subject.js';
import { CommentSubject } from './subjects/comment.subject.js';
import { CreationSubject } from './subjects/creation.subject.js';
import { IdeaSubject } from './subjects/idea.subject.js';
import { MemberSubject } from './subjects/member.subject.js';
import { ReviewSubjects } from './subjects/review-subjects.js';
import { SOURCES } from './sources/sources.providers.js';
import { TransparencyModule } from './transparency/transparency.module.js';

/** Each content room withholds and releases its own. */
const SUBJECTS = [CirclePostSubject, CommentSubject, CreationSubject, IdeaSubject, MemberSubject];

/** Reports, the review queue, decisions and appeals. */
@Module({
  imports: [
    AccessModule,
    CommunitiesModule,
    MembersModule,
    IdeasModule,
    CommentsModule,
    CirclesModule,
    CreationsModule,
    MailModule,
    VotesModule,
    IntakeModule,
    LogModule,
    TransparencyModule,
  ],
  providers: [
    ...SUBJECTS,
    ReviewSubjects,
    ...REPORTS,
    ...REPORT_FIELDS,
    ...QUEUE,
    ...QUEUE_FIELDS,
    ...DECISIONS,
    ...DECISION_PARTS,
    ...APPEALS,
    ...APPEAL_PARTS,
    ...SOURCES,
  ],
  exports: [
    LogModule,
    ReviewSubjects,
    ...REPORTS,
    ...QUEUE,
    ...DECISIONS,
    ...APPEALS,
  ],
})
export class ModerationModule {}

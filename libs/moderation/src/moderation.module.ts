import { Module } from '@nestjs/common';
import { CommentsModule } from '@fanfare/comments';
import { IdeasModule } from '@fanfare/ideas';
import { LogModule } from './log/log.module.js';
import { CommentSubject } from './subjects/comment.subject.js';
import { IdeaSubject } from './subjects/idea.subject.js';
import { ReviewSubjects } from './subjects/review-subjects.js';
import { TransparencyModule } from './transparency/transparency.module.js';

/** Each content room withholds and releases its own. */
const SUBJECTS = [CommentSubject, IdeaSubject];

/** Reports, the review queue, decisions and appeals. */
@Module({
  imports: [CommentsModule, IdeasModule, LogModule, TransparencyModule],
  providers: [...SUBJECTS, ReviewSubjects],
  exports: [LogModule, ReviewSubjects],
})
export class ModerationModule {}

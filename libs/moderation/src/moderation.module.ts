import { Module } from '@nestjs/common';
import { CommentsModule } from '@fanfare/comments';
import { IdeasModule } from '@fanfare/ideas';
import { CommentSubject } from './subjects/comment.subject.js';
import { IdeaSubject } from './subjects/idea.subject.js';
import { ReviewSubjects } from './subjects/review-subjects.js';

/** Each content room withholds and releases its own. */
const SUBJECTS = [CommentSubject, IdeaSubject];

/** Reports, the review queue, decisions and appeals. */
@Module({
  imports: [CommentsModule, IdeasModule],
  providers: [...SUBJECTS, ReviewSubjects],
  exports: [ReviewSubjects],
})
export class ModerationModule {}

import { Module } from '@nestjs/common';
import { ReviewSubjects } from './subjects/review-subjects.js';

/** Reports, the review queue, decisions and appeals. */
@Module({
  providers: [ReviewSubjects],
  exports: [ReviewSubjects],
})
export class ModerationModule {}

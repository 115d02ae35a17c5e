import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { IdeasModule } from '@fanfare/ideas';
import { IntakeModule } from '@fanfare/intake';
import { MembersModule } from '@fanfare/members';
import { CommentFieldsResolver, CommentVersionFieldsResolver } from './comment.fields.resolver.js';
import { CommentPagesQueries } from './comment-pages.queries.js';
import { IdeaCommentsResolver, ViewerCommentsResolver } from './comments-of.resolvers.js';
import { CommentWithholding } from './comment-withholding.service.js';
import { CommentsAudience } from './comments.audience.js';
import { CommentsLoaders } from './comments.loaders.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentsResolver } from './comments.resolver.js';
import { CommentsService } from './comments.service.js';
import { HelpfulMarksService } from './helpful-marks.service.js';
import { CommentsPersonalData } from './comments.personal-data.js';

@Module({
  imports: [AccessModule, CommunitiesModule, IntakeModule, MembersModule, IdeasModule],
  providers: [
    CommentsAudience,
    CommentsQueries,
    CommentsPersonalData,
    CommentPagesQueries,
    CommentsLoaders,
    CommentsService,
    CommentWithholding,
    HelpfulMarksService,
    CommentsResolver,
    CommentFieldsResolver,
    CommentVersionFieldsResolver,
    IdeaCommentsResolver,
    ViewerCommentsResolver,
  ],
  exports: [CommentsQueries, CommentsLoaders, CommentsService, CommentWithholding, HelpfulMarksService],
})
export class CommentsModule {}

import { Injectable } from '@nestjs/common';
import { CirclesLoaders } from '@fanfare/circles';
import { CommentsLoaders } from '@fanfare/comments';
import { CreationsLoaders } from '@fanfare/creations';
import { IdeasLoaders } from '@fanfare/ideas';
import { MembersLoaders } from '@fanfare/members';
import { ReviewSubjectViews } from './review-subject.union.js';

/** What rooms below show of their own. */
@Injectable()
export class UsualSubjectViews {
  constructor(views: ReviewSubjectViews, ideas: IdeasLoaders, comments: CommentsLoaders, creations: CreationsLoaders, circles: CirclesLoaders, members: MembersLoaders) {
    views.register('IDEA', (context, id) => ideas.byId.load(context, id));
    views.register('COMMENT', (context, id) => comments.visible.load(context, id));
    views.register('CREATION', (context, id) => creations.byId.load(context, id));
    views.register('CREATION_RESPONSE', (context, id) => creations.responseById.load(context, id));
    views.register('CIRCLE_POST', (context, id) => circles.post.load(context, id));
    views.register('MEMBER', (context, id) => members.byId.load(context, id));
  }
}

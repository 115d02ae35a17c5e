import type { Type } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { CirclePostModel } from '@fanfare/circles';
import { CommentModel } from '@fanfare/comments';
import { CreationModel, CreationResponseModel } from '@fanfare/creations';
import type { RequestContext } from '@fanfare/graphql';
import { IdeaModel } from '@fanfare/ideas';
import { MemberModel } from '@fanfare/members';
import type { ReviewSubjectKind } from '../moderation.enums.js';

const KIND = Symbol('kind of a review subject');

const types = new Map<ReviewSubjectKind, Type<unknown>>([
  ['IDEA', IdeaModel],
  ['COMMENT', CommentModel],
  ['CREATION', CreationModel],
  ['CREATION_RESPONSE', CreationResponseModel],
  ['CIRCLE_POST', CirclePostModel],
  ['MEMBER', MemberModel],
]);

/** Says what a kind of subjects is in the schema; rooms above call it while they load. */
export function declareReviewSubjectType(kind: ReviewSubjectKind, type: Type<unknown>): void {
  types.set(kind, type);
}

interface Tagged {
  readonly [KIND]: ReviewSubjectKind;
}

export const ReviewSubjectUnion = createUnionType({
  name: 'ReviewSubject',
  description: 'What moderators look at, as its own type shows it to the reader.',
  types: () => [...types.values()] as Type<unknown>[],
  resolveType: (subject: Tagged) => types.get(subject[KIND]),
});

/** Reads one subject as its own type shows it to whoever asks. */
export type SubjectView = (context: RequestContext, id: string) => Promise<object | null>;

/** How each kind of subjects is read for the schema. Rooms register in a constructor. */
@Injectable()
export class ReviewSubjectViews {
  private readonly views = new Map<ReviewSubjectKind, SubjectView>();

  register(kind: ReviewSubjectKind, view: SubjectView): void {
    this.views.set(kind, view);
  }

  /** Null for what is not there any more, or not for the reader. */
  async of(kind: ReviewSubjectKind, context: RequestContext, id: string): Promise<object | null> {
    const subject = (await this.views.get(kind)?.(context, id)) ?? null;
    return subject && { ...subject, [KIND]: kind };
  }
}

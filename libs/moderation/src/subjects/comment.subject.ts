import { Injectable } from '@nestjs/common';
import { CommentWithholding } from '@fanfare/comments';
import { ReviewSubjects } from './review-subjects.js';
import { COMMON, pathOf, registerText } from './text-subject.js';

const COMMENTS = `
  SELECT ${COMMON}, t.author_id AS "authorMemberId", NULL AS title, t.body AS text, ${pathOf("'ideas/' || t.idea_id || '#comment-' || t.id")},
    t.created_at AS "createdAt", t.helpful_count AS supporters, t.withheld
  FROM comments t JOIN communities k ON k.id = t.community_id WHERE t.id = ANY ($1::uuid[])`;

@Injectable()
export class CommentSubject {
  constructor(subjects: ReviewSubjects, withholding: CommentWithholding) {
    registerText(subjects, 'COMMENT', COMMENTS, withholding);
  }
}

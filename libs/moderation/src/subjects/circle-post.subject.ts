import { Injectable } from '@nestjs/common';
import { CirclePostWithholding } from '@fanfare/circles';
import { ReviewSubjects } from './review-subjects.js';
import { COMMON, pathOf, registerText } from './text-subject.js';

const POSTS = `
  SELECT ${COMMON}, t.author_id AS "authorMemberId", NULL AS title, t.body AS text, ${pathOf("'circles/' || o.slug || '#post-' || t.id")},
    t.created_at AS "createdAt", 0 AS supporters, t.withheld
  FROM circle_posts t JOIN circles o ON o.id = t.circle_id JOIN communities k ON k.id = t.community_id WHERE t.id = ANY ($1::uuid[])`;

@Injectable()
export class CirclePostSubject {
  constructor(subjects: ReviewSubjects, withholding: CirclePostWithholding) {
    registerText(subjects, 'CIRCLE_POST', POSTS, withholding);
  }
}

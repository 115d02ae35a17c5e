import { Injectable } from '@nestjs/common';
import { IdeaWithholding } from '@fanfare/ideas';
import { ReviewSubjects } from './review-subjects.js';
import { COMMON, pathOf, registerText } from './text-subject.js';

// Asked for by the ideas' own ids: joined by its column, the view would be made of all ideas for each.
const IDEAS = `
  SELECT ${COMMON}, t.author_id AS "authorMemberId", t.title, t.body AS text, ${pathOf("'ideas/' || t.id")}, t.created_at AS "createdAt",
    coalesce(s.raw, 0) AS supporters,
    CASE WHEN t.status = 'REMOVED' THEN 'REMOVED' ELSE coalesce(t.withheld, CASE WHEN t.status = 'PENDING' THEN 'HOLD' END) END AS withheld
  FROM ideas t JOIN communities k ON k.id = t.community_id
  LEFT JOIN (SELECT idea_id, raw FROM idea_support WHERE idea_id = ANY ($1::uuid[])) s ON s.idea_id = t.id
  WHERE t.id = ANY ($1::uuid[]) AND t.status <> 'DRAFT'`;

/** Ideas. What waits for its first look counts as held, what moderators removed as removed. */
@Injectable()
export class IdeaSubject {
  constructor(subjects: ReviewSubjects, withholding: IdeaWithholding) {
    registerText(subjects, 'IDEA', IDEAS, withholding);
  }
}

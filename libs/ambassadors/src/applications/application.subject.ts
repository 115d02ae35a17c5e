import { Injectable } from '@nestjs/common';
import { declareReviewSubjectType, registerText, ReviewSubjects, ReviewSubjectViews } from '@fanfare/moderation';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import { ApplicationWithholding } from './application-withholding.js';
import { ApplicationModel } from './application.model.js';

declareReviewSubjectType('APPLICATION', ApplicationModel);

// The words that passed intake: links and choices did not, and are not for moderators.
const APPLICATIONS = `
  SELECT t.id, t.community_id AS "communityId", k.locale AS language, t.member_id AS "authorMemberId", c.title,
    coalesce((SELECT string_agg(w.answer, E'\\n\\n' ORDER BY q.position) FROM application_answers w
      JOIN call_questions q ON q.id = w.question_id AND q.kind = 'TEXT' WHERE w.application_id = t.id), '') AS text,
    '/c/' || k.slug || '/calls/' || c.id || CASE c.selection WHEN 'PANEL' THEN '' ELSE '/candidates#application-' || t.id END AS path, coalesce(t.submitted_at, t.started_at) AS "createdAt", t.verified_votes AS supporters, t.withheld
  FROM applications t JOIN calls c ON c.id = t.call_id JOIN communities k ON k.id = t.community_id
  WHERE t.id = ANY ($1::uuid[]) AND t.state <> 'DRAFT'`;

/** What moderators see of an application that intake held. */
@Injectable()
export class ApplicationSubject {
  constructor(subjects: ReviewSubjects, views: ReviewSubjectViews, withholding: ApplicationWithholding, loaders: RecruitmentLoaders) {
    registerText(subjects, 'APPLICATION', APPLICATIONS, withholding);
    views.register('APPLICATION', (context, id) => loaders.application.load(context, id));
  }
}

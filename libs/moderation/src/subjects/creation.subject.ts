import { Injectable } from '@nestjs/common';
import { CreationResponseWithholding, CreationWithholding } from '@fanfare/creations';
import { ReviewSubjects } from './review-subjects.js';
import { COMMON, pathOf, registerText } from './text-subject.js';

const CREATIONS = `
  SELECT ${COMMON}, t.author_id AS "authorMemberId", t.title, concat_ws(E'\\n\\n', nullif(t.product, ''), t.story) AS text, ${pathOf("'creations/' || t.id")},
    t.created_at AS "createdAt", t.appreciation_count AS supporters, t.withheld
  FROM creations t JOIN communities k ON k.id = t.community_id WHERE t.id = ANY ($1::uuid[])`;

const RESPONSES = `
  SELECT ${COMMON}, t.author_id AS "authorMemberId", NULL AS title, t.body AS text,
    ${pathOf("'creations/' || t.creation_id || '#response-' || t.id")}, t.created_at AS "createdAt", 0 AS supporters, t.withheld
  FROM creation_responses t JOIN communities k ON k.id = t.community_id WHERE t.id = ANY ($1::uuid[])`;

@Injectable()
export class CreationSubject {
  constructor(subjects: ReviewSubjects, works: CreationWithholding, responses: CreationResponseWithholding) {
    registerText(subjects, 'CREATION', CREATIONS, works);
    registerText(subjects, 'CREATION_RESPONSE', RESPONSES, responses);
  }
}

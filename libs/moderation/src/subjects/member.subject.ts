import { Injectable } from '@nestjs/common';
import { MemberWithholding } from '@fanfare/members';
import { ReviewSubjects } from './review-subjects.js';
import { COMMON, pathOf, registerText } from './text-subject.js';

const MEMBERS = `
  SELECT ${COMMON}, t.id AS "authorMemberId", t.display_name AS title, t.bio AS text, ${pathOf("'members/' || t.handle")},
    t.joined_at AS "createdAt", (SELECT count(*)::int FROM follows f WHERE f.subject_id = t.id) AS supporters, t.withheld
  FROM members t JOIN communities k ON k.id = t.community_id WHERE t.id = ANY ($1::uuid[])`;

/** Who somebody says they are, and how they behave: withheld are their name and what they say of themselves. */
@Injectable()
export class MemberSubject {
  constructor(subjects: ReviewSubjects, withholding: MemberWithholding) {
    registerText(subjects, 'MEMBER', MEMBERS, withholding);
  }
}

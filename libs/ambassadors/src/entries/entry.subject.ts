import { Injectable } from '@nestjs/common';
import { declareReviewSubjectType, registerText, ReviewSubjects, ReviewSubjectViews } from '@fanfare/moderation';
import { EntriesLoaders } from './entries.loaders.js';
import { EntryModel } from './entry.model.js';
import { EntryWithholding } from './entry-withholding.service.js';

declareReviewSubjectType('ENTRY', EntryModel);

// Its note is between its author and the brand's team: moderators judge what is shown.
const ENTRIES = `
  SELECT t.id, t.community_id AS "communityId", k.locale AS language, t.member_id AS "authorMemberId", s.title,
    coalesce((SELECT string_agg(coalesce(v.text, v.url, nullif(v.alt, '')), E'\\n\\n' ORDER BY v.position)
      FROM entry_evidence v WHERE v.entry_id = t.id AND v.revision = t.revision), '') AS text,
    '/c/' || k.slug || '/entries/' || t.id AS path, t.created_at AS "createdAt", 0 AS supporters, t.withheld
  FROM entries t JOIN missions s ON s.id = t.mission_id JOIN communities k ON k.id = t.community_id
  WHERE t.id = ANY ($1::uuid[]) AND t.state <> 'DRAFT'`;

/** What moderators see of an entry. */
@Injectable()
export class EntrySubject {
  constructor(subjects: ReviewSubjects, views: ReviewSubjectViews, withholding: EntryWithholding, entries: EntriesLoaders) {
    registerText(subjects, 'ENTRY', ENTRIES, withholding);
    views.register('ENTRY', (context, id) => entries.byId.load(context, id));
  }
}

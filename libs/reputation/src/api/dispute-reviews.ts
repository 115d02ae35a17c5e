import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { declareReviewSubjectType, ReviewItemsService, type ReviewSubject, ReviewSubjects, ReviewSubjectViews } from '@fanfare/moderation';
import { Problem } from '@fanfare/kernel';
import { EntryDisputed } from './reputation.events.js';
import { ReputationEntryModel } from './reputation.model.js';
import { ReputationLoaders } from './reputation.loaders.js';

declareReviewSubjectType('REPUTATION_ENTRY', ReputationEntryModel);

const OPEN = 'SELECT entry_id AS id, member_id AS "memberId", community_id AS "communityId" FROM reputation_disputes WHERE entry_id = $1 AND decided_at IS NULL';

const TEXTS = `
  SELECT d.entry_id AS id, d.community_id AS "communityId", d.member_id AS "authorMemberId", NULL AS title, d.reason AS text, NULL AS language,
    '/c/' || c.slug || '/members/' || m.handle AS path, d.disputed_at AS "createdAt", 0 AS supporters, NULL AS withheld
  FROM reputation_disputes d JOIN members m ON m.id = d.member_id JOIN communities c ON c.id = d.community_id WHERE d.entry_id = ANY ($1::uuid[])`;

/** What a member says against an entry of theirs waits for a moderator with everything else. */
@Injectable()
export class DisputeReviews {
  constructor(handlers: Handlers, subjects: ReviewSubjects, views: ReviewSubjectViews, loaders: ReputationLoaders, private readonly items: ReviewItemsService) {
    handlers.on(EntryDisputed, 'reputation.openDisputes', (tx, event) => this.open(tx, event.subjectId!));
    views.register('REPUTATION_ENTRY', (context, id) => loaders.entry.load(context, id));
    // An entry stands or is taken back, by `decideDispute`: nothing of it is kept from being shown.
    const refuse = () => Promise.reject(new Problem('INVALID_INPUT', { field: 'item' }));
    subjects.register('REPUTATION_ENTRY', { load: (tx, ids) => this.load(tx, ids), withhold: refuse, release: refuse });
  }

  private async open(tx: Tx, entryId: string): Promise<void> {
    const [dispute] = await rowsOf<{ id: string; memberId: string; communityId: string }>(tx, OPEN, [entryId]);
    if (dispute) await this.items.openOrJoin(tx, { kind: 'REPUTATION_ENTRY', id: dispute.id, communityId: dispute.communityId, authorId: dispute.memberId });
  }

  private async load(tx: Tx, ids: readonly string[]): Promise<Map<string, ReviewSubject>> {
    return new Map((await rowsOf<ReviewSubject>(tx, TEXTS, [ids])).map((row) => [row.id, row]));
  }
}

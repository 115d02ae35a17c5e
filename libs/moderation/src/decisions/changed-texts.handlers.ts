import { Injectable } from '@nestjs/common';
import { CirclePostEdited } from '@fanfare/circles';
import { CommentEdited } from '@fanfare/comments';
import { CreationEdited, CreationResponseEdited } from '@fanfare/creations';
import type { Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { IdeaEdited } from '@fanfare/ideas';
import { MemberUpdated } from '@fanfare/members';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { ReviewItemsService } from '../queue/review-items.service.js';
import { ReviewSubjects } from '../subjects/review-subjects.js';
import { DecisionLog } from './decision.log.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsStore } from './decisions.store.js';
import { Enactment } from './enactment.service.js';
import { lockMatter } from './matter.js';
import { quotes } from './reasons.js';

/** Who was asked for a change and made it is shown again, and looked at again. */
@Injectable()
export class ChangedTextsHandlers {
  constructor(
    handlers: Handlers,
    private readonly store: DecisionsStore,
    private readonly subjects: ReviewSubjects,
    private readonly enactment: Enactment,
    private readonly items: ReviewItemsService,
    private readonly log: DecisionLog,
  ) {
    handlers.on(IdeaEdited, 'moderation.ideaChanged', (tx, event) => this.changed(tx, event, 'IDEA'));
    handlers.on(CommentEdited, 'moderation.commentChanged', (tx, event) => this.changed(tx, event, 'COMMENT'));
    handlers.on(CreationEdited, 'moderation.creationChanged', (tx, event) => this.changed(tx, event, 'CREATION'));
    handlers.on(CreationResponseEdited, 'moderation.creationResponseChanged', (tx, event) => this.changed(tx, event, 'CREATION_RESPONSE'));
    handlers.on(CirclePostEdited, 'moderation.circlePostChanged', (tx, event) => this.changed(tx, event, 'CIRCLE_POST'));
    handlers.on(MemberUpdated, 'moderation.profileChanged', (tx, event) => this.changed(tx, event, 'MEMBER'));
  }

  /** As long as the passage stands there, what was asked was not done. */
  private async changed(tx: Tx, event: RecordedEvent<object>, subjectKind: ReviewSubjectKind): Promise<void> {
    const subjectId = event.subjectId!;
    const asked = (await this.store.inForceOn(tx, { subjectKind, subjectId })).filter(({ action }) => action === 'ASK_CHANGE');
    const done: DecisionRow[] = [];
    for (const { id, itemId } of asked) {
      await lockMatter(tx, itemId);
      const decision = await this.store.lock(tx, id);
      const subject = (await this.subjects.of(subjectKind).load(tx, [subjectId])).get(subjectId);
      const stands = subject && decision.passage !== null && quotes(subject, decision.passage);
      if (decision.state !== 'IN_FORCE' || !subject || stands || event.occurredAt < decision.startsAt!) continue;
      await this.enactment.end(tx, null, decision, event.occurredAt);
      const { communityId, authorMemberId: authorId, supporters } = subject;
      await this.items.openOrJoin(tx, { kind: subjectKind, id: subjectId, communityId, authorId, supporters });
      done.push(decision);
    }
    await this.log.ended(tx, done, 'CHANGE', () => event.occurredAt);
  }
}

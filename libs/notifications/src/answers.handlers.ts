import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { CreditGiven, IdeaAnswered } from '@fanfare/ideas';
import type { Matter } from './matter.js';
import { TellService } from './tell.service.js';

const RESPONSE = 'SELECT author_id AS "authorId", created_at AS at FROM official_responses WHERE id = $1';

const CREDIT = 'SELECT given_by AS "givenBy" FROM credits WHERE id = $1 AND withdrawn_at IS NULL';

/** What the brand says and gives beside moving ideas; of a move people hear by the move. */
@Injectable()
export class AnswersHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(IdeaAnswered, 'notifications.ideaAnswered', (tx, event) => this.answered(tx, event));
    handlers.on(CreditGiven, 'notifications.creditGiven', (tx, event) => this.credited(tx, event));
  }

  /** A further response: the idea goes nowhere, and whoever has a stake in it hears all the same. */
  private async answered(tx: Tx, event: RecordedEvent<{ responseId: string; moveId: string | null }>): Promise<void> {
    const { responseId, moveId } = event.payload;
    if (moveId !== null) return;
    const [response] = await rowsOf<{ authorId: string | null; at: Date }>(tx, RESPONSE, [responseId]);
    const { authorId, at } = response!;
    const matter: Matter = { ...aboutIdea(event), kind: 'ANSWERED', id: responseId, responseId, actorId: authorId, at: at.toISOString() };
    await this.telling.tell(tx, matter, ['AUTHORS', 'BACKERS', 'COMMENTERS', 'IDEA_FOLLOWERS']);
  }

  /** Whoever is credited, unless it was withdrawn already. */
  private async credited(tx: Tx, event: RecordedEvent<{ creditId: string; memberId: string | null }>): Promise<void> {
    const { creditId, memberId } = event.payload;
    const [credit] = await rowsOf<{ givenBy: string | null }>(tx, CREDIT, [creditId]);
    if (!credit || memberId === null) return;
    const matter: Matter = { ...aboutIdea(event), kind: 'CREDITED', id: creditId, actorId: credit.givenBy, status: 'DELIVERED' };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [memberId] });
  }
}

function aboutIdea(event: RecordedEvent<object>) {
  return { communityId: event.communityId!, ideaId: event.subjectId, actorAccountId: event.actorId, at: event.occurredAt.toISOString() };
}

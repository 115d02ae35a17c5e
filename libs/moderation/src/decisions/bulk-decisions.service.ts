import { Injectable } from '@nestjs/common';
import { type Actor, Problem, type ProblemCode } from '@fanfare/kernel';
import { DecisionsService, type ReviewDecision } from './decisions.service.js';

/** The same decision about each of several items, with a passage of its own where one is quoted. */
export interface BulkDecision extends Omit<ReviewDecision, 'item' | 'passage' | 'abusiveReports'> {
  readonly items: readonly { readonly item: string; readonly passage?: string | null }[];
}

/** What became of one of several items. */
export interface BulkOutcome {
  readonly item: string;
  readonly decisionId: string | null;
  readonly problem: { readonly code: ProblemCode } | null;
}

/** Decides many items with one reason each: one that is refused stops no other. */
@Injectable()
export class BulkDecisionsService {
  constructor(private readonly decisions: DecisionsService) {}

  /** @returns one outcome for each item, in the order asked. @throws Problem `SIGN_IN_REQUIRED` */
  async decide(actor: Actor, { items, idempotencyKey, ...ruling }: BulkDecision): Promise<BulkOutcome[]> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const outcomes: BulkOutcome[] = [];
    for (const { item, passage } of items) {
      const key = idempotencyKey ? `${idempotencyKey}:${item}` : null;
      outcomes.push(await this.one(actor, { ...ruling, item, passage, idempotencyKey: key }));
    }
    return outcomes;
  }

  private async one(actor: Actor, input: ReviewDecision): Promise<BulkOutcome> {
    try {
      return { item: input.item, decisionId: await this.decisions.decide(actor, input), problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { item: input.item, decisionId: null, problem: { code: error.code } };
    }
  }
}

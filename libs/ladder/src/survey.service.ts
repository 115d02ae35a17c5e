import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Transactor, type Tx } from '@fanfare/database';
import { type IdeaRow, IdeasAccess } from '@fanfare/ideas';
import { type Actor, cleanLine, Clock, enforce, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { canAnswerSurvey, isSurveyOpen, surveyRungOf } from './survey.policy.js';
import { SurveyQueries } from './survey.queries.js';
import type { WouldBuy } from './survey.row.js';

export interface SurveyRequest {
  readonly idea: string;
  readonly wouldBuy: WouldBuy;
  /** In units of the currency. */
  readonly price?: number | null;
  /** ISO 4217. */
  readonly currency?: string | null;
  readonly forWhom?: string | null;
}

const ANSWER = `
  INSERT INTO survey_answers (idea_id, member_id, community_id, would_buy, price, currency, for_whom, answered_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (idea_id, member_id) DO UPDATE SET would_buy = excluded.would_buy, price = excluded.price,
    currency = excluded.currency, for_whom = excluded.for_whom, answered_at = excluded.answered_at`;

const HIGHEST_PRICE = 1_000_000;
const LONGEST_AUDIENCE = 200;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Supporters say whether they would buy, at what price, for whom. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ideas: IdeasAccess,
    private readonly members: MembersService,
    private readonly communities: CommunitiesQueries,
    private readonly queries: SurveyQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers, or answers anew: the last answer stands.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `NOT_A_SUPPORTER`, `SURVEY_CLOSED`, `INVALID_INPUT`, `TOO_LONG`
   */
  async answer(actor: Actor, request: SurveyRequest): Promise<void> {
    const { price, currency } = priceOf(request);
    const forWhom = cleanLine('forWhom', request.forWhom ?? '', { min: 0, max: LONGEST_AUDIENCE }) || null;
    await this.transactor.run(async (tx) => {
      const idea = await this.ideas.requireVisible(tx, actor, request.idea);
      const membership = await this.members.requireMember(tx, actor, idea.communityId, 'VOTING');
      const isSupporter = (await this.queries.supportedBy(actor, [idea.id], tx)).has(idea.id);
      enforce(canAnswerSurvey(actor, { membership, isSupporter, isOpen: await this.isOpen(tx, idea), communityId: idea.communityId }));
      const columns = [idea.id, membership.id, idea.communityId, request.wouldBuy, price, currency, forWhom, this.clock.now()];
      await tx.query(ANSWER, columns);
    });
  }

  private async isOpen(tx: Tx, idea: IdeaRow): Promise<boolean> {
    const community = (await this.communities.byIds([idea.communityId], tx)).get(idea.communityId)!;
    return isSurveyOpen(idea, surveyRungOf(community, await this.communities.ladderOf(idea.communityId, tx)));
  }
}

/** A price has a currency; without one, a currency says nothing. */
function priceOf({ price = null, currency = null }: SurveyRequest): { price: number | null; currency: string | null } {
  if (price === null) return { price: null, currency: null };
  if (!Number.isFinite(price) || price < 0 || price > HIGHEST_PRICE) throw new Problem('INVALID_INPUT', { field: 'price', max: HIGHEST_PRICE });
  const code = currency?.toUpperCase() ?? '';
  if (!CURRENCIES.has(code)) throw new Problem('INVALID_INPUT', { field: 'currency' });
  return { price: Math.round(price * 100) / 100, currency: code };
}

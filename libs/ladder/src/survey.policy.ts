import type { CommunityRow, Rung } from '@fanfare/communities';
import type { IdeaRow, IdeaStatus, Membership } from '@fanfare/ideas';
import { type Actor, ALLOWED, type Decision, mayUse, needsRole, refused } from '@fanfare/kernel';

/** While the brand has still to decide, or to build. */
const ASKING: readonly IdeaStatus[] = ['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS'];

/** The rung from which on supporters are asked: the one that was set, or the top of a ladder that is lower. Null: never. */
export function surveyRungOf({ surveyRung }: Pick<CommunityRow, 'surveyRung'>, ladder: readonly Rung[]): number | null {
  return surveyRung === null ? null : Math.min(surveyRung, ladder.length);
}

/** Whether supporters are asked now. */
export function isSurveyOpen(idea: Pick<IdeaRow, 'status' | 'rung'>, surveyRung: number | null): boolean {
  return surveyRung !== null && idea.rung >= surveyRung && ASKING.includes(idea.status);
}

/** Whether the actor may answer, or change their answer. */
export function canAnswerSurvey(actor: Actor, who: { membership: Membership; isSupporter: boolean; isOpen: boolean; communityId: string }): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (who.membership === null) return refused('NOT_A_MEMBER');
  const voting = mayUse(actor, who.communityId, 'VOTING');
  if (!voting.allowed) return voting;
  if (!who.isSupporter) return refused('NOT_A_SUPPORTER');
  return who.isOpen ? ALLOWED : refused('SURVEY_CLOSED');
}

/** The brand asked, and the author's idea it is about. */
export function canSeeSurveyResults(actor: Actor, idea: Pick<IdeaRow, 'communityId' | 'authorAccountId'>): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  const isAuthor = actor.accountId === idea.authorAccountId;
  return isAuthor ? ALLOWED : needsRole(actor, idea.communityId, 'OWNER', 'BRAND_MANAGER');
}

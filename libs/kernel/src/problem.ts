/**
 * Every reason a request can be refused for. Codes are stable: clients switch on them and the web translates them.
 * They state the fact, not the code path.
 */
export const PROBLEM_CODES = [
  // who asks
  'SIGN_IN_REQUIRED',
  'NOT_ALLOWED',
  'NOT_A_MEMBER',
  'RESTRICTED',
  'ACKNOWLEDGE_WARNING',
  'CONFIRM_EMAIL_FIRST',
  'TOO_MANY_ATTEMPTS',
  'WRONG_CREDENTIALS',
  'WRONG_CODE',
  'SECOND_FACTOR_REQUIRED',
  'SECOND_FACTOR_NEEDED',
  'FRESH_PROOF_REQUIRED',
  'PASSKEY_REFUSED',
  'PASSKEY_EXISTS',
  'TOO_MANY_PASSKEYS',
  'LINK_REFUSED',
  'LINK_CANCELLED',
  'LINK_UNVERIFIED',
  'PROVIDER_UNAVAILABLE',
  'SETUP_DONE',
  // what was sent
  'INVALID_INPUT',
  'INVALID_CURSOR',
  'INVALID_PAGE_SIZE',
  'TOO_LONG',
  'EMPTY_TEXT',
  'WEAK_PASSWORD',
  'COMMON_PASSWORD',
  'INVALID_EMAIL',
  'UNKNOWN_CATEGORY',
  'RULE_AGAINST_CRITICISM',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_COMPLEX',
  'QUERY_REFUSED',
  'BATCHING_REFUSED',
  'CROSS_SITE_REQUEST',
  'UNSUPPORTED_PICTURE',
  'UNREADABLE_PICTURE',
  'PICTURE_TOO_LARGE',
  'PICTURE_TOO_SMALL',
  'IDEMPOTENCY_KEY_REUSED',
  // what was found
  'NOT_FOUND',
  'HANDLE_TAKEN',
  'HANDLE_RESERVED',
  'INVALID_HANDLE',
  'ALREADY_MEMBER',
  'TERMS_NOT_ACCEPTED',
  'UNDER_AGE',
  'SLUG_TAKEN',
  'CATEGORY_IN_USE',
  'ROLE_CONFLICT',
  'LAST_OWNER',
  'INVITATION_OVER',
  'INVITATION_NOT_YOURS',
  'VOTING_CLOSED',
  'SURVEY_CLOSED',
  'NOT_A_SUPPORTER',
  'MOVE_REFUSED',
  'PICTURE_TAKEN_DOWN',
  'MERGE_WITH_ITSELF',
  'MERGE_ACROSS_COMMUNITIES',
  'MERGE_TARGET_MERGED',
  'MERGE_TARGET_CLOSED',
  'MERGE_OVERRULED',
  'ALREADY_MERGED',
  'NOT_MERGED',
  'ALREADY_CONTESTED',
  'NO_OPEN_CONTEST',
  'IDEA_NOT_EDITABLE',
  'IDEA_NOT_DRAFT',
  'TOO_MANY_DRAFTS',
  'COMMENTS_CLOSED',
  'COMMENT_DELETED',
  'WITHHELD',
  'COMMENT_NOT_EDITABLE',
  'OWN_COMMENT',
  'CREATION_WITHDRAWN',
  'OWN_CREATION',
  // reputation
  'ALREADY_DISPUTED',
  'LEVEL_TOO_LOW',
  'VOTES_OF_DAY_USED',
  'FOLLOWING_ONESELF',
  // intake
  'REPHRASE',
  'TEXT_REFUSED',
  // moderation
  'ALREADY_REPORTED',
  'OWN_CONTENT',
  'ITEM_CLAIMED',
  'ITEM_DECIDED',
  'NOT_IMPARTIAL',
  'REASONS_INCOMPLETE',
  'UNKNOWN_RULE',
  'NEEDS_SECOND',
  'APPEAL_TOO_LATE',
  'APPEALS_EXHAUSTED',
  'ALREADY_APPEALED',
  'NOT_IN_FORCE',
  'STALE_VERSION',
  'STALE_STATUS',
  'NOT_PLANNED',
  'NOT_DELIVERED',
  'CREDIT_WITHDRAWN',
  'TOO_MANY_FILTERS',
  'CIRCLE_NAME_TAKEN',
  'CIRCLE_NAME_RESERVED',
  'CIRCLE_RECOGNISED',
  'CIRCLE_EMPTY',
  'NOT_IN_CIRCLE',
  'ALREADY_SHARED',
  'POST_DELETED',
  'ELECTION_RUNNING',
  'ELECTION_TOO_SOON',
  'ELECTION_OVER',
  'STANDING_OVER',
  'NOT_ELIGIBLE',
  'NOT_A_CANDIDATE',
  'TOO_FEW_MEMBERS',
  'TOO_MANY_CANDIDATES',
  'EVIDENCE_NOT_USABLE',
  'WEBSITE_REFUSED',
  'WEBSITE_UNREACHABLE',
  'WEBSITE_LINK_MISSING',
  // ambassadors: recruitment
  'CALL_NOT_DRAFT',
  'CALL_NOT_OPEN',
  'CALL_STILL_OPEN',
  'CALL_INCOMPLETE',
  'IDENTITY_TOO_LOW',
  'REGION_NOT_ELIGIBLE',
  'REAPPLY_LATER',
  'ALREADY_AMBASSADOR',
  'STAFF_CANNOT_APPLY',
  'APPLICATION_INCOMPLETE',
  'APPLICATION_DECIDED',
  'APPLICATION_NOT_DECIDED',
  'OWN_APPLICATION',
  'NOT_A_REVIEWER',
  'CONFLICT_DECLARED',
  'SEATS_TAKEN',
  'REVIEW_ASKED_ALREADY',
  'AGREEMENT_CHANGED',
  'TERM_ENDED',
  'TERM_NOT_OFFERED',
  'BUDGET_EMPTY',
  'PERK_GONE',
  'PERK_CHANGED',
  'NOT_ENOUGH_POINTS',
  'DELIVERY_OVER',
  // ambassadors: missions
  'BRIEF_ASKS_FOR_PRAISE',
  'MISSION_INCOMPLETE',
  'MISSION_NOT_DRAFT',
  'MISSION_NOT_OPEN',
  'MISSION_FULL',
  'MISSION_NOT_JOINED',
  'ENTRY_SUBMITTED',
  'ENTRY_NOT_EDITABLE',
  'ENTRY_NOT_REVIEWABLE',
  'OWN_ENTRY',
  'EVIDENCE_MISSING',
  'DISCLOSURE_REQUIRED',
  'DISCLOSURE_MISSING',
  'DISCLOSURE_UNCHECKED',
  'NOT_APPEALABLE',
  'TOO_MANY_LINKS',
  'SITE_NOT_PROVED',
  'TOO_MANY_FEEDS',
  // us
  'UNKNOWN_OUTCOME',
  'TEMPORARILY_UNAVAILABLE',
  'INTERNAL',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type ProblemParams = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A refusal with a stable code and typed parameters, free of personal data. Thrown by services: throwing rolls back.
 * At the edge it becomes a GraphQL error with `extensions { code, params, requestId }`.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Problem';
  }
}

/** What a policy answers: yes, or no with the reason and what it is told with. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: ProblemCode; readonly params?: ProblemParams };

export const ALLOWED: Decision = { allowed: true };

export function refused(reason: ProblemCode, params?: ProblemParams): Decision {
  return params ? { allowed: false, reason, params } : { allowed: false, reason };
}

/** Turns a refusal into a thrown `Problem`; a permission passes in silence. */
export function enforce(decision: Decision): void {
  if (!decision.allowed) throw new Problem(decision.reason, decision.params);
}

/**
 * The same for what nobody else may know of: to them it does not exist. Whoever would know of it, were it not for a second
 * factor that is missing, is told so.
 */
export function enforceHidden(decision: Decision, params: ProblemParams): void {
  if (decision.allowed) return;
  throw decision.reason === 'SECOND_FACTOR_NEEDED' ? new Problem(decision.reason) : new Problem('NOT_FOUND', params);
}

import type { Problem, ProblemCode } from '@fanfare/kernel';

/**
 * What each code says to a developer who reads an answer. People read the web app's own words, in their language; nothing
 * may depend on these.
 */
const SENTENCES: Readonly<Record<ProblemCode, string>> = {
  SIGN_IN_REQUIRED: 'Sign in first.',
  NOT_ALLOWED: 'You may not do this.',
  NOT_A_MEMBER: 'Join the community first.',
  CONFIRM_EMAIL_FIRST: 'Confirm your e-mail address first.',
  TOO_MANY_ATTEMPTS: 'Too many attempts: try again later.',
  WRONG_CREDENTIALS: 'The address or the password is wrong.',
  WRONG_CODE: 'The code is wrong or has expired.',
  SETUP_DONE: 'This deployment is set up already.',
  INVALID_INPUT: 'The input is not valid.',
  INVALID_CURSOR: 'The cursor does not belong to this list.',
  INVALID_PAGE_SIZE: 'The page size is out of bounds.',
  TOO_LONG: 'The text is too long.',
  EMPTY_TEXT: 'The text is empty or too short.',
  WEAK_PASSWORD: 'The password is too easy to guess.',
  COMMON_PASSWORD: 'The password is one of the most used.',
  INVALID_EMAIL: 'This is not an e-mail address that can be used.',
  UNKNOWN_CATEGORY: 'The community has no such category.',
  QUERY_TOO_DEEP: 'The query is nested too deeply.',
  QUERY_TOO_COMPLEX: 'The query asks for too much at once.',
  QUERY_REFUSED: 'This operation is not accepted here.',
  BATCHING_REFUSED: 'Send one operation per request.',
  CROSS_SITE_REQUEST: 'The request may have been sent by another site: send it as application/json, from a page of ours.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used for another input.',
  NOT_FOUND: 'There is no such thing, or you may not know of it.',
  HANDLE_TAKEN: 'The handle belongs to somebody else.',
  HANDLE_RESERVED: 'The handle is reserved.',
  INVALID_HANDLE: 'The handle is not valid.',
  ALREADY_MEMBER: 'You are a member already.',
  TERMS_NOT_ACCEPTED: 'The current terms must be accepted.',
  UNDER_AGE: 'The community has a minimum age.',
  SLUG_TAKEN: 'The address of the community is taken.',
  CATEGORY_IN_USE: 'Ideas are filed under the category.',
  ROLE_CONFLICT: 'The role does not go with another one.',
  LAST_OWNER: 'A community keeps at least one owner.',
  INVITATION_OVER: 'The invitation has been used, taken back or has expired.',
  INVITATION_NOT_YOURS: 'The invitation was sent to another address.',
  VOTING_CLOSED: 'Voting on this idea is closed.',
  IDEA_NOT_EDITABLE: 'The idea can no longer be edited.',
  IDEA_NOT_DRAFT: 'The idea is not a draft.',
  TOO_MANY_DRAFTS: 'There are too many drafts.',
  COMMENTS_CLOSED: 'The discussion is closed.',
  COMMENT_DELETED: 'The comment was deleted.',
  COMMENT_NOT_EDITABLE: 'The comment can no longer be edited.',
  MOVE_REFUSED: 'The idea cannot go there from where it stands.',
  OWN_COMMENT: 'It is your own comment.',
  STALE_VERSION: 'It was changed in the meantime.',
  UNKNOWN_OUTCOME: 'It is not known whether this was done: look before you try again.',
  TEMPORARILY_UNAVAILABLE: 'Not possible right now: try again in a moment.',
  INTERNAL: 'Something went wrong on our side.',
};

export function sentenceOf(problem: Problem): string {
  return SENTENCES[problem.code];
}

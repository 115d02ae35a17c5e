/** What a call is now: it follows from its dates and its applications. */
export const CALL_STATES = ['DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'DECIDED'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** Who chooses: a panel, the community by votes, or half and half. */
export const CALL_SELECTIONS = ['PANEL', 'COMMUNITY', 'HALF'] as const;
export type CallSelection = (typeof CALL_SELECTIONS)[number];

export const QUESTION_KINDS = ['TEXT', 'CHOICE', 'LINK', 'VIDEO'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Who reads an answer: who decides, or everybody where the community votes. */
export const QUESTION_AUDIENCES = ['PANEL', 'COMMUNITY'] as const;
export type QuestionAudience = (typeof QUESTION_AUDIENCES)[number];

export const CALL_CHANGE_KINDS = ['EXTENDED', 'CLOSED_EARLY', 'SEATS_ADDED'] as const;
export type CallChangeKind = (typeof CALL_CHANGE_KINDS)[number];

export const APPLICATION_STATES = ['DRAFT', 'SUBMITTED', 'WITHDRAWN', 'SELECTED', 'WAITING', 'DECLINED'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** The answers an applicant can get. */
export const APPLICATION_OUTCOMES = ['SELECTED', 'WAITING', 'DECLINED'] as const;
export type ApplicationOutcome = (typeof APPLICATION_OUTCOMES)[number];

/** LAPSED: an offer that was not accepted in time, or turned down. */
export const TERM_STATES = ['OFFERED', 'ACTIVE', 'ENDED', 'RESIGNED', 'REVOKED', 'LAPSED'] as const;
export type TermState = (typeof TERM_STATES)[number];

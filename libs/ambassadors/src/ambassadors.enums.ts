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

export const CALL_CHANGE_KINDS = ['EXTENDED', 'CLOSED_EARLY'] as const;
export type CallChangeKind = (typeof CALL_CHANGE_KINDS)[number];

export const APPLICATION_STATES = ['DRAFT', 'SUBMITTED', 'WITHDRAWN', 'SELECTED', 'WAITING', 'DECLINED'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** The answers an applicant can get. */
export const APPLICATION_OUTCOMES = ['SELECTED', 'WAITING', 'DECLINED'] as const;
export type ApplicationOutcome = (typeof APPLICATION_OUTCOMES)[number];

/** LAPSED: an offer that was not accepted in time, or turned down. */
export const TERM_STATES = ['OFFERED', 'ACTIVE', 'ENDED', 'RESIGNED', 'REVOKED', 'LAPSED'] as const;
export type TermState = (typeof TERM_STATES)[number];

export const MISSION_KINDS = ['CREATE', 'REVIEW', 'HELP', 'EVENT', 'RALLY'] as const;
export type MissionKind = (typeof MISSION_KINDS)[number];

export const MISSION_STATES = ['DRAFT', 'PUBLISHED', 'CLOSED'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** What an entry can hold. */
export const EVIDENCE_FORMS = ['LINK', 'TEXT', 'IMAGE'] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

/** NEEDS_DISCLOSURE: it went back, since a page did not say what the ambassador receives. */
export const ENTRY_STATES = ['DRAFT', 'SUBMITTED', 'NEEDS_DISCLOSURE', 'CHANGE_ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const CHECK_VERDICTS = ['FOUND', 'MISSING', 'UNREACHABLE'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

export const ENTRY_OUTCOMES = ['ACCEPT', 'CHANGE', 'REFUSE'] as const;
export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];

/** What an ambassador can appeal against: a refused entry, a revoked term. */
export const AMBASSADOR_APPEAL_SUBJECTS = ['ENTRY', 'TERM'] as const;
export type AmbassadorAppealSubject = (typeof AMBASSADOR_APPEAL_SUBJECTS)[number];

export const AMBASSADOR_APPEAL_OUTCOMES = ['UPHELD', 'OVERTURNED'] as const;
export type AmbassadorAppealOutcome = (typeof AMBASSADOR_APPEAL_OUTCOMES)[number];

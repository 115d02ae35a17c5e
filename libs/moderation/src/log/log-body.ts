import {
  APPEAL_OUTCOMES,
  APPELLANTS,
  type AppealOutcome,
  type Appellant,
  DECIDERS,
  type Decider,
  DECISION_ACTIONS,
  DECISION_GROUNDS,
  DECISION_SOURCES,
  type DecisionAction,
  type DecisionGround,
  type DecisionSource,
  MEMBER_RIGHTS,
  type MemberRight,
  REVIEW_SUBJECT_KINDS,
  type ReviewSubjectKind,
} from '../moderation.enums.js';
import type { Canonical } from './canonical.js';

/**
 * What an entry tells everybody. No name, no account, no text of anybody's: facts, passage and subject stand in commitments.
 * Times are ISO 8601 in UTC with milliseconds.
 */
export interface DecisionBody {
  readonly decision: string;
  readonly action: DecisionAction;
  readonly mutedRight: MemberRight | null;
  readonly subjectKind: ReviewSubjectKind;
  readonly ground: DecisionGround | null;
  readonly ruleNumber: number | null;
  readonly ruleVersion: number | null;
  readonly ruleTitle: string | null;
  readonly law: string | null;
  readonly source: DecisionSource;
  readonly automatedDetection: boolean;
  readonly automatedDecision: boolean;
  readonly decidedAs: Decider;
  /** Whether it binds only once another moderator has agreed: a `SECOND` follows. */
  readonly proposed: boolean;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** Another moderator's word about a proposed decision. */
export interface SecondBody {
  readonly decision: string;
  /** The entry of the decision; null for one that was made before the log began. */
  readonly concerns: number | null;
  readonly agreed: boolean;
  readonly decidedAs: Decider;
}

export const DECISION_END_CAUSES = ['TIME', 'CHANGE', 'ACKNOWLEDGEMENT', 'DECISION'] as const;
/** Its time was over; the passage is gone; the warning was read; a decision took the place of what only held. */
export type DecisionEndCause = (typeof DECISION_END_CAUSES)[number];

/** A decision that was right while it lasted and binds no more. One that falls has an `APPEAL`, or a decision in its place. */
export interface EndBody {
  readonly decision: string;
  readonly concerns: number | null;
  readonly cause: DecisionEndCause;
  /** When it stopped to bind, however late the entry comes. */
  readonly endedAt: string;
}

export interface AppealBody {
  readonly appeal: string;
  readonly decision: string;
  readonly concerns: number | null;
  readonly appellant: Appellant;
  readonly round: number;
  readonly outcome: AppealOutcome;
  readonly decidedAs: Decider;
  readonly openedAt: string;
  /** What took the decision's place, when it was changed; its entry follows or went before. */
  readonly newDecision: string | null;
}

/** A key that signs from this entry on. */
export interface KeyBody {
  readonly keyId: string;
  readonly publicKey: string;
  /** The key before it; null for the first. */
  readonly previous: string | null;
  /** The former key's signature that names the new one; null when the former key was lost. */
  readonly endorsement: string | null;
}

export interface LogBodies {
  readonly KEY: KeyBody;
  readonly DECISION: DecisionBody;
  readonly SECOND: SecondBody;
  readonly DECISION_ENDED: EndBody;
  readonly APPEAL: AppealBody;
}

export type LogEntryKind = keyof LogBodies;
export const LOG_ENTRY_KINDS = ['KEY', 'DECISION', 'SECOND', 'DECISION_ENDED', 'APPEAL'] as const satisfies readonly LogEntryKind[];

type Check = (value: unknown) => boolean;

const LONGEST_TEXT = 500;
const oneOf = (words: readonly string[]): Check => (value) => words.includes(value as string);
const matching = (pattern: RegExp): Check => (value) => typeof value === 'string' && pattern.test(value);
const maybe = (check: Check): Check => (value) => value === null || check(value);
const uuid = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const hash = matching(/^[0-9a-f]{64}$/);
const time: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
const count: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const yesNo: Check = (value) => typeof value === 'boolean';
const words: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT && value.isWellFormed() && !value.includes('\0');

const FIELDS: { readonly [Kind in LogEntryKind]: Readonly<Record<keyof LogBodies[Kind], Check>> } = {
  KEY: { keyId: hash, publicKey: hash, previous: maybe(hash), endorsement: maybe(matching(/^[0-9a-f]{128}$/)) },
  DECISION: {
    decision: uuid,
    action: oneOf(DECISION_ACTIONS),
    mutedRight: maybe(oneOf(MEMBER_RIGHTS)),
    subjectKind: oneOf(REVIEW_SUBJECT_KINDS),
    ground: maybe(oneOf(DECISION_GROUNDS)),
    ruleNumber: maybe(count),
    ruleVersion: maybe(count),
    ruleTitle: maybe(words),
    law: maybe(words),
    source: oneOf(DECISION_SOURCES),
    automatedDetection: yesNo,
    automatedDecision: yesNo,
    decidedAs: oneOf(DECIDERS),
    proposed: yesNo,
    startsAt: maybe(time),
    endsAt: maybe(time),
  },
  SECOND: { decision: uuid, concerns: maybe(count), agreed: yesNo, decidedAs: oneOf(DECIDERS) },
  DECISION_ENDED: { decision: uuid, concerns: maybe(count), cause: oneOf(DECISION_END_CAUSES), endedAt: time },
  APPEAL: {
    appeal: uuid,
    decision: uuid,
    concerns: maybe(count),
    appellant: oneOf(APPELLANTS),
    round: count,
    outcome: oneOf(APPEAL_OUTCOMES),
    decidedAs: oneOf(DECIDERS),
    openedAt: time,
    newDecision: maybe(uuid),
  },
};

/**
 * A body as it will stand in the log: the fields of its kind and no other, so that nothing personal slips in.
 *
 * @throws TypeError that names the first field that is missing, unknown or of another shape
 */
export function publicBody<Kind extends LogEntryKind>(kind: Kind, body: LogBodies[Kind]): { readonly [name: string]: Canonical } {
  const fields = FIELDS[kind] as Readonly<Record<string, Check>>;
  const given = body as unknown as { readonly [name: string]: Canonical };
  const wrong = Object.keys({ ...fields, ...given }).find((name) => !fields[name]?.(given[name]));
  if (wrong) throw new TypeError(`The log does not take "${wrong}" of a ${kind} like this`);
  return given;
}

import type { DecisionAction, DecisionGround, DecisionSource, MemberRight, ReviewSubjectKind } from '../moderation.enums.js';

/** A restriction as the export reads it: what was decided, never about whom, nor in which words. */
export interface StatementRow {
  readonly id: string;
  readonly communityId: string;
  readonly subjectKind: ReviewSubjectKind;
  readonly action: DecisionAction;
  readonly mutedRight: MemberRight | null;
  readonly scope: 'TEXT' | 'MEMBER';
  readonly ground: DecisionGround;
  readonly rule: number | null;
  readonly ruleTitle: string | null;
  readonly ruleText: string | null;
  readonly law: string | null;
  /** What most reports of it said; null where nobody reported. */
  readonly category: string | null;
  readonly language: string | null;
  readonly source: DecisionSource;
  readonly automatedDetection: boolean;
  readonly automatedDecision: boolean;
  /** When moderators first met it: the text itself may be gone. */
  readonly contentAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly decidedAt: Date;
}

/**
 * The columns of the Commission's transparency database, in its order and words: version 2 of its interface, in force since
 * 1 July 2025 (https://transparency.dsa.ec.europa.eu/page/api-documentation).
 */
export const DSA_COLUMNS = [
  'puid', 'decision_visibility', 'decision_visibility_other', 'end_date_visibility_restriction', 'decision_monetary', 'decision_provision',
  'end_date_service_restriction', 'decision_account', 'end_date_account_restriction', 'account_type', 'decision_ground',
  'decision_ground_reference_url', 'illegal_content_legal_ground', 'illegal_content_explanation', 'incompatible_content_ground',
  'incompatible_content_explanation', 'incompatible_content_illegal', 'category', 'content_type', 'content_type_other', 'content_language',
  'content_date', 'territorial_scope', 'application_date', 'decision_facts', 'source_type', 'automated_detection', 'automated_decision',
] as const;
export type DsaColumn = (typeof DSA_COLUMNS)[number];
/** A statement by column; '' where a column says nothing. */
export type DsaStatement = Readonly<Record<DsaColumn, string>>;

const CATEGORIES: Readonly<Record<string, string>> = {
  SPAM: 'SCAMS_AND_FRAUD',
  IMPERSONATION: 'SCAMS_AND_FRAUD',
  HARASSMENT: 'CYBER_VIOLENCE',
  HATE: 'ILLEGAL_OR_HARMFUL_SPEECH',
  PRIVATE_DATA: 'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  UNDISCLOSED_ADVERTISING: 'CONSUMER_INFORMATION',
  ILLEGAL_CONTENT: 'NOT_SPECIFIED_NOTICE',
};

const VISIBILITY: Readonly<Partial<Record<DecisionAction, string>>> = {
  REMOVE: 'DECISION_VISIBILITY_CONTENT_REMOVED',
  HIDE: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  ASK_CHANGE: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  HOLD: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  LABEL: 'DECISION_VISIBILITY_CONTENT_LABELLED',
};

const SOURCES: Readonly<Record<DecisionSource, string>> = {
  NOTICE: 'SOURCE_ARTICLE_16',
  REPORT: 'SOURCE_TYPE_OTHER_NOTIFICATION',
  OWN_INITIATIVE: 'SOURCE_VOLUNTARY',
  AUTOMATED: 'SOURCE_VOLUNTARY',
};

/**
 * A restriction in the fields of the Commission's database, which must hold no personal data: the facts are told in general
 * words, the passage stays out.
 *
 * @param rulesUrl where the community's rules stand
 */
export function dsaStatement(row: StatementRow, rulesUrl: string): DsaStatement {
  return { ...effectOf(row), ...groundOf(row, rulesUrl), ...circumstancesOf(row) };
}

type Effect = 'decision_visibility' | 'decision_visibility_other' | 'end_date_visibility_restriction' | 'decision_monetary' | 'decision_provision'
  | 'end_date_service_restriction' | 'decision_account' | 'end_date_account_restriction' | 'account_type';

/** What it takes away: what is seen of a text, what a member may do, or their membership. */
function effectOf({ action, scope, endsAt }: StatementRow): Pick<DsaStatement, Effect> {
  const text = scope === 'TEXT';
  const until = endsAt ? day(endsAt) : '';
  const membership = action === 'BAN' ? (endsAt ? 'SUSPENDED' : 'TERMINATED') : action === 'SUSPEND' ? 'SUSPENDED' : null;
  const part = !text && membership === null;
  return {
    decision_visibility: text ? (VISIBILITY[action] ?? 'DECISION_VISIBILITY_OTHER') : '',
    decision_visibility_other: text && !VISIBILITY[action] ? action : '',
    end_date_visibility_restriction: text ? until : '',
    decision_monetary: '',
    decision_provision: part ? 'DECISION_PROVISION_PARTIAL_SUSPENSION' : '',
    end_date_service_restriction: part ? until : '',
    decision_account: membership ? `DECISION_ACCOUNT_${membership}` : '',
    end_date_account_restriction: membership ? until : '',
    account_type: 'ACCOUNT_TYPE_PRIVATE',
  };
}

type Ground = 'decision_ground' | 'decision_ground_reference_url' | 'illegal_content_legal_ground' | 'illegal_content_explanation'
  | 'incompatible_content_ground' | 'incompatible_content_explanation' | 'incompatible_content_illegal' | 'category';

function groundOf(row: StatementRow, rulesUrl: string): Pick<DsaStatement, Ground> {
  const illegal = row.ground === 'LAW';
  return {
    decision_ground: illegal ? 'DECISION_GROUND_ILLEGAL_CONTENT' : 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    decision_ground_reference_url: illegal ? '' : `${rulesUrl}#rule-${row.rule}`,
    illegal_content_legal_ground: illegal ? row.law! : '',
    illegal_content_explanation: illegal ? factsOf(row) : '',
    incompatible_content_ground: illegal ? '' : `Rule ${row.rule}: ${row.ruleTitle}`,
    incompatible_content_explanation: illegal ? '' : row.ruleText!,
    incompatible_content_illegal: illegal ? '' : 'No',
    category: `STATEMENT_CATEGORY_${CATEGORIES[row.category ?? ''] ?? 'OTHER_VIOLATION_TC'}`,
  };
}

function circumstancesOf(row: StatementRow): Omit<DsaStatement, Effect | Ground> {
  const otherType = row.subjectKind === 'MEMBER' || row.subjectKind === 'REPUTATION_ENTRY' || row.subjectKind === 'MERGE';
  return {
    puid: row.id,
    content_type: otherType ? 'CONTENT_TYPE_OTHER' : 'CONTENT_TYPE_TEXT',
    content_type_other: otherType ? row.subjectKind : '',
    content_language: row.language?.slice(0, 2).toUpperCase() ?? '',
    content_date: day(row.contentAt),
    territorial_scope: '',
    application_date: day(row.startsAt),
    decision_facts: factsOf(row),
    source_type: SOURCES[row.source],
    automated_detection: row.automatedDetection ? 'Yes' : 'No',
    automated_decision: row.automatedDecision ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
  };
}

const CAME: Readonly<Record<DecisionSource, string>> = {
  NOTICE: 'after a notice of illegal content',
  REPORT: 'after a report by a member',
  OWN_INITIATIVE: 'on the moderators’ own initiative',
  AUTOMATED: 'by automated means',
};

function factsOf({ subjectKind, action, mutedRight, ground, rule, law, source }: StatementRow): string {
  const broken = ground === 'LAW' ? law! : `rule ${rule} of the community`;
  const what = subjectKind.toLowerCase().replaceAll('_', ' ');
  const measure = mutedRight ? `${action} (${mutedRight})` : action;
  return `A ${what} was found ${CAME[source]} to be against ${broken}. Measure: ${measure}. The author was given the facts and the passage.`;
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

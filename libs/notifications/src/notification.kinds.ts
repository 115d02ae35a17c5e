/** What a member is told of. */
export const NOTIFICATION_KINDS = [
  'ANSWERED',
  'RUNG',
  'EXPIRED',
  'MERGED',
  'UNMERGED',
  'EDITED',
  'REPLIED',
  'MENTIONED',
  'COMMENTED',
  'CREDITED',
  'POSTED',
  'FOLLOWED',
  'CONTESTED',
  'CONTEST_DECIDED',
  'CIRCLE_REQUESTED',
  'CIRCLE_ACCEPTED',
  'CIRCLE_DECLINED',
  'CIRCLE_REMOVED',
  'CIRCLE_ELECTION',
  'CIRCLE_ELECTED',
  'CIRCLE_RECOGNISED',
  'CREATION_SHOWN',
  'RESPONDED',
  'REMIXED',
  'APPRECIATED',
  'EVIDENCE_ENDING',
  'EVIDENCE_ENDED',
  'NAME_ATTESTED',
  'CODES_GUESSED',
  'DECIDED',
  'WARNED',
  'REPORT_JUDGED',
  'APPEAL_ANSWERED',
  'APPEAL_DECIDED',
  'REVIEW_WAITS',
  'CALL_OPENED',
  'CALL_CHANGED',
  'APPLICATION_SELECTED',
  'APPLICATION_WAITING',
  'APPLICATION_DECLINED',
  'APPLICATION_REVIEWED',
  'APPLICATION_REVIEW_ASKED',
  'TERM_ENDED',
  'TERM_REVOKED',
  'TERM_RENEWAL',
  'TERM_LAPSED',
  'WAITING_LIST_MOVED',
  'ENTRY_RETURNED',
  'ENTRY_REVIEWED',
  'ENTRY_DISCLOSURE_LOST',
  'MISSION_CLOSED',
  'AMBASSADOR_APPEAL_WAITS',
  'AMBASSADOR_APPEAL_DECIDED',
  'REWARD_PAID',
  'REWARD_TAKEN_BACK',
  'PERK_SENT',
  'PERK_RETURNED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What one member does towards another: whoever muted them is not told. What a brand or a circle's keeper does is told all the same. */
export const BETWEEN_MEMBERS: readonly NotificationKind[] = ['REPLIED', 'MENTIONED', 'COMMENTED', 'POSTED', 'FOLLOWED', 'CREATION_SHOWN', 'RESPONDED', 'REMIXED', 'APPRECIATED'];

/** Why they are told, the best reason first: of several the first one counts. */
export const NOTIFICATION_REASONS = [
  'YOU',
  'AUTHOR',
  'BACKED',
  'COMMENTED',
  'CIRCLE',
  'FOLLOWED_IDEA',
  'FOLLOWED_MEMBER',
  'FOLLOWED_CATEGORY',
  'FOLLOWED_COMMUNITY',
  'STAFF',
] as const;
export type NotificationReason = (typeof NOTIFICATION_REASONS)[number];

/** When a matter reaches a member by mail. */
export const MAIL_PACES = ['OFF', 'DIGEST', 'AT_ONCE'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** How a member wants to hear of one kind of matter. */
export interface Preference {
  readonly inApp: boolean;
  readonly mail: MailPace;
}

/**
 * What the law has members told, whatever they chose: it always stands in the inbox. Decisions and what appeals came to are written to them
 * besides, in letters of their own (moderation's `StatementMails` and `AppealMails`).
 */
export const OBLIGATORY: readonly NotificationKind[] = ['DECIDED', 'WARNED', 'APPEAL_DECIDED'];

/** Told in the inbox only: no reason for a mail at all, or for one of its own, as the answer to an entry is of its reward. */
const UNMAILED: readonly NotificationKind[] = ['FOLLOWED', 'APPRECIATED', 'REWARD_PAID', ...OBLIGATORY];

/** What somebody waits for: by mail at once. */
const AWAITED: readonly NotificationKind[] = ['APPLICATION_SELECTED', 'APPLICATION_WAITING', 'APPLICATION_DECLINED', 'APPLICATION_REVIEWED', 'TERM_REVOKED', 'TERM_LAPSED'];

/** Quiet by default: at once in the inbox, by mail once a day. */
export function defaultPreference(kind: NotificationKind): Preference {
  if (AWAITED.includes(kind)) return { inApp: true, mail: 'AT_ONCE' };
  return { inApp: true, mail: UNMAILED.includes(kind) ? 'OFF' : 'DIGEST' };
}

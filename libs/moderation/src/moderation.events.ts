import { declareEvent } from '@fanfare/events';
import type { DecisionAction, PanelDutyKind, ReviewSubjectKind } from './moderation.enums.js';

// The subject of an event about an item is the item. `kind` and `about` name what it is about. None carries a text.

interface About {
  readonly kind: ReviewSubjectKind;
  readonly about: string;
}

/** Somebody reported something, or filed a notice of illegal content. Subject: the report. Who reported stays out of it. */
export const ReportFiled = declareEvent<About & { item: string; category: string }>('report.filed');

/** Something waits for moderators that did not before. Subject: the item. */
export const ReviewOpened = declareEvent<About>('review.opened');

/** Somebody looks at it now, or nobody any more. Subject: the item. */
export const ReviewClaimed = declareEvent<About & { until: string | null }>('review.claimed');

/** Another report, verdict, signal or note came to it. Subject: the item. */
export const ReviewChanged = declareEvent<About>('review.changed');

/** What a decision did. `restricts`: everything but KEEP. Subject: the decision. */
interface Decided extends About {
  readonly item: string;
  readonly action: DecisionAction;
  /** Whom it affects; null for imported texts. */
  readonly memberId: string | null;
}

/** In force from now on. By a moderator, the panel or the operator. */
export const DecisionMade = declareEvent<Decided>('decision.made', { staffAct: true });
/** A machine held it until somebody has looked. */
export const DecisionHeld = declareEvent<Decided>('decision.held');
/** Waits for another moderator to agree. */
export const DecisionProposed = declareEvent<Decided>('decision.proposed', { staffAct: true });
/** Another moderator did not agree. */
export const DecisionRejected = declareEvent<Decided>('decision.rejected', { staffAct: true });
/** Fell on appeal, or because another one took its place: what it did is undone. */
export const DecisionFallen = declareEvent<Decided>('decision.fallen');
/** Its time was over. */
export const DecisionEnded = declareEvent<Decided>('decision.ended');

/** Subject: the appeal. */
interface Appealed extends About {
  readonly item: string;
  readonly decision: string;
  readonly memberId: string;
}
export const AppealOpened = declareEvent<Appealed>('appeal.opened');
/** A message in its thread. `byModeration`: from the moderators, as one. */
export const AppealAnswered = declareEvent<Appealed & { byModeration: boolean }>('appeal.answered');
export const AppealDecided = declareEvent<Appealed & { outcome: 'UPHELD' | 'REVERSED' | 'CHANGED' }>('appeal.decided', { staffAct: true });

/** The operator appointed somebody to the deployment's panel of moderators, or dismissed them. Subject: the account. */
export const PanelChanged = declareEvent<{ appointed: boolean }>('panel.changed');

/** What waits for the panel, once a day while anything does. Subject: the account that is told. Early ones name no kind: REVIEW. */
export const PanelAwaited = declareEvent<{ duties: readonly { name: string; kind?: PanelDutyKind; waiting: number }[] }>('panel.awaited');

/** How a notice of illegal content was judged that came from no member. Subject: the report. */
export const NoticeJudged = declareEvent<{ verdict: 'UPHELD' | 'UNFOUNDED' | 'ABUSIVE' }>('notice.judged');

// What the ledger of reputation reads: each says how things stand from now on, so that an appeal or an undo is told by the same event again.

/** How a report was judged. `memberId` reported; `UNFOUNDED` in good faith brings and costs nothing. Subject: the report. */
export const ReportJudged = declareEvent<{ memberId: string; verdict: 'UPHELD' | 'UNFOUNDED' | 'ABUSIVE' }>('report.judged');

/**
 * A moderator removed something or put it back; ideas tell it by their moves. While it is removed, what it brought its
 * author (helpful marks) is taken back. `memberId` wrote it. Subject: the comment or other content.
 */
export const ContentJudged = declareEvent<{ memberId: string; removed: boolean }>('content.judged');

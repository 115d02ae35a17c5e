import { registerEnumType } from '@nestjs/graphql';

/** A list of words as an enum of the schema. */
function enumOf<const Word extends string>(words: readonly Word[]) {
  return Object.fromEntries(words.map((word) => [word, word])) as { [word in Word]: word };
}

export const REVIEW_SUBJECT_KINDS = ['IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'REPUTATION_ENTRY', 'MERGE', 'ENTRY', 'APPLICATION'] as const;
export type ReviewSubjectKind = (typeof REVIEW_SUBJECT_KINDS)[number];
export const ReviewSubjectKindEnum = enumOf(REVIEW_SUBJECT_KINDS);
registerEnumType(ReviewSubjectKindEnum, {
  name: 'ReviewSubjectKind',
  description: 'What moderators look at. MEMBER: profile and conduct; REPUTATION_ENTRY: a disputed line; MERGE: a contested merge; ENTRY: what an ambassador handed in for a mission.',
});

export const DECISION_ACTIONS = ['KEEP', 'ASK_CHANGE', 'HIDE', 'REMOVE', 'LABEL', 'WARN', 'MUTE', 'HOLD', 'SUSPEND', 'BAN'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];
export const DecisionActionEnum = enumOf(DECISION_ACTIONS);
registerEnumType(DecisionActionEnum, { name: 'DecisionAction', description: 'What a decision does. Everything but KEEP restricts.' });

export const MEMBER_RIGHTS = ['POSTING', 'VOTING', 'COMMENTING', 'REPORTING'] as const;
export type MemberRight = (typeof MEMBER_RIGHTS)[number];
export const MemberRightEnum = enumOf(MEMBER_RIGHTS);
registerEnumType(MemberRightEnum, { name: 'MutedRight', description: 'What a member may be muted in.' });

export const DECISION_GROUNDS = ['RULE', 'LAW'] as const;
export type DecisionGround = (typeof DECISION_GROUNDS)[number];
export const DecisionGroundEnum = enumOf(DECISION_GROUNDS);
registerEnumType(DecisionGroundEnum, { name: 'DecisionGround', description: 'A rule of the community, or a law.' });

export const DECISION_SOURCES = ['OWN_INITIATIVE', 'REPORT', 'NOTICE', 'AUTOMATED'] as const;
export type DecisionSource = (typeof DECISION_SOURCES)[number];
export const DecisionSourceEnum = enumOf(DECISION_SOURCES);
registerEnumType(DecisionSourceEnum, { name: 'DecisionSource', description: 'What it came from. NOTICE: one of illegal content, Article 16.' });

export const DECIDERS = ['MODERATOR', 'PANEL', 'OPERATOR', 'AUTOMATED'] as const;
export type Decider = (typeof DECIDERS)[number];
export const DeciderEnum = enumOf(DECIDERS);
registerEnumType(DeciderEnum, { name: 'Decider', description: 'In which office somebody decided. PANEL: a moderator of the deployment, where a community has too few.' });

export const APPEAL_OUTCOMES = ['UPHELD', 'REVERSED', 'CHANGED'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
export const AppealOutcomeEnum = enumOf(APPEAL_OUTCOMES);
registerEnumType(AppealOutcomeEnum, { name: 'AppealOutcome', description: 'What became of the decision: it stands, fell, or another one took its place.' });

export const APPELLANTS = ['AFFECTED', 'REPORTER'] as const;
export type Appellant = (typeof APPELLANTS)[number];
export const AppellantEnum = enumOf(APPELLANTS);
registerEnumType(AppellantEnum, { name: 'Appellant', description: 'Who appeals: whom the decision affects, or whose report it dismissed.' });

export const PANEL_DUTY_KINDS = ['REVIEW', 'AMBASSADOR_APPEAL'] as const;
export type PanelDutyKind = (typeof PANEL_DUTY_KINDS)[number];
export const PanelDutyKindEnum = enumOf(PANEL_DUTY_KINDS);
registerEnumType(PanelDutyKindEnum, { name: 'PanelDutyKind', description: 'REVIEW: items of the queue and appeals against decisions about them; AMBASSADOR_APPEAL: appeals of ambassadors.' });

import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import { IsIn, IsOptional } from 'class-validator';
import {
  type AppealOutcome,
  AppealOutcomeEnum,
  type Appellant,
  AppellantEnum,
  type Decider,
  DeciderEnum,
  type DecisionAction,
  DecisionActionEnum,
  type DecisionGround,
  DecisionGroundEnum,
  type DecisionSource,
  DecisionSourceEnum,
  type MemberRight,
  MemberRightEnum,
  type ReviewSubjectKind,
  ReviewSubjectKindEnum,
} from '../moderation.enums.js';
import { DECISION_END_CAUSES, type DecisionEndCause, LOG_ENTRY_KINDS, type LogEntryKind } from './log-body.js';

export const LogEntryKindEnum = Object.fromEntries(LOG_ENTRY_KINDS.map((kind) => [kind, kind])) as { [kind in LogEntryKind]: kind };
registerEnumType(LogEntryKindEnum, {
  name: 'LogEntryKind',
  description: 'KEY: a key that signs from here on; SECOND: another moderator’s word about a proposed decision; DECISION_ENDED: one was over, and not wrong; APPEAL: the outcome of one.',
});

export const DecisionEndCauseEnum = Object.fromEntries(DECISION_END_CAUSES.map((cause) => [cause, cause])) as { [cause in DecisionEndCause]: cause };
registerEnumType(DecisionEndCauseEnum, {
  name: 'DecisionEndCause',
  description: 'Its time was over; what it asked to be changed was changed; the warning was read; a decision took the place of what only held.',
});

@ArgsType()
export class LogEntriesArgs extends PageArgs {
  @IsOptional()
  @IsIn(LOG_ENTRY_KINDS, { each: true })
  @Field(() => [LogEntryKindEnum], { nullable: true, description: 'Every kind when left out.' })
  kinds?: LogEntryKind[] | null;
}

@ArgsType()
export class InclusionProofArgs {
  @Field(() => Int)
  index: number;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'The tree of so many entries; the whole log when left out.' })
  treeSize?: number | null;
}

@ArgsType()
export class ConsistencyProofArgs {
  @Field(() => Int)
  from: number;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'The whole log when left out.' })
  to?: number | null;
}

@ObjectType('LogDecision', { description: 'What everybody may know of a decision: no name, no text of anybody’s.' })
export class LogDecisionModel {
  @Field(() => ID)
  decision: string;

  @Field(() => DecisionActionEnum)
  action: DecisionAction;

  @Field(() => MemberRightEnum, { nullable: true })
  mutedRight: MemberRight | null;

  @Field(() => ReviewSubjectKindEnum)
  subjectKind: ReviewSubjectKind;

  @Field(() => DecisionGroundEnum, { nullable: true, description: 'None when everything stays.' })
  ground: DecisionGround | null;

  @Field(() => Int, { nullable: true })
  ruleNumber: number | null;

  @Field(() => Int, { nullable: true, description: 'Of its wording.' })
  ruleVersion: number | null;

  @Field(() => String, { nullable: true, description: 'As it read then.' })
  ruleTitle: string | null;

  @Field(() => String, { nullable: true })
  law: string | null;

  @Field(() => DecisionSourceEnum)
  source: DecisionSource;

  @Field()
  automatedDetection: boolean;

  @Field()
  automatedDecision: boolean;

  @Field(() => DeciderEnum)
  decidedAs: Decider;

  @Field({ description: 'Whether it binds only once another moderator has agreed.' })
  proposed: boolean;

  @Field(() => Date, { nullable: true })
  startsAt: string | null;

  @Field(() => Date, { nullable: true, description: 'None: for good, or until it falls.' })
  endsAt: string | null;
}

@ObjectType('LogSecond')
export class LogSecondModel {
  @Field(() => ID)
  decision: string;

  @Field(() => Int, { nullable: true, description: 'The entry of the decision.' })
  concerns: number | null;

  @Field()
  agreed: boolean;

  @Field(() => DeciderEnum)
  decidedAs: Decider;
}

@ObjectType('LogEnd', { description: 'A decision that was right while it lasted and binds no more.' })
export class LogEndModel {
  @Field(() => ID)
  decision: string;

  @Field(() => Int, { nullable: true, description: 'The entry of the decision.' })
  concerns: number | null;

  @Field(() => DecisionEndCauseEnum)
  cause: DecisionEndCause;

  @Field(() => Date)
  endedAt: string;
}

@ObjectType('LogAppeal')
export class LogAppealModel {
  @Field(() => ID)
  appeal: string;

  @Field(() => ID)
  decision: string;

  @Field(() => Int, { nullable: true, description: 'The entry of the decision.' })
  concerns: number | null;

  @Field(() => AppellantEnum)
  appellant: Appellant;

  @Field(() => Int)
  round: number;

  @Field(() => AppealOutcomeEnum)
  outcome: AppealOutcome;

  @Field(() => DeciderEnum)
  decidedAs: Decider;

  @Field(() => Date)
  openedAt: string;

  @Field(() => ID, { nullable: true, description: 'What took the decision’s place.' })
  newDecision: string | null;
}

@ObjectType('LogKey')
export class LogKeyModel {
  @Field({ description: 'SHA-256 of the public key, in hex.' })
  keyId: string;

  @Field({ description: 'Ed25519: 32 bytes in hex.' })
  publicKey: string;

  @Field(() => String, { nullable: true, description: 'The key before it; none before the first.' })
  previous: string | null;

  @Field({ description: 'Whether the key before it signed that this one follows. The first has nobody to say so.' })
  endorsed: boolean;
}

@ObjectType('LogCommitment', { description: 'A text that stands behind an entry without being told: SHA-256 over a tag, its name, 32 salt bytes and the text.' })
export class LogCommitmentModel {
  @Field({ description: '`facts`, `passage`, `subject` …' })
  name: string;

  @Field({ description: 'In hex.' })
  hash: string;
}

@ObjectType('LogOpening', { description: 'What opens a commitment.' })
export class LogOpeningModel {
  @Field()
  name: string;

  @Field({ description: 'In hex.' })
  salt: string;

  @Field()
  text: string;
}

@ObjectType('LogEntry', { description: 'A line of a community’s public log. Exactly one of `decision`, `second`, `appeal` and `key` is there.' })
export class LogEntryModel {
  @Field(() => Int, { description: 'Its place in the log, from 0.' })
  index: number;

  @Field(() => LogEntryKindEnum)
  kind: LogEntryKind;

  @Field()
  recordedAt: Date;
}

@ObjectType()
export class LogEntryConnection extends ConnectionType(LogEntryModel, 'LogEntry') {}

@ObjectType('LogHead', { description: 'What the log was at a moment, signed: whoever keeps it can tell later whether anything before it changed.' })
export class LogHeadModel {
  @Field(() => Int, { description: 'How many entries.' })
  size: number;

  @Field()
  signedAt: Date;
}

@ObjectType()
export class LogHeadConnection extends ConnectionType(LogHeadModel, 'LogHead') {}

@ObjectType('LogInclusionProof', { description: 'RFC 9162, 2.1.3. Hashes in hex.' })
export class LogInclusionProofModel {
  @Field(() => Int)
  index: number;

  @Field(() => Int)
  treeSize: number;

  @Field()
  leafHash: string;

  @Field(() => [String], { description: 'From the leaf up.' })
  path: string[];

  @Field()
  root: string;
}

@ObjectType('LogConsistencyProof', { description: 'RFC 9162, 2.1.4. Hashes in hex.' })
export class LogConsistencyProofModel {
  @Field(() => Int)
  from: number;

  @Field(() => Int)
  to: number;

  @Field()
  fromRoot: string;

  @Field()
  toRoot: string;

  @Field(() => [String])
  path: string[];
}

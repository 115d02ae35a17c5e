import type { Decider, DecisionAction, DecisionGround } from '../moderation.enums.js';

/** From its first moment, which is in it, to its last, which is not. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** How often something was counted under a word. */
export interface Counted<Word extends string = string> {
  readonly word: Word;
  readonly count: number;
}

/** Restrictions by what they rest on: a numbered rule in the wording of its latest version used, or a law. */
export interface GroundCount {
  readonly ground: DecisionGround;
  readonly rule: number | null;
  /** The rule's title, or the law as cited. */
  readonly title: string;
  readonly count: number;
}

/** Times in seconds; null when nothing was counted. The 95th percentile is the shortest time that 95 in 100 did not exceed. */
export interface Times {
  readonly count: number;
  readonly median: number | null;
  readonly p95: number | null;
}

export interface Notices {
  readonly total: number;
  /** Of illegal content, Article 16 of the Digital Services Act. */
  readonly illegalContent: number;
  readonly byVisitors: number;
  readonly byCategory: readonly Counted[];
}

export interface Decisions {
  /** Those in force at some time; proposals that nobody seconded are not among them. */
  readonly total: number;
  /** Everything but `KEEP`. */
  readonly restrictions: number;
  readonly byAction: readonly Counted<DecisionAction>[];
  readonly byGround: readonly GroundCount[];
  readonly byDecider: readonly Counted<Decider>[];
  readonly automatedDecisions: number;
  readonly automatedDetections: number;
}

export interface Appeals {
  readonly opened: number;
  readonly decided: number;
  readonly upheld: number;
  readonly reversed: number;
  readonly changed: number;
  readonly times: Times;
}

/** How reports that were judged in the period turned out. */
export interface Accuracy {
  readonly judged: number;
  readonly upheld: number;
  readonly unfounded: number;
  readonly abusive: number;
}

/** Of texts that moderators judged, how many were restricted, removed among them. */
export interface Treatment {
  readonly judged: number;
  readonly restricted: number;
  readonly removed: number;
}

/** What happened in a community's moderation in a period: its acts by when they happened, whenever what they were about began. */
export interface TransparencyReport extends Period {
  readonly communityId: string;
  readonly notices: Notices;
  readonly decisions: Decisions;
  /** From the opening of an item to the first decision by a person about it, of items first decided in the period. */
  readonly times: Times;
  readonly appeals: Appeals;
  readonly accuracy: Accuracy;
  /** Texts that criticise the brand, and all others, side by side. */
  readonly critical: Treatment;
  readonly other: Treatment;
  /** What waits at the end of the period, or now. */
  readonly waiting: number;
}

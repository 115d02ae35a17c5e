/** What a brand reads of its movement, in a stretch of time. Definitions: see `FACTS`, and the page's own words. */
export interface Numbers {
  readonly calls: readonly CallFunnel[];
  readonly missions: readonly { readonly state: string; readonly count: number }[];
  readonly entries: readonly { readonly state: string; readonly count: number }[];
  readonly disclosure: Disclosure;
  readonly entryAnswers: AnswerTimes;
  readonly applicationAnswers: AnswerTimes;
  readonly reach: readonly ChannelReach[];
  readonly reachDays: readonly ReachDay[];
  readonly costs: readonly MissionCost[];
  readonly amplification: Amplification;
  readonly credibility: Credibility;
  readonly appropriation: readonly Appropriation[];
}

/** Members, each where they came to. */
export interface CallFunnel {
  readonly callId: string;
  readonly title: string;
  readonly seen: number;
  readonly started: number;
  readonly submitted: number;
  readonly selected: number;
  readonly accepted: number;
}

/** Links of accepted work, by the last reading. */
export interface Disclosure {
  readonly found: number;
  readonly missing: number;
  readonly unreachable: number;
  readonly unread: number;
  /** found / (found + missing); null without either. */
  readonly rate: number | null;
}

/** From submitting to the first answer, for what was first answered in the time. In hours; null without any. */
export interface AnswerTimes {
  readonly count: number;
  readonly median: number | null;
  /** Nine of ten took no longer. */
  readonly ninetieth: number | null;
}

export interface ChannelReach {
  readonly channel: string;
  readonly links: number;
  readonly visitors: number;
  readonly robots: number;
}

/** What a mission's entries were paid, less what was taken back. */
export interface MissionCost {
  /** Null for entries that are erased. */
  readonly missionId: string | null;
  readonly title: string | null;
  readonly points: number;
  readonly perks: number;
  /** Entries accepted in the time. */
  readonly accepted: number;
}

export interface Amplification {
  readonly visitors: number;
  readonly works: number;
  /** visitors / works; null without works. */
  readonly value: number | null;
  /** The farthest first. */
  readonly missions: readonly MissionAmplification[];
}

export interface MissionAmplification {
  readonly missionId: string;
  readonly title: string;
  readonly visitors: number;
  readonly works: number;
  readonly value: number;
}

/** Days that brought anybody. */
export interface ReachDay {
  /** `2026-11-22`, in UTC. */
  readonly day: string;
  readonly visitors: number;
}

/** Visitors weighed by the reputation of the voice: each counts 1 + log2(1 + score). */
export interface Credibility {
  readonly weighed: number;
  /** Of voices that are VERIFIED, and unpaid or disclosed. */
  readonly credible: number;
  /** Of VERIFIED voices that get something, and whose pages do not say so. */
  readonly undisclosed: number;
  readonly unverified: number;
  readonly value: number | null;
}

export interface Appropriation {
  readonly kind: string;
  readonly started: number;
  /** By at least two others. */
  readonly takenUp: number;
}

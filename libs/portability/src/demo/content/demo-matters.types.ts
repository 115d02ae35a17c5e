/** What moderators of a demo community have on their desk and behind them. Every text is a comment under an open idea. */
export interface DemoMatter {
  /** Of an idea. */
  readonly idea: string;
  /** Handle. */
  readonly author: string;
  readonly body: string;
  readonly daysAgo: number;
  /** It answers the text of the matter before it. */
  readonly answersLast?: boolean;
  readonly reports: readonly DemoReport[];
  /** Of the moderators among themselves. */
  readonly note?: { readonly by: DemoModerator; readonly body: string };
  readonly decision?: DemoDecision;
}

/** Who can be played: `moderator@` and `moderator2@`. */
export type DemoModerator = 'FIRST' | 'SECOND';

export interface DemoReport {
  readonly by: string;
  readonly category: 'SPAM' | 'HARASSMENT' | 'PRIVATE_DATA' | 'OFF_TOPIC' | 'UNDISCLOSED_ADVERTISING';
  readonly explanation: string;
}

export interface DemoDecision {
  readonly by: DemoModerator;
  readonly action: 'KEEP' | 'ASK_CHANGE' | 'REMOVE' | 'LABEL';
  /** Number of a rule of the community; KEEP names none. */
  readonly rule?: number;
  readonly facts: string;
  /** Stands in the text, word for word. */
  readonly passage?: string;
  /** Beside it: a warning that its author has acknowledged, or a ban for good that waits for the other moderator. */
  readonly sanction?: 'WARN' | 'BAN';
  readonly appeal?: {
    /** Why its author thinks it is wrong. */
    readonly text: string;
    /** What moderators asked in its thread. */
    readonly question?: { readonly by: DemoModerator; readonly body: string };
    /** Why it fell; without, the appeal waits. */
    readonly reversed?: { readonly by: DemoModerator; readonly reasons: string };
  };
}

export interface DemoMatters {
  /** The community's own list of words: a text with one of them is held until somebody has read it. */
  readonly words: readonly string[];
  readonly matters: readonly DemoMatter[];
}

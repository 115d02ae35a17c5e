/** Days are counted back from the start of the demo; below zero they are ahead. People are named by handle, the rest by key. */
export interface DemoMovement {
  /** Versions of what ambassadors agree to, the first first, in the community's language. */
  readonly agreements: readonly { readonly daysAgo: number; readonly text: string }[];
  readonly calls: readonly DemoCall[];
  readonly budgets: readonly DemoBudget[];
  readonly perks: readonly DemoPerk[];
  readonly periods: readonly DemoPeriod[];
  /** By which words ambassadors of every mission disclose. */
  readonly disclosures: readonly { readonly channel: string; readonly language: 'en' | 'fr'; readonly words: readonly string[] }[];
  readonly missions: readonly DemoMission[];
  readonly entries: readonly DemoEntry[];
  readonly redemptions: readonly DemoRedemption[];
  readonly links: readonly DemoLink[];
  readonly feeds: readonly DemoFeed[];
}

export interface DemoCall {
  readonly key: string;
  readonly title: string;
  readonly story: string;
  readonly perks: string;
  readonly receives: string;
  readonly seats: number;
  readonly selection: 'PANEL' | 'HALF';
  readonly blind: boolean;
  readonly termMonths: number;
  readonly opensDaysAgo: number;
  readonly closesDaysAgo: number;
  readonly votingDaysAgo?: number;
  readonly leastLevel: 'NEWCOMER' | 'FAN';
  readonly leastIdentity: 'CONFIRMED' | 'LINKED';
  readonly leastAge: number;
  readonly regions: readonly string[];
  readonly questions: readonly DemoQuestion[];
  readonly criteria: readonly { readonly label: string; readonly weight: number }[];
  /** Who reads beside the brand. */
  readonly reviewers: readonly string[];
  readonly extended?: { readonly daysAgo: number; readonly notice: string };
  /** How many members looked at it. */
  readonly seen: number;
  readonly applications: readonly DemoApplication[];
  /** Others who applied and got a no, with the reasons they read, in turn; what they wrote is taken from `answers` in turn. */
  readonly declined?: { readonly count: number; readonly reasons: readonly string[]; readonly answers: readonly (readonly string[])[] };
}

export interface DemoQuestion {
  readonly kind: 'TEXT' | 'CHOICE' | 'LINK' | 'VIDEO';
  readonly text: string;
  readonly help?: string;
  readonly choices?: readonly string[];
  readonly required: boolean;
  readonly audience: 'PANEL' | 'COMMUNITY';
}

export interface DemoApplication {
  readonly member: string;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN' | 'SELECTED' | 'WAITING' | 'DECLINED';
  /** When it was sent, or begun where it was not. */
  readonly daysAgo: number;
  readonly country: string;
  /** In the order of the questions; '' for none. */
  readonly answers: readonly string[];
  readonly reach?: readonly { readonly channel: string; readonly url: string; readonly followers: number }[];
  /** Of a reviewer: a mark for each criterion. BRAND is the brand's own. */
  readonly marks?: Readonly<Record<string, readonly number[]>>;
  readonly conflict?: { readonly by: string; readonly reason: string };
  readonly votes?: number;
  readonly nominatedBy?: string;
  /** What the brand said, in order; by nobody where a seat went to the next in line. */
  readonly decisions?: readonly { readonly state: 'SELECTED' | 'WAITING' | 'DECLINED'; readonly daysAgo: number; readonly reason: string; readonly byNobody?: boolean }[];
  readonly waitingPlace?: number;
  readonly seatLeftDaysAgo?: number;
  readonly term?: DemoTerm;
}

export interface DemoTerm {
  readonly state: 'OFFERED' | 'ACTIVE' | 'ENDED' | 'RESIGNED' | 'REVOKED' | 'LAPSED';
  readonly offeredDaysAgo: number;
  readonly acceptedDaysAgo?: number;
  readonly endedDaysAgo?: number;
  /** Which version of the agreement; the first if not said. */
  readonly agreement?: number;
  /** Why the brand ended it, and what a moderator said who upheld that. */
  readonly revocation?: DemoRevocation;
}

export interface DemoRevocation {
  readonly clause: string;
  readonly facts: string;
  readonly passage: string;
  readonly appeal: { readonly daysAgo: number; readonly text: string; readonly upheld: { readonly daysAgo: number; readonly reasons: string } };
}

export interface DemoBudget {
  readonly key: string;
  readonly name: string;
  readonly funds: readonly { readonly points: number; readonly daysAgo: number; readonly reason: string }[];
}

export interface DemoPerk {
  readonly key: string;
  readonly budget: string;
  readonly title: string;
  readonly description: string;
  /** In points; null where only missions bring it. */
  readonly cost: number | null;
  readonly stock: number;
  readonly daysAgo: number;
}

export interface DemoPeriod {
  readonly key: string;
  readonly theme: string;
  readonly story: string;
  readonly startsDaysAgo: number;
  readonly endsDaysAgo: number;
}

export interface DemoMission {
  readonly key: string;
  readonly period: string;
  readonly kind: 'CREATE' | 'REVIEW' | 'HELP' | 'EVENT' | 'RALLY';
  readonly state: 'DRAFT' | 'PUBLISHED' | 'CLOSED';
  readonly title: string;
  readonly brief: string;
  readonly audience: string;
  readonly places?: number;
  readonly opensDaysAgo: number;
  readonly closesDaysAgo: number;
  /** The next of these days of the week (0: Sunday) that is not tomorrow, at a full hour (UTC), for one. */
  readonly rally?: { readonly weekday: number; readonly hour: number };
  readonly evidence: readonly ('LINK' | 'TEXT' | 'IMAGE')[];
  readonly tracked?: boolean;
  readonly rubric: readonly { readonly criterion: string; readonly points: number }[];
  readonly points: number;
  readonly perk?: string;
  readonly budget: string;
  /** Who takes part and has sent nothing yet. */
  readonly joined: readonly string[];
  readonly closed?: { readonly daysAgo: number; readonly notice: string };
}

export type DemoPiece =
  | { readonly kind: 'TEXT'; readonly text: string }
  /** Drawn by name and uploaded afterwards. */
  | { readonly kind: 'IMAGE'; readonly draw: string; readonly alt: string }
  | {
    readonly kind: 'LINK';
    readonly channel: string;
    readonly url: string;
    readonly title: string;
    /** What the page says, as the reading keeps it. */
    readonly says: string;
    readonly readings: readonly { readonly daysAgo: number; readonly verdict: 'FOUND' | 'MISSING' | 'UNREACHABLE' }[];
  };

export interface DemoEntry {
  readonly mission: string;
  readonly member: string;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'NEEDS_DISCLOSURE' | 'CHANGE_ASKED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';
  readonly daysAgo: number;
  /** For who reviews it. */
  readonly note?: string;
  readonly pieces: readonly DemoPiece[];
  readonly reviews?: readonly DemoReview[];
  /** A page no longer says it. */
  readonly lostDaysAgo?: number;
  /** Against the last of its reviews; overturned by a moderator, it is accepted. */
  readonly appeal?: { readonly daysAgo: number; readonly text: string; readonly overturned?: { readonly daysAgo: number; readonly reasons: string } };
  /** Where the perk of the mission is. */
  readonly delivery?: { readonly state: 'OWED' | 'SENT' | 'RECEIVED'; readonly note?: string; readonly daysAgo: number };
}

export interface DemoReview {
  readonly outcome: 'ACCEPT' | 'CHANGE' | 'REFUSE';
  readonly daysAgo: number;
  readonly reason: string;
  /** For each line of the rubric. */
  readonly scores: readonly number[];
  readonly sawDisclosure?: boolean;
}

export interface DemoRedemption {
  readonly member: string;
  readonly perk: string;
  readonly daysAgo: number;
  readonly state: 'OWED' | 'SENT' | 'RECEIVED' | 'RETURNED';
  readonly note?: string;
  readonly changedDaysAgo: number;
}

export interface DemoLink {
  readonly mission: string;
  readonly member: string;
  readonly channel: string;
  readonly daysAgo: number;
  /** Visitors of its best day; the others follow from it. */
  readonly best: number;
}

export interface DemoFeed {
  readonly member: string;
  readonly url: string;
  readonly title: string;
  readonly items: readonly { readonly title: string; readonly url: string; readonly daysAgo: number }[];
}

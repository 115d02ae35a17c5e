/**
 * The shape of a demo community's content. Plain data: ages are in whole or fractional days before the moment the
 * demo is loaded, people are named by handle, texts are Markdown unless said otherwise.
 */

/** One invented brand with its people and what they wrote. */
export interface DemoCommunity {
  slug: string;
  name: string;
  locale: 'en' | 'fr';
  /** The brand's promise, shown large on the hero. Plain text. */
  tagline: string;
  /** Meta description, one or two sentences of plain text. */
  description: string;
  guidelines: string;
  /** What decisions name, by number from 1. */
  rules: readonly { readonly title: string; readonly body: string }[];
  /** Accepted on joining; says who owns an idea. */
  terms: string;
  minAge: number;
  theme: DemoTheme;
  /** Offered in the composer of a new idea. */
  ideaTemplate: string;
  categories: DemoCategory[];
  /** Named members first, then the three staff. */
  members: DemoMember[];
  ideas: DemoIdea[];
}

/** The look of a community. Artwork paths are absolute under the web root. */
export interface DemoTheme {
  /** `#RRGGBB`, at least 4.5:1 against white. */
  accent: string;
  headingFace: 'playful' | 'sleek';
  corners: 'round' | 'sharp';
  hero: string;
  logo: string;
  favicon: string;
}

export interface DemoCategory {
  slug: string;
  name: string;
  description: string;
}

export type DemoRole = 'OWNER' | 'BRAND_MANAGER' | 'MODERATOR';

export interface DemoMember {
  handle: string;
  displayName: string;
  bio: string;
  joinedDaysAgo: number;
  identity: 'ANONYMOUS' | 'CONFIRMED';
  role?: DemoRole;
}

export type DemoStatus =
  | 'OPEN' | 'UNDER_REVIEW' | 'PLANNED' | 'IN_PROGRESS' | 'DELIVERED' | 'DECLINED' | 'EXPIRED';

export interface DemoInterest {
  kind: 'EMPLOYEE' | 'COMPETITOR' | 'PAID' | 'PROFESSIONAL';
  note: string;
}

export interface DemoIdea {
  /** Stable within its community. */
  key: string;
  title: string;
  body: string;
  /** Slug of a category of the same community. */
  category: string;
  /** Handle. */
  author: string;
  daysAgo: number;
  status: DemoStatus;
  /** Votes wanted in total, 0..420; the loader fills up with unnamed supporters. */
  votes: number;
  /** How recent the votes are. */
  heat: 'hot' | 'steady' | 'cold';
  interest?: DemoInterest;
  /** By staff; present for every status but OPEN and EXPIRED. */
  response?: DemoResponse;
  /** An earlier version: what stood there before the edit made `daysAgo`. */
  edited?: { daysAgo: number; title?: string; previousBody: string };
  comments: DemoComment[];
}

export interface DemoResponse {
  author: string;
  daysAgo: number;
  body: string;
}

export interface DemoComment {
  author: string;
  daysAgo: number;
  body: string;
  /** How many members marked it helpful. */
  helpful?: number;
  interest?: DemoInterest;
  /** One level. */
  replies?: DemoComment[];
}

import type { IdentityLevel, Level } from '@fanfare/kernel';

/** What is known of somebody who reports, in the community it happens in. */
export interface ReporterStanding {
  readonly level: Level;
  /** What the community's table of levels says a report of theirs weighs, from 1 to 10. */
  readonly levelWeight: number;
  readonly identity: IdentityLevel;
  /** How earlier reports of theirs were judged. */
  readonly upheld: number;
  readonly unfounded: number;
  readonly abusive: number;
  /** Whether they answer for the brand, which judges nobody. */
  readonly brand: boolean;
}

const OF_IDENTITY: Readonly<Record<IdentityLevel, number>> = { ANONYMOUS: 0, CONFIRMED: 0.7, LINKED: 0.9, VERIFIED: 1 };

/** From so many upheld reports on, more of them add nothing. */
const MOST_COUNTED = 15;
/** An abusive report costs as much trust as so many unfounded ones. */
const ABUSE = 3;

/** So much all those together weigh who are new and whose reports nobody has upheld yet: less than any threshold. */
export const STRANGERS_WEIGH_AT_MOST = 1;
/** What is held while nobody supports it, and how much more each supporter asks for. */
const THRESHOLD = 2;
/** One person holds nothing, and neither do two. */
export const LEAST_REPORTERS = 3;

/** How likely a report of theirs is right, as their record says: a half for who has none. */
export function accuracyOf({ upheld, unfounded, abusive }: ReporterStanding): number {
  return (upheld + 1) / (upheld + unfounded + ABUSE * abusive + 2);
}

/**
 * identity × min(1, 2 × accuracy) × (level / 4 + log2(1 + min(upheld, 15)) / 2 × accuracy), to hundredths; accuracy is
 * (upheld + 1) / (upheld + unfounded + 3 × abusive + 2).
 *
 * Identity is 0 for ANONYMOUS, .7 CONFIRMED, .9 LINKED, 1 VERIFIED; level is what the community's table says, 1 for NEWCOMER up to 5 for
 * CHAMPION unless its owners changed that. Whoever is more
 * often wrong than right loses weight whatever their level; whoever was right before gains some, up to 2. The brand's own weigh nothing.
 */
export function weightOf(reporter: ReporterStanding): number {
  if (reporter.brand) return 0;
  const accuracy = accuracyOf(reporter);
  const record = (Math.log2(1 + Math.min(reporter.upheld, MOST_COUNTED)) / 2) * accuracy;
  const weight = OF_IDENTITY[reporter.identity] * Math.min(1, 2 * accuracy) * (reporter.levelWeight / 4 + record);
  return Math.round(weight * 100) / 100;
}

/** Whether they are new here and no report of theirs was upheld: such accounts come by the dozen. */
export function isStranger({ level, upheld }: Pick<ReporterStanding, 'level' | 'upheld'>): boolean {
  return level === 'NEWCOMER' && upheld === 0;
}

/** One report among those about an item. */
export interface WeighedReport {
  readonly weight: number;
  /** Whether who filed it was no stranger. */
  readonly established: boolean;
}

/** What reports weigh together: however many strangers there are, they weigh one person's word. */
export function togetherOf(reports: readonly WeighedReport[]): number {
  const sum = (established: boolean) => reports.reduce((total, report) => total + (report.established === established ? report.weight : 0), 0);
  return sum(true) + Math.min(STRANGERS_WEIGH_AT_MOST, sum(false));
}

/**
 * What reports have to weigh together to hold something in front of the queue: (2 + √supporters) × 2 for each time that moderators
 * looked and let it stand.
 *
 * @param supporters verified and imported, of whatever is liked there
 */
export function holdThreshold(supporters: number, keptBefore: number): number {
  return (THRESHOLD + Math.sqrt(Math.max(0, supporters))) * 2 ** Math.min(keptBefore, 10);
}

/** Whether these reports hold something that so many support. */
export function holds(reports: readonly WeighedReport[], supporters: number, keptBefore = 0): boolean {
  const weighing = reports.filter(({ weight }) => weight > 0);
  return weighing.length >= LEAST_REPORTERS && togetherOf(weighing) >= holdThreshold(supporters, keptBefore);
}

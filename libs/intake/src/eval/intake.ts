/** What intake would have said of a whole consultation, text by text as it was written. */
import { copiesAmong, type PastText, REMEMBERED_MS } from '../copies.js';
import { judge } from '../phases/phases.js';
import { fingerprintOf } from '../text/fingerprint.js';
import type { IntakeContext, Outcome, Verdict } from '../verdict.js';
import type { WrittenRow } from './read-import.js';

const HOUR_MS = 3_600_000;

/** Under so many ideas the same text of one author is a campaign. */
const CAMPAIGN_PLACES = 3;

export interface IntakeResult {
  /** Of the texts that belong to no campaign. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /**
   * Comments of the campaigns that the repeat phase found as they came, and of those by staff. What it misses is judged with
   * the rest: a phase that finds less says less here.
   */
  readonly copyPaste: number;
  /** Campaigns that are in the data, by definition, and their comments: what there was to find. */
  readonly campaigns: number;
  readonly campaignComments: number;
  /** Of the copies by members, the first two of each campaign aside: how many there are, and how many were held as they came. */
  readonly copiesToHold: number;
  readonly copiesHeld: number;
  /** Campaigns of which the repeat phase held at least one; those of staff, who answer many with one text, are left alone. */
  readonly campaignsFound: number;
  readonly campaignsOfStaff: number;
  readonly n: number;
  /** What was said of the rest, by phase, reason and outcome. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly heldTexts: readonly { readonly reason: string; readonly text: string }[];
}

export interface Judged extends WrittenRow {
  readonly verdict: Verdict;
  readonly same: string | null;
}

export function evaluateIntake(texts: readonly WrittenRow[]): IntakeResult {
  return resultOf(inOrder(texts));
}

/** Judges each with what its author wrote before. Whoever is nudged posts the same again, as they did in truth; what is held stays in their past. */
export function inOrder(texts: readonly WrittenRow[], verdictOn: (text: WrittenRow, context: IntakeContext) => Verdict = judge): Judged[] {
  const pasts = new Map<string, (PastText & { readonly at: number; readonly hasTimeOfDay: boolean })[]>();
  return texts.map((text): Judged => {
    const past = text.author === null ? [] : (pasts.get(text.author) ?? []);
    const written = { ...fingerprintOf(text.body), placeId: text.place };
    const verdict = verdictOn(text, contextOf(text, written, past));
    past.push({ ...written, at: text.at, hasTimeOfDay: text.hasTimeOfDay });
    if (text.author !== null) pasts.set(text.author, past);
    return { ...text, verdict, same: written.same };
  });
}

function contextOf(text: WrittenRow, written: PastText, past: readonly (PastText & { at: number; hasTimeOfDay: boolean })[]): IntakeContext {
  const recent = past.filter(({ at }) => at > text.at - REMEMBERED_MS);
  const ofHour = text.hasTimeOfDay ? recent.filter(({ at, hasTimeOfDay }) => hasTimeOfDay && at > text.at - HOUR_MS).length : 0;
  return {
    level: 'FAN',
    identityLevel: 'CONFIRMED',
    byStaff: text.byStaff,
    isHeld: false,
    copies: copiesAmong(recent, written),
    textsOfHour: ofHour,
    ownSite: 'https://this.site.invalid',
    names: [],
    communityWords: [],
    holdAnonymous: false,
  };
}

function resultOf(judged: readonly Judged[]): IntakeResult {
  const campaigns = campaignsIn(judged);
  const [ofStaff, ofMembers] = [campaigns.filter(([first]) => first!.byStaff), campaigns.filter(([first]) => !first!.byStaff)];
  const found = ofMembers.filter((copies) => copies.some(isHeldAsCopy));
  const setApart = new Set([...found, ...ofStaff].flat());
  const rest = judged.filter((one) => !setApart.has(one));
  const outcomes = { PASS: 0, NUDGE: 0, HOLD: 0, REFUSE: 0 };
  const reasons: Record<string, number> = {};
  for (const { verdict } of rest) {
    outcomes[verdict.outcome] += 1;
    const name = `${verdict.phase} ${verdict.reason} ${verdict.outcome}`;
    if (verdict.phase) reasons[name] = (reasons[name] ?? 0) + 1;
  }
  return {
    outcomes,
    copyPaste: setApart.size,
    campaigns: campaigns.length,
    campaignComments: campaigns.flat().length,
    copiesToHold: ofMembers.flat().length - 2 * ofMembers.length,
    copiesHeld: ofMembers.flat().filter(isHeldAsCopy).length,
    campaignsFound: found.length,
    campaignsOfStaff: ofStaff.length,
    n: judged.length,
    reasons,
    heldTexts: rest.filter(isHeld).map(({ verdict, body }) => ({ reason: `${verdict.phase} ${verdict.reason}`, text: body })),
  };
}

const isHeld = ({ verdict }: Judged) => verdict.outcome === 'HOLD' || verdict.outcome === 'REFUSE';
const isHeldAsCopy = ({ verdict }: Judged) => verdict.outcome === 'HOLD' && verdict.phase === 'REPEAT';

/** Comments that are the same text of 40 characters or more, by one author, under three ideas or more. */
function campaignsIn(judged: readonly Judged[]): Judged[][] {
  const comments = judged.filter(({ kind, author, same }) => kind === 'COMMENT' && author !== null && same !== null);
  const copies = [...Map.groupBy(comments, ({ author, same }) => `${author} ${same}`).values()];
  return copies.filter((all) => new Set(all.map(({ place }) => place)).size >= CAMPAIGN_PLACES);
}

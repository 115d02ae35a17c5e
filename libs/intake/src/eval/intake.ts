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
  /** Comments that are copies in a campaign, and how many campaigns. */
  readonly copyPaste: number;
  readonly campaigns: number;
  /** Of the copies by members, the first two of each campaign aside: how many there are, and how many were held as they came. */
  readonly copiesToHold: number;
  readonly copiesHeld: number;
  /** Campaigns of which it held at least one; those of staff, who answer many with one text, are left alone. */
  readonly campaignsFound: number;
  readonly campaignsOfStaff: number;
  readonly n: number;
  /** What was said of the rest, by phase, reason and outcome. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly heldTexts: readonly { readonly reason: string; readonly text: string }[];
}

interface Judged extends WrittenRow {
  readonly verdict: Verdict;
  readonly same: string | null;
}

/** Whoever is nudged posts the same again, as they did in truth; what is held stays in their past. */
export function evaluateIntake(texts: readonly WrittenRow[]): IntakeResult {
  const pasts = new Map<string, (PastText & { readonly at: number; readonly hasTimeOfDay: boolean })[]>();
  const judged = texts.map((text): Judged => {
    const past = text.author === null ? [] : (pasts.get(text.author) ?? []);
    const written = { ...fingerprintOf(text.body), placeId: text.place };
    const verdict = judge(text, contextOf(text, written, past));
    past.push({ ...written, at: text.at, hasTimeOfDay: text.hasTimeOfDay });
    if (text.author !== null) pasts.set(text.author, past);
    return { ...text, verdict, same: written.same };
  });
  return resultOf(judged);
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
  const inCampaign = new Set(campaigns.flat());
  const ofMembers = campaigns.filter(([first]) => !first!.byStaff);
  const rest = judged.filter((one) => !inCampaign.has(one));
  const isHeld = ({ verdict }: Judged) => verdict.outcome === 'HOLD' || verdict.outcome === 'REFUSE';
  const outcomes = { PASS: 0, NUDGE: 0, HOLD: 0, REFUSE: 0 };
  const reasons: Record<string, number> = {};
  for (const { verdict } of rest) {
    outcomes[verdict.outcome] += 1;
    const name = `${verdict.phase} ${verdict.reason} ${verdict.outcome}`;
    if (verdict.phase) reasons[name] = (reasons[name] ?? 0) + 1;
  }
  return {
    outcomes,
    copyPaste: inCampaign.size,
    campaigns: campaigns.length,
    copiesToHold: ofMembers.flat().length - 2 * ofMembers.length,
    copiesHeld: [...inCampaign].filter(isHeld).length,
    campaignsFound: campaigns.filter((copies) => copies.some(isHeld)).length,
    campaignsOfStaff: campaigns.filter(([first]) => first!.byStaff).length,
    n: judged.length,
    reasons,
    heldTexts: rest.filter(isHeld).map(({ verdict, body }) => ({ reason: `${verdict.phase} ${verdict.reason}`, text: body })),
  };
}

/** Comments that are the same text of 40 characters or more, by one author, under three ideas or more. */
function campaignsIn(judged: readonly Judged[]): Judged[][] {
  const comments = judged.filter(({ kind, author, same }) => kind === 'COMMENT' && author !== null && same !== null);
  const copies = [...Map.groupBy(comments, ({ author, same }) => `${author} ${same}`).values()];
  return copies.filter((all) => new Set(all.map(({ place }) => place)).size >= CAMPAIGN_PLACES);
}

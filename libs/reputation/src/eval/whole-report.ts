/** docs/EVALUATION.md */
import { GENUINENESS_VERSION } from '../genuineness/genuineness.js';
import type { Million } from './million.js';
import { conversationsReport, figure, interval, millionReport, ringsReport, table, trustReport, votesReport } from './report.js';
import type { RingResult } from './rings.js';
import type { TrustResult } from './trust.js';
import { type MeanEffect, type VotesMeasured, type VotesResult, meansOf } from './votes.js';
import { HELD_OUT_WORDS, MILLION_WORDS, RING_WORDS, TRUST_WORDS, VOTES_WORDS } from './words.js';

export interface Whole {
  readonly trust: TrustResult;
  readonly rings: { readonly 'bitcoin-otc, positive ratings': RingResult; readonly 'wiki-vote': RingResult };
  readonly votes: VotesMeasured;
  readonly million?: Million;
}

export function wholeReport(whole: Whole): string {
  const votes = meansOf(whole.votes);
  return `${[
    '# Evaluation of genuineness',
    `Made by \`FANFARE_DATA=… npm run eval\` with version ${GENUINENESS_VERSION} of the estimate; the same seeds, so the same figures every time, but for seconds and megabytes. Do not edit by hand.`,
    '## What was asked, and what is reached',
    askedReport(whole, votes),
    '## Honest and fraudulent users of Bitcoin OTC',
    TRUST_WORDS,
    trustReport(whole.trust),
    '## Rings injected into honest networks',
    RING_WORDS,
    ...Object.entries(whole.rings).flatMap(([name, result]) => [`### ${name}`, ringsReport(result)]),
    '## Rings of votes',
    VOTES_WORDS,
    votesReport(votes),
    '### A ring of twenty, conversation by conversation',
    'Climb of raw climb; tau; honest below half. Means of three rings.',
    conversationsReport(whole.votes),
    '### Chosen on some conversations, measured on others',
    HELD_OUT_WORDS,
    heldOutReport(whole.votes),
    ...(whole.million ? ['## A million members and ten million votes', MILLION_WORDS, millionReport(whole.million)] : []),
  ].join('\n\n')}\n`;
}

type Asked = readonly [what: string, asked: string, reached: string, isReached: boolean];

function askedReport({ trust, rings }: Whole, votes: VotesResult): string {
  const rows = [...askedOfTrust(trust), ...askedOfRings(rings), ...askedOfVotes(votes)];
  return table(['', 'asked', 'reached', ''], rows.map(([what, asked, reached, isReached]) => [what, asked, reached, isReached ? 'yes' : '**no**']));
}

function askedOfTrust({ out, supervised, deleak2 }: TrustResult): Asked[] {
  const row = (what: string, bar: number, { auc, interval: between }: TrustResult['out']): Asked => [what, `> ${figure(bar)}`, `${figure(auc)} (${interval(between)})`, auc > bar];
  return [row('OUT, AUC', 0.915, out), row('OUT, supervised, AUC', 0.944, supervised), row('DELEAK2, AUC', 0.9, deleak2)];
}

/** By ring and attack edges; at 1.000 there is nothing to beat but to keep. */
const PUBLISHED: Record<keyof Whole['rings'], Record<keyof RingResult, Record<string, number>>> = {
  'bitcoin-otc, positive ratings': { dense: { 50: 0.998, 500: 0.977, 2000: 0.919 }, copied: { 50: 0.997, 500: 0.975, 2000: 0.902 } },
  'wiki-vote': { dense: { 500: 1, 2000: 0.997 }, copied: { 500: 1, 2000: 0.995 } },
};

function askedOfRings(rings: Whole['rings']): Asked[] {
  return Object.entries(PUBLISHED).flatMap(([network, byRing]) =>
    Object.entries(byRing).flatMap(([ring, bars]) =>
      Object.entries(bars).map(([attack, bar]): Asked => {
        const { auc, interval: between } = rings[network as keyof Whole['rings']][ring as keyof RingResult][attack]!;
        return [`${network.split(',')[0]}, ${ring} ring, ${attack} edges, AUC`, bar === 1 ? '1.000' : `> ${figure(bar)}`, `${figure(auc)} (${interval(between)})`, bar === 1 ? auc >= 0.9995 : auc > bar];
      }),
    ),
  );
}

function askedOfVotes({ lazy, camouflaged, lazyRealTiming, camouflagedRealTiming }: VotesResult): Asked[] {
  const of = (name: string, one: MeanEffect | undefined, climbAsked: (one: MeanEffect) => number): Asked[] =>
    one === undefined
      ? []
      : [
          [`${name}, m = 20, climb`, `≤ ${figure(climbAsked(one))}`, `${figure(one.climb)} (${interval(one.interval.climb)})`, one.climb <= climbAsked(one)],
          [`${name}, m = 20, tau`, '≥ .950', `${figure(one.tau)} (${interval(one.interval.tau)})`, one.tau >= 0.95],
          [`${name}, m = 20, honest below half`, '< .100', `${figure(one.honestBelowHalf)} (${interval(one.interval.honestBelowHalf)})`, one.honestBelowHalf < 0.1],
        ];
  const [absolute, relative] = [() => 0.05, (one: MeanEffect) => one.rawClimb / 2];
  return [
    ...of('lazy ring', lazy['20'], absolute),
    ...of('camouflaged ring', camouflaged['20'], relative),
    ...of('lazy ring, slow', lazyRealTiming['20'], absolute),
    ...of('camouflaged ring, slow', camouflagedRealTiming['20'], relative),
  ];
}

/** Conversations at even places, by name, were looked at while numbers were chosen; those at odd places were not. */
function heldOutReport(measured: VotesMeasured): string {
  const rows = [0, 1].flatMap((rest) => {
    const means = meansOf(measured, (conversation) => conversation % 2 === rest);
    return (['lazy', 'camouflaged', 'lazyRealTiming', 'camouflagedRealTiming'] as const).flatMap((part) => {
      const one = means[part]['20'];
      if (!one) return [];
      const name = { lazy: 'lazy', camouflaged: 'camouflaged', lazyRealTiming: 'lazy, slow', camouflagedRealTiming: 'camouflaged, slow' }[part];
      return [[rest === 0 ? 'chosen on' : 'others', name, `${figure(one.climb)} of ${figure(one.rawClimb)}`, figure(one.tau), `${figure(one.honestBelowHalf)} (${interval(one.interval.honestBelowHalf)})`, figure(one.newcomerFalsePositive)]];
    });
  });
  return table(['conversations', 'ring of twenty', 'climb', 'tau', 'honest below half (95 %)', 'first-timers wrongly held'], rows);
}

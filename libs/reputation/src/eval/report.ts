/** The results as Markdown. */
import type { Quality } from './measures.js';
import { ATTACKS, RINGS, type RingResult } from './rings.js';
import type { TrustResult } from './trust.js';
import type { VotesResult } from './votes.js';

const figure = (value: number) => value.toFixed(3).replace(/^-0\.000$/, '0.000').replace(/^(-?)0\./, '$1.');
const interval = ([low, high]: readonly [number, number]) => `${figure(low)}–${figure(high)}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function qualityRow(name: string, quality: Quality, bar = ''): string[] {
  return [name, figure(quality.auc), interval(quality.interval), figure(quality.ap), String(quality.n), bar];
}

export function trustReport({ out, deleak2, supervised, transfer, compared }: TrustResult): string {
  return table(['', 'AUC', '95 %', 'AP of the fraudulent', 'n', 'to beat'], [
    qualityRow('`out`: agreement given, constancy; nothing fitted', out, '.915'),
    qualityRow('FraudEagle in the same regime', compared.outFraudEagle),
    qualityRow('`supervised`: four features, ten folds', supervised, '.944'),
    qualityRow('`transfer`: the same, fitted on bitcoin-otc', transfer),
    qualityRow('`deleak2`: agreement given and received, trust; nothing fitted', deleak2, '.900'),
    qualityRow('EigenTrust in the same regime', compared.deleak2EigenTrust),
    qualityRow('FraudEagle in the same regime', compared.deleak2FraudEagle),
    qualityRow('`out` with no rating of any labelled account at all', compared.outStrict),
    qualityRow('FraudEagle with no rating of any labelled account at all', compared.outStrictFraudEagle),
  ]);
}

export function ringsReport(result: RingResult): string {
  const rows = RINGS.flatMap((ring) =>
    ATTACKS.map((attack) => {
      const { auc, interval: between, sybilRank, unweighed } = result[ring][String(attack)]!;
      return [ring, String(attack), figure(auc), interval(between), figure(unweighed), figure(sybilRank)];
    }),
  );
  return table(['ring', 'attack edges', 'AUC', '95 %', 'ties not weighed', 'SybilRank, same draws'], rows);
}

export function votesReport(result: VotesResult): string {
  const rows = Object.entries(result).flatMap(([kind, sizes]) =>
    Object.keys(sizes).sort((a, b) => Number(a) - Number(b)).map((size) => {
      const one = sizes[size]!;
      const among = Number(size) < 1 ? `20, ${Number(size) * 100} % identified` : size;
      return [kind, among, ...[one.climb, one.rawClimb, one.tau, one.rawTau, one.honestBelowHalf, one.newcomerFalsePositive].map(figure)];
    }),
  );
  return table(['ring', 'm', 'climb', 'raw climb', 'tau', 'tau, nothing held', 'honest below half', 'first-timers wrongly held'], rows);
}

export interface Whole {
  readonly trust: TrustResult;
  readonly rings: Readonly<Record<string, RingResult>>;
  readonly votes: VotesResult;
}

/** docs/EVALUATION.md */
export function wholeReport({ trust, rings, votes }: Whole): string {
  return `${[
    '# Evaluation of genuineness',
    'Made by `FANFARE_DATA=… npm run eval`; the same seeds, so the same figures every time. Do not edit by hand.',
    '## Honest and fraudulent users of Bitcoin OTC',
    TRUST_WORDS,
    trustReport(trust),
    '## Rings injected into honest networks',
    RING_WORDS,
    ...Object.entries(rings).flatMap(([name, result]) => [`### ${name}`, ringsReport(result)]),
    '## Rings of votes',
    VOTES_WORDS,
    votesReport(votes),
  ].join('\n\n')}\n`;
}

const TRUST_WORDS = `\`out\` judges an account by the ratings it gave: the labelled are dealt into ten folds, and while a fold is judged no rating
that an account in it received exists. \`deleak2\` has no edge from a labelled to a labelled account and none from or to an
account from its first such negative edge on; how long an account lasted is no evidence there, for the regime itself cuts the
fraudulent short (counting it would add about .02). \`supervised\` never sees the label of who is judged; \`transfer\` on
bitcoin-otc itself is of course fitted on the judged. Intervals are of 1,000 bootstrap samples; with a few hundred labels they
are wide, and differences of .01 prove nothing.`;

const RING_WORDS = `500 sybils, 20 random honest seeds, random attack edges, ten draws a row; intervals are of the mean over draws. A dense ring
has 20 random ties a sybil, a copied one has the ties 500 real neighbours have among each other. Beside our figure: the same
without weighing ties by common neighbours, and SybilRank as published on the very same draws, whose means are low where a
seed of one tie happened to be attacked. Trusting seeds by degree, letting trust flow from each seed by itself and taking the
median is what mends that. To beat: .998, .977, .919 (dense) and .997, .975, .902 (copied) on bitcoin-otc; 1.000, .997 and 1.000, .995
at 500 and 2,000 edges on wiki-vote.
A ring that wins ties from people who know each other would gain from the weights; nothing here measures that.`;

const VOTES_WORDS = `The agreements of the eleven polis conversations as support; three rings a conversation and size, means over all. The
simulation judges and counts exactly as the product does: \`test/prove/genuineness.prove.ts\` casts the same votes through the
votes service, lets the worker judge, and reads TOP. The ring comes within an hour. "RealTiming" spaces its arrivals like the
events of real campaigns of bought stars, most of which take weeks. "Identified" is a ring of 20 where that share of the honest is
LINKED or VERIFIED. "First-timers wrongly held" is the rate among honest voters who gave one vote.

Asked at m = 20: climb at most .05 lazy and at most half the raw climb camouflaged, tau at least .95, fewer than .10 of the honest with
more than half of their votes held. A ring that takes its time is not caught: accounts that come one at a time over weeks and
each vote like people are, to whoever sees votes only, people. What stands against them is the price of an identity.`;

/** The results of each part as Markdown. */
import type { Quality } from './measures.js';
import type { Million, Timing } from './million.js';
import { ATTACKS, RINGS, type RingResult } from './rings.js';
import type { TrustResult } from './trust.js';
import { PARTS, type VotesMeasured, type VotesResult, meansOf } from './votes.js';

export const figure = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^-0\.000$/, '0.000').replace(/^(-?)0\./, '$1.'));
export const interval = ([low, high]: readonly [number, number]) => (low === undefined ? '–' : `${figure(low)} to ${figure(high)}`);
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
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
      const { auc, interval: between, sybilRank, unweighed, draws } = result[ring][String(attack)]!;
      return [ring, String(attack), figure(auc), interval(between), figure(unweighed), figure(sybilRank), String(draws)];
    }),
  );
  return table(['ring', 'attack edges', 'AUC', '95 %', 'ties not weighed', 'SybilRank, same draws', 'draws'], rows);
}

const WORDS: Record<(typeof PARTS)[number], string> = {
  lazy: 'lazy',
  camouflaged: 'camouflaged',
  lazyRealTiming: 'lazy, slow',
  camouflagedRealTiming: 'camouflaged, slow',
  lazyIdentified: 'lazy',
  camouflagedIdentified: 'camouflaged',
};

export function votesReport(result: VotesResult): string {
  const rows = PARTS.flatMap((part) =>
    Object.entries(result[part]).sort(([a], [b]) => Number(a) - Number(b)).map(([size, one]) => {
      const among = Number(size) < 1 ? `20, ${Number(size) * 100} % identified` : size;
      const climb = `${figure(one.climb)} (${interval(one.interval.climb)})`;
      const tau = `${figure(one.tau)} (${interval(one.interval.tau)})`;
      return [WORDS[part], among, climb, figure(one.rawClimb), tau, figure(one.rawTau), figure(one.honestBelowHalf), figure(one.newcomerFalsePositive)];
    }),
  );
  return table(['ring', 'm', 'climb (95 %)', 'raw climb', 'tau (95 %)', 'tau, nothing held', 'honest below half', 'first-timers wrongly held'], rows);
}

const OF_TWENTY = ['lazy', 'camouflaged', 'lazyRealTiming', 'camouflagedRealTiming'] as const;

/** A ring of twenty in each conversation by itself. */
export function conversationsReport(measured: VotesMeasured): string {
  const rows = measured.conversations.map(({ name, voters, items }, i) => {
    const means = meansOf(measured, (one) => one === i);
    const effects = OF_TWENTY.map((part) => means[part]['20']).filter((one) => one !== undefined);
    return [name, `${voters} × ${items}`, ...effects.map((one) => `${figure(one.climb)} of ${figure(one.rawClimb)}; ${figure(one.tau)}; ${figure(one.honestBelowHalf)}`)];
  });
  return table(['conversation', 'voters × items', ...OF_TWENTY.map((part) => WORDS[part])], rows);
}

export function millionReport({ soon, night }: Million): string {
  const row = (name: string, one: Timing) => [
    name, one.votes.toLocaleString('en'), one.members.toLocaleString('en'), `${one.reading} s`, `${one.judging} s`, `${one.processor} s`,
    `${one.longestPause} ms`, `${one.peak} MB`, String(one.runs), one.held.toLocaleString('en'),
  ];
  const head = ['', 'votes', 'their members', 'reading pages', 'judging', 'processor', 'longest pause', 'peak memory', 'runs', 'votes held'];
  const caught = `Of the accounts in rings ${(night.caught * 100).toFixed(1)} % are in a run, of the others ${(night.wronglyHeld * 100).toFixed(3)} %.`;
  return `${table(head, [row('soon after a vote', soon), row('at night', night)])}\n\n${caught}`;
}

/**
 * `npm run eval -- trust NETWORK.csv LABELS.csv`, `rings NETWORK`, `votes POLIS_DIR`, `fit NETWORK.csv LABELS.csv`, `million`; with
 * `--json` one JSON object on the last line. Without arguments all of it on the folder FANFARE_DATA names, into
 * docs/EVALUATION.md.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quality } from './measures.js';
import { ringsReport, trustReport, votesReport, wholeReport } from './report.js';
import { evaluateMillion } from './million.js';
import { type Network, readLabels, readNetwork } from './read.js';
import { evaluateRings } from './rings.js';
import { type TrustResult, evaluateTrust, fitRaterModel } from './trust.js';
import { evaluateVotes } from './votes.js';

const USAGE = `npm run eval -- trust NETWORK.csv LABELS.csv [--json]
npm run eval -- rings NETWORK [--json]
npm run eval -- votes POLIS_DIR [--json]
npm run eval -- million [ACCOUNTS VOTES]   how long a night takes
npm run eval                 everything in FANFARE_DATA, into docs/EVALUATION.md`;

const json = process.argv.includes('--json');
const [command, ...paths] = process.argv.slice(2).filter((argument) => argument !== '--json');

try {
  run();
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  console.error(`Nothing to read: ${error.message}`);
  process.exitCode = 1;
}

function run(): void {
  const [network, labels] = paths;
  if (command === 'trust' && network && labels) answer(trustOf(network, labels), trustReport, trustFigures);
  else if (command === 'rings' && network) answer(evaluateRings(read(network)), ringsReport, (result) => result);
  else if (command === 'votes' && network) answer(evaluateVotes(network, starEvents()), votesReport, (result) => result);
  else if (command === 'million') console.log(JSON.stringify(evaluateMillion(Number(network ?? 1_000_000), Number(labels ?? 10_000_000))));
  else if (command === 'fit' && network && labels) fit(network, labels);
  else if (command === undefined && process.env.FANFARE_DATA) everything(process.env.FANFARE_DATA);
  else usage();
}

function answer<Result>(result: Result, report: (result: Result) => string, figures: (result: Result) => unknown): void {
  console.log(json ? JSON.stringify(figures(result)) : report(result));
}

/** The four that were asked for; what we compare with is in the report. */
function trustFigures(result: TrustResult) {
  const figures = ({ auc, ap, n, interval }: Quality) => ({ auc, ap, n, interval });
  return { out: figures(result.out), deleak2: figures(result.deleak2), supervised: figures(result.supervised), transfer: figures(result.transfer) };
}

/** Where the real timing of campaigns is found, if it is. */
function starEvents(): string | undefined {
  const path = join(process.env.FANFARE_DATA ?? '', 'starscout/suspected_fake_star_events.csv');
  return existsSync(path) ? path : undefined;
}

function read(path: string): Network {
  const network = readNetwork(path);
  console.error(`${path}: ${network.from.length} ratings between ${network.accounts} accounts, ${network.refused} lines refused`);
  return network;
}

function trustOf(network: string, labels: string) {
  const ratings = read(network);
  return evaluateTrust(ratings, readLabels(labels, ratings.numbers));
}

function fit(network: string, labels: string): void {
  const ratings = read(network);
  console.log(JSON.stringify(fitRaterModel(ratings, readLabels(labels, ratings.numbers))));
}

function everything(data: string): void {
  const otc = join(data, 'bitcoin-otc/otc_network.csv');
  const text = wholeReport({
    trust: trustOf(otc, join(data, 'bitcoin-otc/otc_gt.csv')),
    rings: { 'bitcoin-otc, positive ratings': evaluateRings(read(otc)), 'wiki-vote': evaluateRings(read(join(data, 'wiki-vote/wiki-Vote.txt'))) },
    votes: evaluateVotes(join(data, 'polis'), starEvents()),
  });
  writeFileSync(new URL('../../../../docs/EVALUATION.md', import.meta.url), text);
  console.log(text);
}

function usage(): void {
  console.error(USAGE);
  process.exitCode = 2;
}

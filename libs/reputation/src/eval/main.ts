/**
 * `npm run eval -- trust NETWORK.csv LABELS.csv`, `rings NETWORK`, `votes POLIS_DIR`, `fit NETWORK.csv LABELS.csv`, `million`; with
 * `--json` one JSON object on the last line. Without arguments all of it on the folder FANFARE_DATA names, into
 * docs/EVALUATION.md.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateMillion } from './million.js';
import { type Network, Unreadable, readLabels, readNetwork } from './read.js';
import { type Conversation, readConversations } from './read-votes.js';
import { millionReport, ringsReport, trustReport, votesReport } from './report.js';
import { evaluateRings } from './rings.js';
import { type TrustResult, evaluateTrust, fitRaterModel } from './trust.js';
import { measureVotes, meansOf, PARTS, type VotesResult } from './votes.js';
import { type Whole, wholeReport } from './whole-report.js';

const USAGE = `npm run eval -- trust NETWORK.csv LABELS.csv [--json]   ratings (who, whom, how much, when), and who is honest (1) and not (-1)
npm run eval -- rings NETWORK [--json]                  ties (who, whom[, how much]); rings are injected
npm run eval -- votes POLIS_DIR [--json]                a folder with votes.csv (user_id,item_id,value,ts), or a folder of such
npm run eval -- million [ACCOUNTS VOTES] [--json]       how long a large community takes
npm run eval                                            everything in FANFARE_DATA, into docs/EVALUATION.md`;

const say = (text: string) => console.error(text);

try {
  await run();
} catch (error) {
  const told = error instanceof Unreadable || (error instanceof Error && 'code' in error && /^(ENOENT|ENOTDIR|EISDIR|EACCES|Z_)/.test(String(error.code)));
  if (!told) throw error;
  say(`Nothing to measure: ${error.message}`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true, strict: false });
  const [command, first, second] = positionals;
  const answer = (figures: unknown, report: string) => console.log(values.json ? JSON.stringify(figures) : report);
  if (command === 'trust' && first && second) {
    const result = trustOf(first, second);
    answer(trustFigures(result), trustReport(result));
  } else if (command === 'rings' && first) {
    const result = evaluateRings(read(first));
    answer(result, ringsReport(result));
  } else if (command === 'votes' && first) {
    const measured = meansOf(measureVotes(conversationsIn(first), starEvents(), values.json ? ['lazy', 'camouflaged'] : PARTS));
    answer(votesFigures(measured), votesReport(measured));
  } else if (command === 'million') {
    const result = await evaluateMillion(Number(first ?? 1_000_000), Number(second ?? 10_000_000));
    answer(result, millionReport(result));
  } else if (command === 'fit' && first && second) fit(first, second);
  else if (command === undefined && process.env.FANFARE_DATA) await everything(process.env.FANFARE_DATA);
  else {
    say(USAGE);
    process.exitCode = 2;
  }
}

/** What was asked for, and no more: intervals and what we compare with are in the report. */
function trustFigures(result: TrustResult) {
  const of = (part: 'out' | 'deleak2' | 'supervised' | 'transfer') => [part, { auc: result[part].auc, ap: result[part].ap, n: result[part].n }];
  return Object.fromEntries([of('out'), of('deleak2'), of('supervised'), of('transfer')]) as unknown;
}

function votesFigures(result: VotesResult) {
  const bySize = (part: 'lazy' | 'camouflaged') =>
    Object.fromEntries(
      Object.entries(result[part]).map(([m, { climb, rawClimb, tau, honestBelowHalf, newcomerFalsePositive }]) => [
        m,
        { climb, rawClimb, tau, honestBelowHalf, newcomerFalsePositive },
      ]),
    );
  return { lazy: bySize('lazy'), camouflaged: bySize('camouflaged') };
}

/** Where the real timing of campaigns is found, if it is. */
function starEvents(): string | undefined {
  const path = join(process.env.FANFARE_DATA ?? '', 'starscout/suspected_fake_star_events.csv');
  return existsSync(path) ? path : undefined;
}

function read(path: string): Network {
  const network = readNetwork(path);
  say(`${path}: ${network.from.length} ratings between ${network.accounts} accounts, ${network.refused} lines refused`);
  return network;
}

function conversationsIn(folder: string): Conversation[] {
  const all = readConversations(folder);
  for (const { name, stances, voters, items, refused } of all) say(`${name}: ${stances.length} stances of ${voters} on ${items} items, ${refused} lines refused`);
  return all;
}

/** @throws Unreadable of ratings without times: what came before somebody was caught cannot be told from what came after */
function labelled(network: string, labels: string) {
  const ratings = read(network);
  if (!ratings.timed) throw new Unreadable(`${network}: its ratings have no times (a fourth column), which DELEAK2 and constancy need`);
  const known = readLabels(labels, ratings.numbers);
  const honest = [...known.values()].filter(Boolean).length;
  say(`${labels}: ${honest} honest and ${known.size - honest} fraudulent accounts of the network`);
  return { ratings, labels: known };
}

function trustOf(network: string, path: string): TrustResult {
  const { ratings, labels } = labelled(network, path);
  return evaluateTrust(ratings, labels);
}

function fit(network: string, path: string): void {
  const { ratings, labels } = labelled(network, path);
  console.log(JSON.stringify(fitRaterModel(ratings, labels)));
}

async function everything(data: string): Promise<void> {
  const begin = performance.now();
  const otc = join(data, 'bitcoin-otc/otc_network.csv');
  const parts: Whole = {
    trust: timed('trust', () => trustOf(otc, join(data, 'bitcoin-otc/otc_gt.csv'))),
    rings: {
      'bitcoin-otc, positive ratings': timed('rings in bitcoin-otc', () => evaluateRings(read(otc))),
      'wiki-vote': timed('rings in wiki-vote', () => evaluateRings(read(join(data, 'wiki-vote/wiki-Vote.txt')))),
    },
    votes: timed('votes', () => measureVotes(conversationsIn(join(data, 'polis')), starEvents())),
  };
  write(parts); // what is known so far, should the machine be too small for the rest
  write({ ...parts, million: await evaluateMillion(1_000_000, 10_000_000) });
  say(`All of it took ${Math.round((performance.now() - begin) / 1000)} s, ${Math.round(process.cpuUsage().user / 1e6)} s of a processor.`);
}

function write(parts: Whole): void {
  const text = wholeReport(parts);
  writeFileSync(new URL('../../../../docs/EVALUATION.md', import.meta.url), text);
  if (parts.million) console.log(text);
}

function timed<Result>(name: string, work: () => Result): Result {
  const begin = performance.now();
  const result = work();
  say(`${name}: ${Math.round((performance.now() - begin) / 1000)} s`);
  return result;
}

import { Injectable } from '@nestjs/common';
import { Database, Transactor } from '@fanfare/database';
import { Clock, MINUTE } from '@fanfare/kernel';
import { StandingsService } from '@fanfare/votes';
import { type EvidenceKind, GENUINENESS_VERSION } from '../genuineness/genuineness.js';
import { inTurn } from '../genuineness/sliced.js';
import { type Judgement, judged, suspectedByIdea } from './judgement.js';
import { type NewSuspicion, SuspicionsStore } from './suspicions.store.js';
import { type ReadCommunity, VotesReader } from './votes.reader.js';

/** Between nights only the latest votes are looked at; most communities have no more. */
export const LATEST = 200_000;
const SCORES_AT_ONCE = 2_000;
const JUDGED = 'UPDATE genuineness_communities SET judged_at = $2, model = $3 WHERE community_id = $1';
const AGAIN = 'UPDATE genuineness_communities SET changed_at = coalesce(changed_at, $2) WHERE community_id = $1';

/**
 * Keeps estimates and what they hold current. Reads outside any transaction, works in slices, then writes an idea's votes at
 * a time: a run that is cut short is done again and comes to the same.
 */
@Injectable()
export class GenuinenessService {
  constructor(
    private readonly reader: VotesReader,
    private readonly store: SuspicionsStore,
    private readonly standings: StandingsService,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges a community's latest votes, or all of them when `full`. Votes are released, and estimates of everybody written, only
   * by whoever saw everything.
   */
  async judge(communityId: string, full: boolean): Promise<void> {
    const community = await this.reader.read(communityId, full ? Infinity : LATEST, this.clock.now());
    if (community.account.length > 0) {
      const judgement = await inTurn(judged(community));
      await this.move(communityId, community, judgement);
      await this.keepScores(community, judgement);
    } else await this.move(communityId, community, null);
    await this.database.query(JUDGED, [communityId, this.clock.now(), GENUINENESS_VERSION]);
  }

  private async move(communityId: string, community: ReadCommunity, judgement: Judgement | null): Promise<void> {
    const wanted = judgement ? wantedOf(community, judgement) : new Map<string, Map<string, NewSuspicion>>();
    const held = Map.groupBy(await this.store.held(communityId), (vote) => vote.ideaId);
    const ideaIds = [...new Set([...wanted.keys(), ...held.keys()])].sort();
    const resting = await this.store.movedSince(ideaIds, new Date(this.clock.now().getTime() - MINUTE));
    let waits = false;
    for (const ideaId of ideaIds) {
      const want = wanted.get(ideaId) ?? new Map<string, NewSuspicion>();
      const has = new Set(held.get(ideaId)?.map((vote) => vote.memberId));
      const add = [...want.values()].filter(({ memberId }) => !has.has(memberId));
      const drop = community.whole ? [...has].filter((memberId) => !want.has(memberId)) : [];
      if (add.length + drop.length === 0) continue;
      if (resting.has(ideaId)) waits = true;
      else await this.moveIdea(ideaId, add, drop);
    }
    if (waits) await this.database.query(AGAIN, [communityId, this.clock.now()]);
  }

  /** Quarantines first, and releases in a transaction of its own: standings are moved once in each. */
  private async moveIdea(ideaId: string, add: readonly NewSuspicion[], drop: readonly string[]): Promise<void> {
    if (add.length > 0) await this.transactor.run((tx) => this.quarantine(tx, ideaId, add));
    if (drop.length === 0) return;
    await this.transactor.run(async (tx) => {
      await this.standings.release(tx, ideaId, drop);
      await this.store.clear(tx, ideaId, drop, this.clock.now());
    });
  }

  /** Whoever withdrew meanwhile is left alone. */
  private async quarantine(tx: Parameters<StandingsService['quarantine']>[0], ideaId: string, add: readonly NewSuspicion[]): Promise<void> {
    const still = new Set(await this.store.supporters(tx, ideaId, add.map((one) => one.memberId)));
    const suspicions = add.filter(({ memberId }) => still.has(memberId));
    if (suspicions.length === 0) return;
    await this.standings.quarantine(tx, ideaId, suspicions.map((one) => one.memberId));
    await this.store.suspect(tx, ideaId, suspicions, GENUINENESS_VERSION, this.clock.now());
  }

  private async keepScores(community: ReadCommunity, judgement: Judgement): Promise<void> {
    const accounts = [...community.memberIds.keys()].filter((account) => community.whole || judgement.suspected[account] === 1);
    for (let at = 0; at < accounts.length; at += SCORES_AT_ONCE) {
      const rows = accounts.slice(at, at + SCORES_AT_ONCE).map((account) => scoreRow(community, judgement, account));
      await this.transactor.run((tx) => this.store.keepScores(tx, rows, GENUINENESS_VERSION, this.clock.now()));
    }
  }
}

function wantedOf(community: ReadCommunity, judgement: Judgement): Map<string, Map<string, NewSuspicion>> {
  const wanted = new Map<string, Map<string, NewSuspicion>>();
  for (const [idea, suspicions] of suspectedByIdea(community, judgement)) {
    const rows = suspicions.map(({ account, run }): NewSuspicion => ({
      memberId: community.memberIds[account]!,
      runIdeaId: community.ideaIds[run.idea]!,
      together: run.votes.length,
      expected: run.expected,
    }));
    wanted.set(community.ideaIds[idea]!, new Map(rows.map((row) => [row.memberId, row])));
  }
  return wanted;
}

/** To two places: an estimate is written again when it has changed, not when it has trembled. */
function scoreRow(community: ReadCommunity, { score, evidence }: Judgement, account: number) {
  const kinds = Object.entries(evidence) as [EvidenceKind, Float64Array | undefined][];
  const rounded = kinds.filter(([, values]) => values !== undefined).map(([kind, values]) => [kind, Math.round(values![account]! * 100) / 100]);
  return { memberId: community.memberIds[account]!, score: score[account]!, evidence: Object.fromEntries(rounded) as object };
}

import { Injectable } from '@nestjs/common';
import { Database, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Clock, MINUTE } from '@fanfare/kernel';
import { type HeldSupport, StandingsService } from '@fanfare/votes';
import { type EvidenceKind, GENUINENESS_VERSION } from '../genuineness/genuineness.js';
import { inTurn } from '../genuineness/sliced.js';
import { VotesReleased, VotesSetAside } from './genuineness.events.js';
import { type Judgement, judged, suspectedByIdea } from './judgement.js';
import { LATEST, type ReadCommunity } from './reading.js';
import { Rulings } from './rulings.js';
import { RulingsStore } from './rulings.store.js';
import { type HeldVote, type NewSuspicion, SuspicionsStore } from './suspicions.store.js';
import { VotesReader } from './votes.reader.js';

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
    private readonly rulings: RulingsStore,
    private readonly standings: StandingsService,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
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
    const rulings = new Rulings(await this.rulings.inForce(communityId));
    const wanted = rulings.add(judgement ? await wantedOf(community, judgement, rulings) : new Map<string, Map<string, NewSuspicion>>());
    const held = Map.groupBy(await this.store.held(communityId), (vote) => vote.ideaId);
    const ideaIds = [...new Set([...wanted.keys(), ...held.keys()])].sort();
    const resting = await this.store.movedSince(ideaIds, new Date(this.clock.now().getTime() - MINUTE));
    let waits = false;
    for (const ideaId of ideaIds) {
      const changes = changesOf(wanted.get(ideaId) ?? new Map<string, NewSuspicion>(), held.get(ideaId) ?? [], rulings, community.whole);
      if (changes.anew.length > 0) await this.transactor.run((tx) => this.explain(tx, ideaId, changes.anew));
      if (changes.add.length + changes.drop.length === 0) continue;
      if (resting.has(ideaId)) waits = true;
      else await this.moveIdea({ communityId, ideaId }, changes);
    }
    if (waits) await this.database.query(AGAIN, [communityId, this.clock.now()]);
  }

  /** Quarantines first, and releases in a transaction of its own: standings are moved once in each. */
  private async moveIdea(idea: IdeaToMove, { add, drop }: Changes): Promise<void> {
    if (add.length > 0) await this.transactor.run((tx) => this.quarantine(tx, idea, add));
    if (drop.length > 0) await this.transactor.run((tx) => this.release(tx, idea, drop));
  }

  /**
   * A judgement takes its time, so a moderator may have decided since it read the rulings: holds these votes until the
   * transaction ends, as whoever rules does, and then looks again.
   */
  private async ruledMeanwhile(tx: Tx, ideaId: string, votes: readonly NewSuspicion[]): Promise<{ held: HeldSupport; rulings: Rulings }> {
    const held = await this.standings.holdSupport(tx, ideaId, votes.map(({ memberId }) => memberId));
    return { held, rulings: new Rulings(await this.rulings.about(tx, votes)) };
  }

  private async explain(tx: Tx, ideaId: string, anew: readonly NewSuspicion[]): Promise<void> {
    const { rulings } = await this.ruledMeanwhile(tx, ideaId, anew);
    const suspicions = anew.filter((one) => !rulings.clears(one.runIdeaId, one.memberId));
    await this.store.explain(tx, ideaId, suspicions, GENUINENESS_VERSION, this.clock.now());
  }

  /** Whoever withdrew meanwhile is left alone. */
  private async quarantine(tx: Tx, { ideaId, communityId }: IdeaToMove, add: readonly NewSuspicion[]): Promise<void> {
    const { held, rulings } = await this.ruledMeanwhile(tx, ideaId, add);
    const still = new Set(await this.store.supporters(tx, ideaId, add.map((one) => one.memberId)));
    const suspicions = add.filter((one) => still.has(one.memberId) && !rulings.clears(one.runIdeaId, one.memberId));
    if (suspicions.length === 0) return;
    await this.standings.quarantineHeld(tx, held, suspicions.map((one) => one.memberId));
    await this.store.suspect(tx, ideaId, suspicions, GENUINENESS_VERSION, this.clock.now());
    const payload = { votes: suspicions.length, cameFor: [...new Set(suspicions.map((one) => one.runIdeaId))].sort(), model: GENUINENESS_VERSION };
    await this.events.append(tx, VotesSetAside, { communityId, subjectId: ideaId, payload });
  }

  private async release(tx: Tx, { ideaId, communityId }: IdeaToMove, drop: readonly HeldVote[]): Promise<void> {
    const { held, rulings } = await this.ruledMeanwhile(tx, ideaId, drop);
    const free = drop.filter((vote) => !rulings.holds(vote.runIdeaId, vote.memberId)).map(({ memberId }) => memberId);
    if (free.length === 0) return;
    const votes = (await this.store.supporters(tx, ideaId, free)).length;
    await this.standings.releaseHeld(tx, held, free);
    await this.store.clear(tx, ideaId, free, this.clock.now());
    if (votes > 0) await this.events.append(tx, VotesReleased, { communityId, subjectId: ideaId, payload: { votes, model: GENUINENESS_VERSION } });
  }

  private async keepScores(community: ReadCommunity, judgement: Judgement): Promise<void> {
    const accounts = [...community.memberIds.keys()].filter((account) => community.whole || judgement.suspected[account] === 1);
    for (let at = 0; at < accounts.length; at += SCORES_AT_ONCE) {
      const rows = accounts.slice(at, at + SCORES_AT_ONCE).map((account) => scoreRow(community, judgement, account));
      await this.transactor.run((tx) => this.store.keepScores(tx, rows, GENUINENESS_VERSION, this.clock.now()));
    }
  }
}

interface IdeaToMove {
  readonly communityId: string;
  readonly ideaId: string;
}

interface Changes {
  readonly add: readonly NewSuspicion[];
  readonly drop: readonly HeldVote[];
  /** Held already, for another run or one that has grown. */
  readonly anew: readonly NewSuspicion[];
}

/** @param whole only whoever saw every vote releases, but for whom a moderator decided about */
function changesOf(want: ReadonlyMap<string, NewSuspicion>, held: readonly HeldVote[], rulings: Rulings, whole: boolean): Changes {
  const has = new Map(held.map((vote) => [vote.memberId, vote]));
  const free = held.filter((vote) => !want.has(vote.memberId) && (rulings.clears(vote.runIdeaId, vote.memberId) || (whole && !rulings.holds(vote.runIdeaId, vote.memberId))));
  const known = [...want.values()].filter(({ memberId }) => has.has(memberId));
  return {
    add: [...want.values()].filter(({ memberId }) => !has.has(memberId)),
    drop: free,
    anew: known.filter((one) => differs(one, has.get(one.memberId)!)),
  };
}

function differs(one: NewSuspicion, other: NewSuspicion): boolean {
  return one.runIdeaId !== other.runIdeaId || one.together !== other.together || one.beganAt.getTime() !== other.beganAt.getTime();
}

async function wantedOf(community: ReadCommunity, judgement: Judgement, rulings: Rulings): Promise<Map<string, Map<string, NewSuspicion>>> {
  const cleared = (account: number, idea: number) => rulings.clears(community.ideaIds[idea]!, community.memberIds[account]!);
  const times = new Map(judgement.runs.map((run) => [run, spanOf(community, run)]));
  const wanted = new Map<string, Map<string, NewSuspicion>>();
  for (const [idea, suspicions] of await inTurn(suspectedByIdea(community, judgement, cleared))) {
    const rows = suspicions.map(({ account, run }): NewSuspicion => ({
      memberId: community.memberIds[account]!,
      runIdeaId: community.ideaIds[run.idea]!,
      together: run.votes.length,
      expected: run.expected,
      ...times.get(run)!,
    }));
    wanted.set(community.ideaIds[idea]!, new Map(rows.map((row) => [row.memberId, row])));
  }
  return wanted;
}

function spanOf({ time }: ReadCommunity, { votes }: Judgement['runs'][number]): { beganAt: Date; endedAt: Date } {
  const at = votes.map((row) => time[row]!);
  const [first, last] = [at.reduce((a, b) => Math.min(a, b)), at.reduce((a, b) => Math.max(a, b))];
  return { beganAt: new Date(Math.round(first * 1000)), endedAt: new Date(Math.round(last * 1000)) };
}

/** To two places: an estimate is written again when it has changed, not when it has trembled. */
function scoreRow(community: ReadCommunity, { score, evidence }: Judgement, account: number) {
  const kinds = Object.entries(evidence) as [EvidenceKind, Float64Array | undefined][];
  const rounded = kinds.filter(([, values]) => values !== undefined).map(([kind, values]) => [kind, Math.round(values![account]! * 100) / 100]);
  return { memberId: community.memberIds[account]!, score: score[account]!, evidence: Object.fromEntries(rounded) as object };
}

import type { Tx } from '@fanfare/database';
import type { ImportSession } from './import-session.js';
import type { ImportState } from './import-state.js';
import { addStagedVotes, openVoteStage, type StagedVote, stagedIdeas, stageVotes } from './import-store.js';
import type { KindImport, Line } from './kind-import.js';
import { type ImportedVote, voteOf } from './rows.js';
import type { Summary } from './summary.js';

const IDEAS_AT_ONCE = 200;

/** Votes wait in a temporary table until the whole file is read, since of repeated votes the last by time wins. */
export class VoteImport implements KindImport<ImportedVote> {
  readonly read = voteOf;
  private waiting = 0;
  private open = false;

  constructor(
    private readonly state: ImportState,
    private readonly summary: Summary,
    private readonly placeSupport: (tx: Tx, ideaIds: readonly string[]) => Promise<void>,
  ) {}

  /** A temporary table is seen by its own connection only. */
  together(): string {
    return '';
  }

  accept(lines: readonly Line<ImportedVote>[]): Line<ImportedVote>[] {
    return lines.filter((line) => this.hasItem(line));
  }

  async prepare(session: ImportSession, lines: readonly Line<ImportedVote>[]): Promise<void> {
    await this.state.meet(session, lines.map(({ value }) => ({ key: value.user })));
  }

  async write(session: ImportSession, lines: readonly Line<ImportedVote>[]): Promise<void> {
    if (!this.open) await openVoteStage(session.tx);
    this.open = true;
    await session.batch((tx) => stageVotes(tx, lines.map(({ value }) => this.staged(value))));
    this.waiting += lines.length;
  }

  async finish(session: ImportSession): Promise<void> {
    if (!this.open) return;
    const ideas = await stagedIdeas(session.tx);
    const counts = this.summary.of('votes');
    let votes = 0;
    for (let at = 0; at < ideas.length; at += IDEAS_AT_ONCE) {
      const result = await session.batch((tx) => this.count(tx, ideas.slice(at, at + IDEAS_AT_ONCE)));
      counts.added += result.added;
      votes += result.votes;
    }
    counts.known += votes - counts.added;
    counts.superseded += this.waiting - votes;
  }

  private async count(tx: Tx, ideaIds: readonly string[]): Promise<{ added: number; votes: number }> {
    const result = await addStagedVotes(tx, this.state.communityId, ideaIds);
    if (result.added > 0) await this.placeSupport(tx, ideaIds);
    return result;
  }

  private hasItem({ line, value }: Line<ImportedVote>): boolean {
    if (this.state.ideas.has(value.item)) return true;
    this.summary.refuse('votes', line, 'UNKNOWN_ITEM', `item ${value.item} is not there`);
    return false;
  }

  private staged(vote: ImportedVote): StagedVote {
    return { ideaId: this.state.ideas.get(vote.item)!, memberId: this.state.members.get(vote.user)!, vote };
  }
}

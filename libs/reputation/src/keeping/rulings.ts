import type { RuledMember } from './rulings.store.js';
import type { NewSuspicion } from './suspicions.store.js';

/** What moderators decided about who came for which idea, in force over every estimate. */
export class Rulings {
  private readonly byVote: ReadonlyMap<string, RuledMember>;

  constructor(private readonly ruled: readonly RuledMember[]) {
    this.byVote = new Map(ruled.map((one) => [`${one.ideaId} ${one.memberId}`, one]));
  }

  /** Whether this member's support counts, though they came together with others for this idea. */
  clears(ideaId: string, memberId: string): boolean {
    return this.byVote.get(`${ideaId} ${memberId}`)?.counts === true;
  }

  /** Whether it waits, whatever is estimated. */
  holds(ideaId: string, memberId: string): boolean {
    return this.byVote.get(`${ideaId} ${memberId}`)?.counts === false;
  }

  /** Adds whose support of what they came for waits by a ruling, where no estimate wants it. */
  add(wanted: Map<string, Map<string, NewSuspicion>>): Map<string, Map<string, NewSuspicion>> {
    for (const one of this.ruled.filter(({ counts }) => !counts)) {
      const byMember = wanted.get(one.ideaId) ?? new Map<string, NewSuspicion>();
      if (!byMember.has(one.memberId)) byMember.set(one.memberId, { ...one, runIdeaId: one.ideaId });
      wanted.set(one.ideaId, byMember);
    }
    return wanted;
  }
}

import { DAY } from '@fanfare/kernel';
import type { Database } from '@fanfare/database';

/** What the ladder of the proof asks: verified votes, and how many days each rung has. */
export const LADDER = [{ support: 3, days: 30 }, { support: 6, days: 45 }, { support: 9, days: 60 }] as const;

interface Fate {
  readonly status: 'OPEN' | 'EXPIRED' | 'UNDER_REVIEW';
  readonly rung: number;
  /** Its last deadline, in milliseconds of the epoch. */
  readonly until: number;
}

/**
 * What must have become of an idea, worked out from its votes and its first deadline alone, and with nothing of ours: time
 * runs, vote by vote, and no worker exists.
 *
 * @param votes moments of its verified votes, milliseconds of the epoch, in order
 */
export function fateOf(deadline: number, votes: readonly number[], end: number): Fate {
  let rung = 0;
  let until = deadline;
  for (const [at, moment] of votes.entries()) {
    if (moment >= until) break;
    if (at + 1 !== LADDER[rung]!.support) continue;
    rung += 1;
    if (rung === LADDER.length) return { status: 'UNDER_REVIEW', rung, until };
    until += LADDER[rung]!.days * DAY;
  }
  return { status: until <= end ? 'EXPIRED' : 'OPEN', rung, until };
}

interface Idea extends Omit<Fate, 'until'> {
  readonly id: string;
  readonly deadline: number | null;
  readonly votes: readonly number[] | null;
}

const IDEAS = `
  SELECT i.id, i.status, i.rung, extract(epoch FROM i.deadline)::float8 * 1000 AS deadline, (
    SELECT array_agg(extract(epoch FROM v.cast_at)::float8 * 1000 ORDER BY v.cast_at) FROM votes v WHERE v.idea_id = i.id AND v.standing = 'VERIFIED') AS votes
  FROM ideas i WHERE i.community_id = $1`;

/** What was told and written, counted: each line is one thing that must be nothing. Mails have a file of their own. */
const TOLD: Readonly<Record<string, string>> = {
  'rungs granted twice or without the one below': `
    SELECT count(*)::int AS count FROM ideas i WHERE i.community_id = $1
      AND ARRAY(SELECT g.position FROM rung_grants g WHERE g.idea_id = i.id ORDER BY 1) <> ARRAY(SELECT generate_series(1, i.rung))`,
  'rungs told of twice or never': `
    SELECT count(*)::int AS count FROM ideas i WHERE i.community_id = $1
      AND ARRAY(SELECT (e.payload->>'position')::int FROM events e WHERE e.subject_id = i.id AND e.type = 'rung.reached' ORDER BY 1) <> ARRAY(SELECT generate_series(1, i.rung))`,
  'moves by the system written twice or never': `
    SELECT count(*)::int AS count FROM ideas i WHERE i.community_id = $1
      AND (SELECT count(*) FROM idea_moves m WHERE m.idea_id = i.id) <> CASE WHEN i.status = 'OPEN' THEN 0 ELSE 1 END`,
  'moves by the system told of twice or never': `
    SELECT count(*)::int AS count FROM ideas i WHERE i.community_id = $1
      AND (SELECT count(*) FROM events e WHERE e.subject_id = i.id AND e.type = 'idea.moved') <> CASE WHEN i.status = 'OPEN' THEN 0 ELSE 1 END`,
  'expiries dated by anything but their deadline': `
    SELECT count(*)::int AS count FROM ideas i JOIN idea_moves m ON m.idea_id = i.id AND m.to_status = 'EXPIRED'
    WHERE i.community_id = $1 AND m.moved_at IS DISTINCT FROM i.deadline`,
};

export interface Reckoning {
  readonly wrong: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Holds every idea of the community against its fate. */
export async function reckon(db: Database, communityId: string, firstDeadlines: ReadonlyMap<string, number>, end: number): Promise<Reckoning> {
  const ideas = await db.query<Idea>(IDEAS, [communityId]);
  const counts = { ideas: ideas.length, votes: 0, rungs: 0, expired: 0, completed: 0, open: 0 };
  const missed = { rung: 0, status: 0 };
  for (const idea of ideas) {
    const votes = idea.votes ?? [];
    const fate = fateOf(firstDeadlines.get(idea.id)!, votes, end);
    counts.votes += votes.length;
    counts.rungs += idea.rung;
    counts[idea.status === 'EXPIRED' ? 'expired' : idea.status === 'OPEN' ? 'open' : 'completed'] += 1;
    if (idea.rung !== fate.rung) missed.rung += 1;
    if (idea.status !== fate.status) missed.status += 1;
  }
  const wrong = [];
  if (missed.rung > 0) wrong.push(`${missed.rung} ideas stand on another rung than their votes say`);
  if (missed.status > 0) wrong.push(`${missed.status} ideas stand elsewhere than their votes and deadlines say`);
  for (const [what, sql] of Object.entries(TOLD)) {
    const [row] = await db.query<{ count: number }>(sql, [communityId]);
    if (row!.count > 0) wrong.push(`${row!.count} ideas: ${what}`);
  }
  return { wrong, counts };
}

import { forEach } from './conversation.js';
import type { Stage } from './stage.js';

const QUEUE = 'query ($c: String!, $kind: [ReviewSubjectKind!]) { community(slug: $c) { reviewQueue(first: 100, filter: { kind: $kind }) { nodes { id subjectId } } } }';

/** A moderator reads what intake held, and keeps it. @returns how much it was */
export async function releaseHeld({ talk, moderator, slug, database, settled }: Stage, table: 'applications' | 'entries'): Promise<number> {
  const kind = [table === 'applications' ? 'APPLICATION' : 'ENTRY'];
  const held = async () => (await database.query<{ held: number }>(`SELECT count(*)::int AS held FROM ${table} WHERE withheld IS NOT NULL`))[0]!.held;
  const all = await held();
  for (let left = all; left > 0; left = await held()) {
    await settled(); // the queue hears of it from the worker
    const { community } = await talk.ask(moderator, QUEUE, { c: slug, kind });
    await forEach(community.reviewQueue.nodes as { id: string }[], ({ id }) => talk.say(moderator, 'decideReview', { item: id, action: 'KEEP', idempotencyKey: `keep ${id}` }, 'decision { id }'), 4);
  }
  return all;
}

import { rowsOf, type Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';

const MEMBER = 'SELECT id FROM members WHERE community_id = $1 AND account_id = $2';

/** The member that staff act as. Null for an owner who has not joined: they speak for the brand all the same. */
export async function memberIdOf(tx: Tx, actor: Actor, communityId: string): Promise<string | null> {
  const [member] = await rowsOf<{ id: string }>(tx, MEMBER, [communityId, actor.accountId]);
  return member?.id ?? null;
}

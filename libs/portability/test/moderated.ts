import { type Actor, newId, VISITOR } from '@fanfare/kernel';
import { AppealDecisionsService, AppealsService, DecisionsService, LogHeads } from '@fanfare/moderation';
import { aComment, aCommunity, aMember, anIdea, aRole, type Rooms } from '@fanfare/testing';

/** The tables of moderation that `moderated` leaves rows in. */
export const MODERATED = ['appeal_messages', 'appeals', 'decisions', 'log_entries', 'log_heads', 'log_keys', 'log_nodes', 'log_secrets', 'log_trees', 'restrictions', 'review_items'];

/** A removal with a mute beside it, an appeal that was refused, and a head over what the log says of them. */
export async function moderated(rooms: Rooms): Promise<void> {
  const db = rooms.database;
  const community = await aCommunity(db);
  const [author, max, mia] = [await aMember(db, community.id), await aMember(db, community.id), await aMember(db, community.id)];
  for (const { account_id } of [max, mia]) await aRole(db, community.id, account_id!, 'MODERATOR');
  const { id: comment } = await aComment(db, await anIdea(db, community.id), { author_id: author.id, body: 'You are an utter fool.' });
  await db.query(`INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, 1, 1, 'Be civil', 'Always.', now())`, [community.id]);
  const item = newId();
  await db.query(`INSERT INTO review_items (id, community_id, subject_kind, subject_id, incident, author_id, opened_at, changed_at) VALUES ($1, $2, 'COMMENT', $3, 1, $4, now(), now())`, [item, community.id, comment, author.id]);
  const as = (member: { account_id: string | null }): Actor => ({ ...VISITOR, accountId: member.account_id, grants: member === author ? [] : [{ communityId: community.id, role: 'MODERATOR' }] });
  const sanction = { action: 'MUTE', right: 'COMMENTING', until: new Date(rooms.clock.now().getTime() + 86_400_000) } as const;
  const why = { rule: 1, facts: 'It insults.', passage: 'an utter fool', language: 'en' };
  const decision = await rooms.get(DecisionsService).decide(as(max), { item, action: 'REMOVE', ...why, sanction });
  const appeal = await rooms.get(AppealsService).appeal(as(author), { decision, text: 'A joke.' });
  await rooms.get(AppealDecisionsService).decide(as(mia), { appeal, outcome: 'UPHELD', reasons: 'We read it again.' });
  await rooms.transactor.run((tx) => rooms.get(LogHeads).sign(tx));
}

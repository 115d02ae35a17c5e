import { newId } from '@fanfare/kernel';
import { aCategory, aCircle, aComment, aCreation, anIdea, aPictureRow, aVote } from '@fanfare/testing';
import type { App } from '../app.js';
import type { Client } from '../client.js';
import type { Fan } from '../fans.js';

type Clients = Readonly<Record<'brand manager' | 'owner' | 'author' | 'operator', Client>>;

/** What members made. */
export async function things(app: App, community: { id: string; slug: string }, { author, member, reporter }: Readonly<Record<'author' | 'member' | 'reporter', Fan>>) {
  const { database: db } = app;
  const own = { author_id: author.memberId };
  const category = await aCategory(db, community.id);
  const idea = await anIdea(db, community.id, { ...own, category_id: category.id, rung: 1 });
  const target = await anIdea(db, community.id);
  const delivered = await anIdea(db, community.id, { ...own, status: 'DELIVERED' });
  const planned = await anIdea(db, community.id, { ...own, status: 'PLANNED' });
  const draft = await anIdea(db, community.id, { ...own, status: 'DRAFT' });
  const pending = await anIdea(db, community.id, { ...own, status: 'PENDING' });
  for (const voter of [author, member]) await aVote(db, idea, voter.memberId);
  const comment = await aComment(db, idea, own);
  const creation = await aCreation(db, community.id, author.memberId);
  const circle = await aCircle(db, community.id, [author.memberId, reporter.memberId], { joining: 'BY_REQUEST' });
  const ownCircle = await aCircle(db, community.id, [author.memberId, reporter.memberId]);
  const picture = await aPictureRow(db, author.accountId);
  const avatar = await aPictureRow(db, author.accountId, { kind: 'AVATAR' });
  const one = async (sql: string, parameters: unknown[]) => (await db.query<{ id: string }>(sql, parameters))[0]!.id;
  const response = await one(`INSERT INTO creation_responses (id, creation_id, community_id, author_id, body, by_staff, created_at) VALUES (gen_random_uuid(), $1, $2, $3, 'Nice.', false, now()) RETURNING id`, [creation.id, community.id, author.memberId]);
  const post = await one(`INSERT INTO circle_posts (id, circle_id, community_id, author_id, body, members_only, created_at) VALUES (gen_random_uuid(), $1, $2, $3, 'Among us.', true, now()) RETURNING id`, [circle.id, community.id, author.memberId]);
  const request = await one(`INSERT INTO circle_requests (id, circle_id, member_id, community_id, message, requested_at) VALUES (gen_random_uuid(), $1, $2, $3, 'Let me in.', now()) RETURNING id`, [circle.id, member.memberId, community.id]);
  const election = await one(
    `INSERT INTO circle_elections (id, circle_id, community_id, started_at, standing_until, closes_at, electorate) VALUES (gen_random_uuid(), $1, $2, now(), now() + interval '4 days', now() + interval '7 days', 2) RETURNING id`,
    [circle.id, community.id],
  );
  await db.query(`INSERT INTO circle_candidates (election_id, member_id, circle_id, community_id, statement, stood_at) VALUES ($1, $2, $3, $4, 'Me.', now())`, [election, author.memberId, circle.id, community.id]);
  return {
    idea: idea.id, target: target.id, delivered: delivered.id, planned: planned.id, draft: draft.id, pending: pending.id, category: category.id, comment: comment.id,
    creation: creation.id, response, creationResponse: response, circle: circle.id, post, circlePost: post, request, election, candidate: author.memberId, picture: picture.id, avatar: avatar.id, ownCircle: ownCircle.id, companion: reporter.memberId,
  };
}

interface Addresses {
  readonly invited: string;
  readonly panelist: string;
}

/** What staff made, and the operator. */
export async function offices(community: string, clients: Clients, ids: Readonly<Record<string, string>>, { invited, panelist }: Addresses) {
  const { 'brand manager': manager, owner, author, operator } = clients;
  const note = (await manager.mutate('addIdeaNote', { idea: ids['idea'], body: 'Between us.' }, 'note { id }'))['note'].id as string;
  const invitation = (await owner.mutate('inviteStaff', { community, email: invited, role: 'MODERATOR' }, 'invitation { id }'))['invitation'].id as string;
  const batch = (await manager.mutate('uploadPurchaseCodes', { community, label: 'A set', csv: 'code\nTRUSTED-SET-1\n' }, 'batch { id }'))['batch'].id as string;
  const apiToken = (await manager.mutate('createApiToken', { community, name: 'Shop', scope: 'PURCHASE_ISSUE' }, 'apiToken { id }'))['apiToken'].id as string;
  const savedFilter = (await manager.mutate('saveFilter', { community, name: 'Mine', filter: { search: 'box' } }, 'filter { id }'))['filter'].id as string;
  const given = await manager.mutate('giveCredit', { idea: ids['delivered'], members: [ids['candidate']] }, 'idea { credits { id } }');
  const evidence = (await owner.mutate('attestRealName', { member: ids['candidate'], note: 'We met.' }, 'evidence { id }'))['evidence'].id as string;
  await author.mutate('setAvatar', { community, picture: ids['avatar'] }, 'member { id }');
  await operator.mutate('appointPanelModerator', { email: panelist }, 'panel { __typename }');
  return { note, invitation, batch, apiToken, savedFilter, credit: given['idea'].credits[0].id as string, evidence };
}

interface Parties {
  readonly community: string;
  readonly idea: string;
  readonly author: Fan;
  readonly authored: Client;
  readonly manager: Client;
}

const ENTRY = `
  INSERT INTO reputation_entries (id, member_id, community_id, number, rule, version, event_id, subject_ids, reversal, base, tenths, points, score_after, at)
  SELECT $1, $2, $3, coalesce(max(number), 0) + 1, 'VOTE_RECEIVED', 1, $1, '{}', false, 4, 5, 2, 2, now() FROM reputation_entries WHERE member_id = $2`;
const SUSPICION = `
  INSERT INTO vote_suspicions (idea_id, member_id, community_id, run_idea_id, together, expected, began_at, ended_at, model, suspected_at)
  VALUES ($1, $2, $3, $1, 24, 4, $4, $4, 2, now())`;
const SUGGESTION = `INSERT INTO duplicate_suggestions (idea_id, other_id, community_id, score, shared_words, found_at) VALUES ($1, $2, $3, 900, '{bricks}', now())`;

/** What waits for somebody to judge between members, and what could. */
export async function disagreements(app: App, { community, idea: of, author, authored, manager }: Parties) {
  const { database: db } = app;
  const idea = async () => (await anIdea(db, community, { author_id: author.memberId })).id;
  const merge = async () => {
    const [duplicate, target] = [await idea(), await idea()];
    await manager.mutate('mergeIdea', { duplicate, target }, 'idea { id }');
    return duplicate;
  };
  const [merged, contested] = [await merge(), await merge()];
  await authored.mutate('contestMerge', { idea: contested, reason: 'Mine is another thing.' }, 'idea { id }');
  const [entry, disputed] = [newId(), newId()];
  for (const id of [entry, disputed]) await db.query(ENTRY, [id, author.memberId, community]);
  await authored.mutate('disputeEntry', { entry: disputed, reason: 'Not mine.' }, 'entry { id }');
  const began = new Date('2026-03-01T10:00:00Z');
  await db.query(SUSPICION, [of, author.memberId, community, began]);
  const alike = await idea();
  await db.query(SUGGESTION, [alike, of, community]);
  return { merged, contested, reputationEntry: entry, disputed, run: `${of}_${began.getTime()}`, alike };
}

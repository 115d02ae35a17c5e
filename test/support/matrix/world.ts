import { Transactor } from '@fanfare/database';
import { ReviewItemsService } from '@fanfare/moderation';
import { aCategory, aCircle, aComment, aCommunity, aCreation, anIdea, aPictureRow, aRestriction, aRole, aVote } from '@fanfare/testing';
import type { App } from '../app.js';
import { type Client } from '../client.js';
import { type Fan, newcomers, someFans } from '../fans.js';

/** Whoever asks, in the order of the table's columns. All but the visitor and the operator are members of the community. */
export const ROLES = ['visitor', 'member', 'author', 'reporter', 'brand manager', 'owner', 'moderator', 'moderator next door', 'operator', 'suspended', 'banned'] as const;
export type Role = (typeof ROLES)[number];

/** A small community in which there is one of everything, all of it the author's where it is somebody's. */
export interface MatrixWorld {
  readonly slug: string;
  readonly clients: Readonly<Record<Role, Client>>;
  readonly handles: Readonly<Record<'author' | 'member', string>>;
  readonly ids: Readonly<Record<string, string>>;
}

const WHY = { law: 'Defamation Act, section 1', facts: 'It insults somebody.', passage: 'an utter fool', language: 'en' };

export async function aMatrixWorld(app: App): Promise<MatrixWorld> {
  const { database: db } = app;
  const here = await aCommunity(db, { slug: 'here', survey_rung: 1 });
  const nextDoor = await aCommunity(db, { slug: 'next-door' });
  const fans = (await someFans(db, here.id, 16)).filter(({ isAnonymous }) => !isAnonymous);
  const [member, author, reporter, manager, owner, moderator, rival, suspended, banned, judge, another, warned] = fans as [Fan, ...Fan[]];
  const grants = [[manager, 'BRAND_MANAGER'], [owner, 'OWNER'], [moderator, 'MODERATOR'], [judge, 'MODERATOR'], [another, 'MODERATOR']] as const;
  for (const [fan, role] of grants) await aRole(db, here.id, fan!.accountId, role);
  await aRole(db, nextDoor.id, rival!.accountId, 'MODERATOR');
  const [operator] = await newcomers(app, 1);
  await db.query('UPDATE accounts SET is_operator = true WHERE id = (SELECT account_id FROM sessions ORDER BY created_at DESC LIMIT 1)');
  const as = (fan: Fan) => Object.assign(app.visitor(), { token: fan.token });
  const clients: Record<Role, Client> = {
    visitor: app.visitor(), member: as(member!), author: as(author!), reporter: as(reporter!), 'brand manager': as(manager!), owner: as(owner!),
    moderator: as(moderator!), 'moderator next door': as(rival!), operator: operator!, suspended: as(suspended!), banned: as(banned!),
  };
  const content = await things(app, here, { author: author!, member: member!, reporter: reporter! });
  const office = await offices(here.slug, clients, content);
  const moderated = await matters(app, here.id, { clients, author: author!, warned: suspended!, target: warned!, judge: as(judge!), another: as(another!) });
  const asMember = (fan: Fan) => ({ id: fan.memberId, community_id: here.id });
  await aRestriction(db, asMember(suspended!), { kind: 'SUSPENSION', ends_at: new Date(Date.now() + 86_400_000) });
  await aRestriction(db, asMember(banned!), { kind: 'BAN' });
  const handles = Object.fromEntries(
    (await db.query<{ id: string; handle: string }>('SELECT id, handle::text AS handle FROM members WHERE id = ANY ($1)', [[author!.memberId, member!.memberId]])).map(({ id, handle }) => [id === author!.memberId ? 'author' : 'member', handle]),
  ) as MatrixWorld['handles'];
  return { slug: here.slug, clients, handles, ids: { ...content, ...office, ...moderated, member: author!.memberId, community: here.id } };
}

/** What members made. */
async function things(app: App, community: { id: string; slug: string }, { author, member, reporter }: Readonly<Record<'author' | 'member' | 'reporter', Fan>>) {
  const { database: db } = app;
  const own = { author_id: author.memberId };
  const category = await aCategory(db, community.id);
  const idea = await anIdea(db, community.id, { ...own, category_id: category.id, rung: 1 });
  const target = await anIdea(db, community.id);
  const merged = await anIdea(db, community.id, { ...own, status: 'MERGED', merged_into_id: target.id });
  const delivered = await anIdea(db, community.id, { ...own, status: 'DELIVERED' });
  const planned = await anIdea(db, community.id, { ...own, status: 'PLANNED' });
  const draft = await anIdea(db, community.id, { ...own, status: 'DRAFT' });
  const pending = await anIdea(db, community.id, { ...own, status: 'PENDING' });
  for (const voter of [author, member]) await aVote(db, idea, voter.memberId);
  const comment = await aComment(db, idea, own);
  const creation = await aCreation(db, community.id, author.memberId);
  const circle = await aCircle(db, community.id, [author.memberId, reporter.memberId], { joining: 'BY_REQUEST' });
  const picture = await aPictureRow(db, author.accountId);
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
    idea: idea.id, target: target.id, merged: merged.id, delivered: delivered.id, planned: planned.id, draft: draft.id, pending: pending.id, category: category.id, comment: comment.id,
    creation: creation.id, response, circle: circle.id, post, request, election, candidate: author.memberId, picture: picture.id,
  };
}

/** What staff made. */
async function offices(community: string, clients: MatrixWorld['clients'], ids: Readonly<Record<string, string>>) {
  const { 'brand manager': manager, owner } = clients;
  const note = (await manager.mutate('addIdeaNote', { idea: ids['idea'], body: 'Between us.' }, 'note { id }'))['note'].id as string;
  const invitation = (await owner.mutate('inviteStaff', { community, email: 'one@example.org', role: 'MODERATOR' }, 'invitation { id }'))['invitation'].id as string;
  const batch = (await manager.mutate('uploadPurchaseCodes', { community, label: 'A set', csv: 'code\nTRUSTED-SET-1\n' }, 'batch { id }'))['batch'].id as string;
  const apiToken = (await manager.mutate('createApiToken', { community, name: 'Shop', scope: 'PURCHASE_ISSUE' }, 'apiToken { id }'))['apiToken'].id as string;
  const savedFilter = (await manager.mutate('saveFilter', { community, name: 'Mine', filter: { search: 'box' } }, 'filter { id }'))['filter'].id as string;
  const given = await manager.mutate('giveCredit', { idea: ids['delivered'], members: [ids['candidate']] }, 'idea { credits { id } }');
  const evidence = (await owner.mutate('attestRealName', { member: ids['candidate'], note: 'We met.' }, 'evidence { id }'))['evidence'].id as string;
  return { note, invitation, batch, apiToken, savedFilter, credit: given['idea'].credits[0].id as string, evidence };
}

interface Bench {
  readonly clients: MatrixWorld['clients'];
  readonly author: Fan;
  readonly warned: Fan;
  readonly target: Fan;
  readonly judge: Client;
  readonly another: Client;
}

/** What was reported, decided, appealed: by moderators who are in no column, so that the one in the table has a say in each. */
async function matters(app: App, communityId: string, { clients, author, warned, target, judge, another }: Bench) {
  const waiting = async (of: Fan) => {
    const idea = await anIdea(app.database, communityId);
    const { id } = await aComment(app.database, idea, { author_id: of.memberId, body: 'You are an utter fool.' });
    const opened = await app.get(Transactor).run((tx) => app.get(ReviewItemsService).openOrJoin(tx, { kind: 'COMMENT', id, communityId, authorId: of.memberId }));
    return { item: opened.item.id, comment: id };
  };
  const decide = async (of: Fan, ruling: object) => (await judge.mutate('decideReview', { item: (await waiting(of)).item, ...WHY, ...ruling }, 'decision { id }'))['decision'].id as string;
  const { item, comment: reported } = await waiting(author);
  await clients.reporter.mutate('report', { subject: reported, category: 'HARASSMENT', explanation: 'It insults me.' }, 'report { reference }');
  const warning = await decide(warned, { action: 'WARN' });
  const decision = await decide(author, { action: 'HIDE' });
  const appealed = await decide(author, { action: 'HIDE' });
  const appeal = (await clients.author.mutate('appealDecision', { decision: appealed, text: 'It was a joke.' }, 'appeal { id }'))['appeal'].id as string;
  const proposed = await decide(target, { action: 'BAN' });
  await another.mutate('addReviewNote', { item, body: 'Look at the thread.' }, 'item { id }');
  return { item, reported, warning, decision, appeal, proposed };
}

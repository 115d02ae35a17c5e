import type { MemberUse } from '@fanfare/kernel';
import { aCircle, aComment, aCreation, anIdea, aPictureRow, aVote } from '@fanfare/testing';
import type { App } from './app.js';
import type { Client } from './client.js';
import { type Fan, someFans } from './fans.js';

/** What a member does in a community, and what that uses; `ANYWAY` is for what nobody is kept from. */
export interface Act {
  readonly name: string;
  readonly use: MemberUse | 'ANYWAY';
  readonly input: Readonly<Record<string, unknown>>;
}

/** A member of a community with something of every kind, before somebody else's things. */
export interface Doer {
  readonly fan: Fan;
  readonly client: Client;
  readonly acts: readonly Act[];
}

/** Somebody else's things in a community, for members to act on. */
export interface Ground {
  readonly id: string;
  readonly slug: string;
  readonly idea: { id: string; community_id: string };
  readonly asked: { id: string; community_id: string };
  readonly comment: string;
  readonly creation: string;
  readonly circle: string;
  readonly member: string;
}

export async function aGround(app: App, community: { id: string; slug: string }): Promise<Ground> {
  const { database: db } = app;
  await db.query('UPDATE communities SET survey_rung = 1 WHERE id = $1', [community.id]);
  const [other] = await someFans(db, community.id, 1);
  const author_id = other!.memberId;
  const idea = await anIdea(db, community.id, { author_id });
  const asked = await anIdea(db, community.id, { author_id, rung: 1 });
  const [comment, creation, circle] = [await aComment(db, idea, { author_id }), await aCreation(db, community.id, author_id), await aCircle(db, community.id, [author_id])];
  return { ...community, idea, asked, comment: comment.id, creation: creation.id, circle: circle.id, member: author_id };
}

export async function aDoer(app: App, ground: Ground): Promise<Doer> {
  const { database: db } = app;
  const [fan, friend] = await someFans(db, ground.id, 2);
  const client = app.visitor();
  client.token = fan!.token;
  const own = { author_id: fan!.memberId };
  const [idea, voted, creation] = [await anIdea(db, ground.id, own), await anIdea(db, ground.id), await aCreation(db, ground.id, fan!.memberId)];
  await aVote(db, voted, fan!.memberId);
  await aVote(db, ground.asked, fan!.memberId);
  const circle = await aCircle(db, ground.id, [fan!.memberId, friend!.memberId]);
  const election = await anElection(app, circle, [fan!.memberId, friend!.memberId]);
  const post = await one(app, `INSERT INTO circle_posts (id, circle_id, community_id, author_id, body, members_only, created_at) VALUES (gen_random_uuid(), $1, $2, $3, 'Hello.', false, now()) RETURNING id`, [circle.id, ground.id, fan!.memberId]);
  const response = await one(app, `INSERT INTO creation_responses (id, creation_id, community_id, author_id, body, by_staff, created_at) VALUES (gen_random_uuid(), $1, $2, $3, 'Nice.', false, now()) RETURNING id`, [ground.creation, ground.id, fan!.memberId]);
  const things = { idea: idea.id, voted: voted.id, creation: creation.id, circle: circle.id, election, post, response, friend: friend!.memberId, picture: (await aPictureRow(db, fan!.accountId)).id, comment: (await aComment(db, ground.idea, own)).id };
  return { fan: fan!, client, acts: actsOf(ground, things) };
}

type Things = Readonly<Record<'idea' | 'voted' | 'creation' | 'circle' | 'election' | 'post' | 'response' | 'friend' | 'picture' | 'comment', string>>;

let count = 0;

function actsOf(ground: Ground, own: Things): Act[] {
  const { slug: community } = ground;
  const body = 'A text long enough to be anything that somebody could write here.';
  const remark = 'I would like that, too.'; // too short for intake to take it for the same text again
  const act = (use: Act['use'], name: string, input: Act['input']): Act => ({ name, use, input });
  const circle = `A circle of friends ${(count += 1)}`;
  return [
    act('POSTING', 'submitIdea', { community, title: 'A second handle on the box', body }),
    act('POSTING', 'editIdea', { idea: own.idea, title: 'A second handle on every box' }),
    act('POSTING', 'showCreation', { community, title: 'My box', pictures: [{ picture: own.picture, alt: 'A box.' }] }),
    act('POSTING', 'editCreation', { creation: own.creation, title: 'My better box' }),
    act('POSTING', 'createCircle', { community, name: circle, description: body, joining: 'OPEN' }),
    act('POSTING', 'updateCircle', { circle: own.circle, description: body }),
    act('POSTING', 'standForElection', { election: own.election, statement: 'I listen.' }),
    act('POSTING', 'updateMember', { community, bio: 'I build.' }),
    act('COMMENTING', 'addComment', { idea: ground.idea.id, body: remark }),
    act('COMMENTING', 'editComment', { comment: own.comment, body: remark }),
    act('COMMENTING', 'respondToCreation', { creation: ground.creation, body: remark }),
    act('COMMENTING', 'editCreationResponse', { response: own.response, body: remark }),
    act('COMMENTING', 'postInCircle', { circle: own.circle, body: remark }),
    act('COMMENTING', 'editCirclePost', { post: own.post, body: remark }),
    act('COMMENTING', 'shareIntoCircle', { circle: own.circle, idea: ground.idea.id, note: 'Look.' }),
    act('VOTING', 'castVote', { idea: ground.idea.id }),
    act('VOTING', 'markHelpful', { comment: ground.comment }),
    act('VOTING', 'appreciateCreation', { creation: ground.creation }),
    act('VOTING', 'voteInElection', { election: own.election, candidate: own.friend }),
    act('VOTING', 'answerSurvey', { idea: ground.asked.id, wouldBuy: 'YES' }),
    act('REPORTING', 'report', { subject: ground.comment, category: 'SPAM' }),
    act('TAKING_PART', 'follow', { subject: ground.member }),
    act('TAKING_PART', 'joinCircle', { circle: ground.circle }),
    act('TAKING_PART', 'saveDraft', { community, title: 'Unfinished' }),
    // against the law whoever says so
    act('ANYWAY', 'report', { subject: ground.creation, category: 'ILLEGAL_CONTENT', explanation: 'It is a threat.', notice: { law: 'Threats Act', location: 'The first picture.', goodFaith: true } }),
    act('ANYWAY', 'markRead', { community, upTo: new Date().toISOString() }),
    act('ANYWAY', 'setNotificationPreference', { community, mails: false }),
    act('ANYWAY', 'updateMember', { community, bio: '' }),
    act('ANYWAY', 'setAvatar', { community, picture: null }),
    act('ANYWAY', 'withdrawVote', { idea: own.voted }),
    act('ANYWAY', 'unmarkHelpful', { comment: ground.comment }),
    act('ANYWAY', 'unappreciateCreation', { creation: ground.creation }),
    act('ANYWAY', 'unfollow', { subject: ground.member }),
    act('ANYWAY', 'withdrawCandidacy', { election: own.election }),
    act('ANYWAY', 'removeCirclePost', { post: own.post }),
    act('ANYWAY', 'deleteComment', { comment: own.comment }),
    act('ANYWAY', 'removeCreationResponse', { response: own.response }),
    act('ANYWAY', 'withdrawCreation', { creation: own.creation }),
    act('ANYWAY', 'leaveCircle', { circle: own.circle }),
  ];
}

async function anElection(app: App, circle: { id: string; community_id: string }, candidates: readonly string[]): Promise<string> {
  const id = await one(
    app,
    `INSERT INTO circle_elections (id, circle_id, community_id, started_at, standing_until, closes_at, electorate)
     VALUES (gen_random_uuid(), $1, $2, now(), now() + interval '4 days', now() + interval '7 days', 2) RETURNING id`,
    [circle.id, circle.community_id],
  );
  const stand = `INSERT INTO circle_candidates (election_id, member_id, circle_id, community_id, statement, stood_at) SELECT $1, unnest($4::uuid[]), $2, $3, 'Me.', now()`;
  await app.database.query(stand, [id, circle.id, circle.community_id, candidates]);
  return id;
}

async function one(app: App, sql: string, parameters: unknown[]): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(sql, parameters);
  return row!.id;
}

import { newId } from '@fanfare/kernel';
import { aCircle, aTermOf } from '@fanfare/testing';
import type { App } from '../app.js';
import type { Client } from '../client.js';
import type { Fan } from '../fans.js';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

export interface Programme {
  readonly community: { readonly id: string; readonly slug: string };
  readonly manager: Client;
  /** Applied for the call that is open, was declined by another, and is an ambassador all the same: everything is theirs. */
  readonly author: Fan;
  /** May apply: of level and from next door. */
  readonly fans: readonly Fan[];
  /** Voted for the author’s application, and puts them forward: their circle speaks through them. */
  readonly voter: Fan;
  /** Reads applications beside the brand, and was offered a seat of their own. */
  readonly selected: Fan;
  /** Wait for an answer, and for a second look at theirs. */
  readonly others: readonly [Fan, Fan];
  readonly as: (fan: Fan) => Client;
}

type Ids = Readonly<Record<string, string>>;

/** Of each thing of the ambassadors’ room one, and of some a second one in another state. */
export async function programme(app: App, made: Programme): Promise<Ids> {
  const fans = [made.author, made.voter, made.selected, ...made.others, ...made.fans];
  await app.database.query(`UPDATE members SET level = 'FAN' WHERE id = ANY ($1)`, [fans.map(({ memberId }) => memberId)]);
  const recruited = await recruitment(app, made);
  const anew = () => aTermOf(app.database, { id: made.author.memberId, community_id: made.community.id });
  const revokedTerm = await anew();
  await made.manager.mutate('revokeTerm', { term: revokedTerm, clause: 'Disclosure', facts: 'Three posts said nothing of it.', passage: 'Best car!' }, 'term { id }');
  const term = await anew();
  await app.database.query(`UPDATE terms SET ends_at = $2 WHERE id = $1`, [term, day(30)]); // it can be renewed
  await made.manager.mutate('renewTerm', { term, months: 6 }, 'term { id }');
  const worked = await missions(app, made);
  const { community } = await made.manager.get('query ($c: String!) { community(slug: $c) { agreement { hash } } }', { c: made.community.slug });
  return { ...recruited, ...worked, ...(await reach(app, made, worked)), term, revokedTerm, agreementHash: community.agreement.hash as string };
}

export const CALL = {
  title: 'A hundred agents', story: 'Six months, one car.', perks: 'The car.', seats: 3, selection: 'PANEL', reapplyAfterDays: 0, opensAt: day(-2), closesAt: day(3),
  questions: [{ kind: 'TEXT', text: 'Why you?', audience: 'COMMUNITY' }, { kind: 'TEXT', text: 'Who are you?', audience: 'PANEL', required: false }], criteria: [{ label: 'Motivation' }],
};

async function recruitment(app: App, { community, manager, author, voter, selected, others, as }: Programme) {
  const open = async (more: object) => (await manager.mutate('openCall', { community: community.slug, ...CALL, publish: true, ...more }, 'call { id questions { id } }'))['call'] as { id: string; questions: { id: string }[] };
  const apply = async (fan: Fan, { id, questions }: Awaited<ReturnType<typeof open>>) => {
    const reach = [{ channel: 'Blog', url: 'https://blog.example.org/', followers: 30 }];
    const answers = questions.map((question) => ({ question: question.id, answer: 'Since I drive.' }));
    return (await as(fan).mutate('applyToCall', { call: id, ofAge: true, country: 'FR', answers, reach }, 'application { id }'))['application'].id as string;
  };
  const call = await open({ selection: 'HALF' });
  const [blind, begun, decided, draftCall] = [await open({ blind: true }), await open({}), await open({}), await open({ publish: false })];
  const application = await apply(author, call);
  await manager.mutate('nameCallReviewers', { call: call.id, members: [selected.memberId] }, 'call { id }');
  await manager.mutate('extendCall', { call: call.id, closesAt: day(4), notice: 'A day more.' }, 'call { id }');
  await as(voter).mutate('voteForApplication', { application }, 'application { id }');
  await as(selected).mutate('scoreApplication', { application, marks: [{ criterion: 0, score: 4, note: 'Well said.' }] }, 'application { id }');
  const putForward = await aCircle(app.database, community.id, [author.memberId, voter.memberId]);
  await app.database.query(`UPDATE circles SET spokesperson_id = $2, spokesperson_since = now(), term_ends_at = now() + interval '30 days' WHERE id = $1`, [putForward.id, author.memberId]);
  await as(voter).mutate('nominateForCall', { call: call.id, circle: putForward.id }, 'application { id }');
  const draftApplication = (await as(author).mutate('startApplication', { call: begun.id, ofAge: true }, 'application { id }'))['application'].id as string;
  const blindApplication = await apply(author, blind);
  const [declinedApplication, selectedApplication, judgedApplication, contestedApplication] = [await apply(author, decided), await apply(selected, decided), await apply(others[0], decided), await apply(others[1], decided)];
  await app.database.query(`UPDATE calls SET closes_at = now() - interval '1 hour' WHERE id = $1`, [decided.id]);
  const decide = (ids: string[], outcome: string) => manager.mutate('decideApplication', { applications: ids, outcome, reason: 'By your lines.' }, 'applications { id }');
  await decide([declinedApplication, contestedApplication], 'DECLINED');
  await decide([selectedApplication], 'SELECTED');
  await as(others[1]).mutate('askForReview', { application: contestedApplication, text: 'Look again.' }, 'application { id }');
  const offer = await as(selected).get('query ($id: ID!) { application(id: $id) { term { id } } }', { id: selectedApplication });
  const question = call.questions[0]!.id;
  const ids = { call: call.id, decidedCall: decided.id, draftCall: draftCall.id, application, draftApplication, blindApplication, declinedApplication, selectedApplication, judgedApplication };
  return { ...ids, contestedApplication, question, putForward: putForward.id, offeredTerm: offer['application'].term.id as string };
}

const AD = [{ channel: 'Blog', language: 'en', words: ['#ad'] }];

/** A rally in its hour, so that there is its counter too. */
export const MISSION = {
  kind: 'CREATE', title: 'Two weeks with the van', brief: 'Drive it for two weeks and say what works and what does not.', audience: 'Who drives.',
  opensAt: day(-1), closesAt: day(3), evidence: ['TEXT'], disclosures: AD, rubric: [{ criterion: 'Both weeks are there', points: 5 }],
};
/** Everybody says something of their own: intake asks who says the same again. */
export const saying = (week: string) => [{ kind: 'TEXT', text: `In week ${week} the brakes squeal, and the seats of ${week} are awful: ${week.repeat(9)}.` }];

async function missions(app: App, { community, manager, author, as }: Programme) {
  const anna = as(author);
  const budget = (await manager.mutate('createRewardBudget', { community: community.slug, name: 'Autumn' }, 'budget { id }'))['budget'].id as string;
  await manager.mutate('fundBudget', { budget, amount: 500 }, 'budget { left }');
  const perk = (await manager.mutate('createPerk', { budget, title: 'A mug', cost: 10, stock: 5 }, 'perk { id }'))['perk'].id as string;
  const period = (await manager.mutate('createPeriod', { community: community.slug, theme: 'On the road', startsAt: day(-1), endsAt: day(20) }, 'period { id }'))['period'].id as string;
  const publish = async (more: object = {}) => (await manager.mutate('publishMission', { community: community.slug, ...MISSION, period, ...more }, 'mission { id }'))['mission'].id as string;
  let weeks = 0;
  const sent = async (mission: string) => {
    await anna.mutate('joinMission', { mission }, 'mission { id }');
    return (await anna.mutate('submitEntry', { mission, evidence: saying(String(++weeks)), disclosed: true, note: 'Between us.' }, 'entry { id }'))['entry'].id as string;
  };
  const reviewed = async (outcome: string, more: object = {}) => {
    const entry = await sent(await publish(more));
    await manager.mutate('reviewEntry', { entry, outcome, reason: 'Week two is missing.', scores: [{ criterion: 'Both weeks are there', score: 4 }] }, 'entry { id }');
    return entry;
  };
  const mission = await publish({ kind: 'RALLY', rallyAt: day(-0.01), places: 10, budget, rewardPoints: 50, rewardPerk: perk });
  const entry = await sent(mission);
  await manager.mutate('reviewEntry', { entry, outcome: 'ACCEPT', reason: 'Both are there.', scores: [{ criterion: 'Both weeks are there', score: 5 }] }, 'entry { id }');
  const [submittedEntry, hiddenEntry, refusedEntry, appealedEntry] = [await sent(await publish()), await reviewed('ACCEPT'), await reviewed('REFUSE'), await reviewed('REFUSE')];
  await app.database.query(`UPDATE entries SET withheld = 'HIDDEN', withheld_at = now() WHERE id = $1`, [hiddenEntry]);
  const appealed = (await anna.mutate('appealEntry', { entry: appealedEntry, text: 'It is on page two.' }, 'entry { appeals { id } }'))['entry'];
  const joinedMission = await publish();
  await anna.mutate('joinMission', { mission: joinedMission }, 'mission { id }');
  const draftedFor = await publish();
  await anna.mutate('joinMission', { mission: draftedFor }, 'mission { id }');
  const draftEntry = (await anna.mutate('saveEntry', { mission: draftedFor, evidence: saying('zero'), disclosed: true }, 'entry { id }'))['entry'].id as string;
  const draftMission = await publish({ draft: true });
  const [{ delivery }] = await app.database.query<{ delivery: string }>('SELECT id AS delivery FROM perk_deliveries WHERE community_id = $1', [community.id]) as [{ delivery: string }];
  const ids = { budget, rewardBudget: budget, perk, period, mission, entry, submittedEntry, hiddenEntry, refusedEntry, draftEntry, joinedMission, draftMission, delivery };
  return { ...ids, ambassadorAppeal: appealed.appeals[0].id as string };
}

/** What was read, followed and counted, as the worker writes it down. */
async function reach({ database: db }: App, { community, author, as }: Programme, { entry, mission }: Ids) {
  const [evidence, feed] = [newId(), newId()];
  await db.query('UPDATE entry_evidence SET position = 1 WHERE entry_id = $1', [entry]);
  await db.query(
    `INSERT INTO entry_evidence (id, entry_id, revision, position, kind, url, channel, first_found_at, next_check_at) SELECT $1, id, revision, 0, 'LINK', 'https://anna.example.org/', 'Blog', now(), now() + interval '7 days' FROM entries WHERE id = $2`, [evidence, entry]);
  await db.query(
    `INSERT INTO entry_checks (id, evidence_id, checked_at, verdict, looked_for, hash, title, snapshot, status)
     VALUES (gen_random_uuid(), $1, now(), 'FOUND', '[{"kind":"DISCLOSURE","words":["#ad"],"found":"#ad"}]', repeat('a', 64), 'Two weeks', 'Two weeks #ad', 200)`, [evidence]);
  const link = (await as(author).mutate('createTrackingLink', { mission, channel: 'Blog' }, 'trackingLink { id }'))['trackingLink'].id as string;
  await db.query(`INSERT INTO tracking_days (link_id, day, visitors, robots) VALUES ($1, current_date, 3, 1)`, [link]);
  await db.query(`INSERT INTO site_feeds (id, community_id, member_id, url, title, created_at) VALUES ($1, $2, $3, 'https://anna.example.org/feed', 'Anna', now())`, [feed, community.id, author.memberId]);
  await db.query(
    `INSERT INTO site_feed_items (id, feed_id, community_id, name_hash, title, url, published_at) VALUES (gen_random_uuid(), $1, $2, $3, 'A week', 'https://anna.example.org/1', now())`,
    [feed, community.id, Buffer.alloc(32, 1)]);
  return { feed };
}

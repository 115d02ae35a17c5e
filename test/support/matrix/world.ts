import { Transactor } from '@fanfare/database';
import { DAY } from '@fanfare/kernel';
import { ReviewItemsService } from '@fanfare/moderation';
import { aComment, aCommunity, anIdea, aRestriction, aRole } from '@fanfare/testing';
import type { App } from '../app.js';
import type { Client } from '../client.js';
import { type Fan, newcomers, someFans } from '../fans.js';
import { hiddenThings } from './exceptions.js';
import { programme } from './programme.js';
import { disagreements, offices, things } from './things.js';

/** Whoever asks, in the order of the table's columns. All but the visitor and the operator are members of the community. */
export const ROLES = ['visitor', 'member', 'author', 'reporter', 'brand manager', 'owner', 'moderator', 'moderator next door', 'operator', 'suspended', 'banned'] as const;
export type Role = (typeof ROLES)[number];

/** A small community in which there is one of everything, all of it the author's where it is somebody's. */
export interface MatrixWorld {
  readonly slug: string;
  readonly clients: Readonly<Record<Role, Client>>;
  readonly handles: Readonly<Record<'author' | 'member', string>>;
  readonly ids: Readonly<Record<string, string>>;
  /** Changes something in the queue of reviews, for who watches it. */
  readonly stir: () => Promise<unknown>;
}

const WHY = { law: 'Defamation Act, section 1', facts: 'It insults somebody.', passage: 'an utter fool', language: 'en' };

export async function aMatrixWorld(app: App): Promise<MatrixWorld> {
  const { database: db } = app;
  const here = await aCommunity(db, { slug: 'here', survey_rung: 1 });
  const fans = (await someFans(db, here.id, 18)).filter(({ isAnonymous }) => !isAnonymous);
  const [member, author, reporter, manager, owner, moderator, rival, suspended, banned, judge, another, target, panelist, appointed] = fans as [Fan, ...Fan[]];
  const grants = [[manager, 'BRAND_MANAGER'], [owner, 'OWNER'], [moderator, 'MODERATOR'], [judge, 'MODERATOR'], [another, 'MODERATOR']] as const;
  for (const [fan, role] of grants) await aRole(db, here.id, fan!.accountId, role);
  await aRole(db, (await aCommunity(db, { slug: 'next-door' })).id, rival!.accountId, 'MODERATOR');
  const as = (fan: Fan | undefined) => Object.assign(app.visitor(), { token: fan!.token });
  const clients: Record<Role, Client> = {
    visitor: app.visitor(), member: as(member), author: as(author), reporter: as(reporter), 'brand manager': as(manager), owner: as(owner),
    moderator: as(moderator), 'moderator next door': as(rival), operator: await anOperator(app), suspended: as(suspended), banned: as(banned),
  };
  const namedFans = await namesOf(app, [member!, author!, panelist!, appointed!]);
  const content = await things(app, here, { author: author!, member: member!, reporter: reporter! });
  const hidden = await hiddenThings(app, here.id, author!, content);
  const run = await programme(app, { community: here, manager: clients['brand manager'], author: author!, voter: member!, selected: reporter!, others: [panelist!, appointed!], fans: [rival!], as });
  const office = await offices(here.slug, clients, content, { invited: namedFans[0]!.email, panelist: namedFans[2]!.email });
  const disputed = await disagreements(app, { community: here.id, idea: content.idea, author: author!, authored: clients.author, manager: clients['brand manager'] });
  const moderated = await matters(app, here.id, { clients, author: author!, warned: suspended!, target: target!, moderator: moderator!, judge: as(judge), another: as(another) });
  await aRestriction(db, { id: suspended!.memberId, community_id: here.id }, { kind: 'SUSPENSION', starts_at: new Date(Date.now() - 60_000), ends_at: new Date(Date.now() + DAY) });
  await aRestriction(db, { id: banned!.memberId, community_id: here.id }, { kind: 'BAN' });
  const ids = { ...content, ...hidden, ...office, ...disputed, ...moderated, ...run, member: author!.memberId, community: here.id, account: panelist!.accountId, appointed: namedFans[3]!.email };
  await db.query(`INSERT INTO avatar_removals (id, community_id, member_id, reason, removed_at, removed_by) VALUES (gen_random_uuid(), $1, $2, 'Not them.', now(), $3)`, [here.id, ids.member, moderator!.memberId]);
  await clients.member.mutate('answerSurvey', { idea: ids.idea, wouldBuy: 'YES' }, 'idea { id }');
  await clients.member.mutate('follow', { subject: ids.member }, '__typename');
  const stir = () => as(another).mutate('addReviewNote', { item: moderated.item, body: 'Once more.' }, 'item { id }');
  return { slug: here.slug, clients, handles: { member: namedFans[0]!.handle, author: namedFans[1]!.handle }, ids, stir };
}

async function anOperator(app: App): Promise<Client> {
  const [operator] = await newcomers(app, 1);
  await app.database.query('UPDATE accounts SET is_operator = true WHERE id = (SELECT account_id FROM sessions ORDER BY created_at DESC LIMIT 1)');
  return operator!;
}

async function namesOf(app: App, fans: readonly Fan[]): Promise<{ handle: string; email: string }[]> {
  const rows = await app.database.query<{ id: string; handle: string; email: string }>(
    'SELECT m.id, m.handle::text AS handle, a.email::text AS email FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.id = ANY ($1)',
    [fans.map(({ memberId }) => memberId)],
  );
  return fans.map(({ memberId }) => rows.find(({ id }) => id === memberId)!);
}

interface Bench {
  readonly clients: MatrixWorld['clients'];
  readonly author: Fan;
  readonly warned: Fan;
  readonly target: Fan;
  readonly moderator: Fan;
  readonly judge: Client;
  readonly another: Client;
}

/** What was reported, decided, appealed: by moderators who are in no column, so that the one in the table has a say in each. */
async function matters(app: App, communityId: string, { clients, author, warned, target, moderator, judge, another }: Bench) {
  const waiting = async (of: Fan) => {
    const idea = await anIdea(app.database, communityId);
    const { id } = await aComment(app.database, idea, { author_id: of.memberId, body: 'You are an utter fool.' });
    const opened = await app.get(Transactor).run((tx) => app.get(ReviewItemsService).openOrJoin(tx, { kind: 'COMMENT', id, communityId, authorId: of.memberId }));
    return { item: opened.item.id, comment: id };
  };
  const decide = async (of: Fan, ruling: object) => (await judge.mutate('decideReview', { item: (await waiting(of)).item, ...WHY, ...ruling }, 'decision { id }'))['decision'].id as string;
  const { item, comment: reported } = await waiting(author);
  const notice = { location: 'The first sentence.', law: WHY.law, goodFaith: true };
  const filed = { subject: reported, category: 'ILLEGAL_CONTENT', explanation: 'It insults me.', notice };
  const { reference } = (await clients.reporter.mutate('report', filed, 'report { reference }'))['report'] as { reference: string };
  const { item: ownItem } = await waiting(moderator);
  const warning = await decide(warned, { action: 'WARN' });
  const decision = await decide(author, { action: 'HIDE' });
  const appealed = await decide(author, { action: 'HIDE' });
  const appeal = (await clients.author.mutate('appealDecision', { decision: appealed, text: 'It was a joke.' }, 'appeal { id }'))['appeal'].id as string;
  const proposed = await decide(target, { action: 'BAN' });
  await another.mutate('addReviewNote', { item, body: 'Look at the thread.' }, 'item { id }');
  return { item, reviewItem: item, ownItem, reported, reference, warning, decision, appeal, proposed };
}

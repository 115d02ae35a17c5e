import { Transactor } from '@fanfare/database';
import { HistoryService } from '@fanfare/reputation';
import { aComment, aMember, anIdea, aRole, aTermOf } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PanelMails } from '../../libs/moderation/src/panel/panel.mails.js';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { newcomers } from '../support/fans.js';
import { forbiddenWrites } from '../support/forbidden-writes.js';
import { appeal, decide, judge, seen, WHY } from '../support/judging.js';
import { merit } from '../support/merit.js';

let app: App;
let brand: Brand;
let writes: ReturnType<typeof forbiddenWrites>;
let ledger: ReturnType<typeof merit>;
/** Another moderator, and a third one. */
let mia: Client;
let mo: Client;
/** Whose texts are judged, with an address to be written to. */
let author: Client;
let authorId: string;
let reporterId: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  brand = await aBrand(app);
  [writes, ledger] = [forbiddenWrites(app, brand), merit(app)];
  [mia, mo] = [await aModerator('mia-reviews'), await aModerator('mo-reviews')];
  author = await app.visitor().signUp({ displayName: 'Ann Author', locale: 'fr' });
  await author.confirm();
  authorId = await author.join(brand.slug, 'ann-writes');
  reporterId = brand.fanId;
  await app.database.query(`INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, 1, 1, 'Be civil', 'Argue, and insult nobody.', now() - interval '1 day')`, [brand.communityId]);
  await ledger.earns(brand.communityId, reporterId);
});
afterAll(() => app?.stop());

async function aModerator(handle: string): Promise<Client> {
  const [client] = await newcomers(app, 1);
  await client!.join(brand.slug, handle);
  await aRole(app.database, brand.communityId, await accountOf(client!), 'MODERATOR');
  return client!;
}

/** What reports and notices open. */
async function reported(subject: string, by = brand.fan): Promise<string> {
  await by.mutate('report', { subject, category: 'HARASSMENT', explanation: 'Look.' }, 'report { id }');
  const asked = `query ($slug: String!) { community(slug: $slug) { reviewQueue(first: 100) { nodes { id subjectId viewerMayDecide } } } }`;
  const { nodes } = (await brand.moderator.get(asked, { slug: brand.slug })).community.reviewQueue;
  return nodes.find((node: { subjectId: string }) => node.subjectId === subject).id;
}

async function commented(): Promise<string> {
  const idea = await anIdea(app.database, brand.communityId);
  return (await aComment(app.database, idea, { author_id: authorId, body: 'You are an utter fool.' })).id;
}

const scores = async () => (await ledger.readOn(), { author: await ledger.score(authorId), reporter: await ledger.score(reporterId) });

describe('from a report to a reversal', () => {
  it('everything is as it was before: votes, points, clock and what everybody sees', async () => {
    const idea = await anIdea(app.database, brand.communityId, { author_id: authorId, title: 'A brass band of bricks', body: 'A body long enough to be an idea in a test, by an utter fool.' });
    const voters = await Promise.all([1, 2, 3].map(() => aMember(app.database, brand.communityId)));
    for (const { id } of voters) {
      await app.database.query(`INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version) VALUES ($1, $2, $3, 'VERIFIED', now(), 1)`, [idea.id, id, brand.communityId]);
    }
    await ledger.earns(brand.communityId, authorId);
    await app.get(Transactor).run((tx) => app.get(HistoryService).tell(tx, brand.communityId));
    const comment = (await aComment(app.database, idea, { author_id: reporterId, body: 'I like it.' })).id;
    await brand.fan.mutate('castVote', { idea: idea.id }, 'idea { id }');
    await expect.poll(scores).toMatchObject({ author: 8 });

    const world = async (): Promise<Record<string, any>> => {
      const asked = `query ($id: ID!, $slug: String!, $comment: ID!) {
        idea(id: $id) { status title body votingOpen support { raw verified quarantined } commentCount rung { position } decision { id } author { handle } }
        comment(id: $comment) { body }
        community(slug: $slug) { ideas(orderBy: NEWEST, first: 50) { nodes { id } } found: ideas(orderBy: RELEVANCE, filter: { search: "brass" }) { nodes { id } } } }`;
      const variables = { id: idea.id, slug: brand.slug, comment };
      const [visitor, voter] = [await app.visitor().get(asked, variables), await brand.fan.get('query ($id: ID!) { idea(id: $id) { viewerVote { standing } viewerCan { vote { allowed } } } }', { id: idea.id })];
      const votes = await app.database.query('SELECT member_id, standing FROM votes WHERE idea_id = $1 ORDER BY member_id', [idea.id]);
      const restrictions = await app.database.query('SELECT kind FROM restrictions WHERE member_id = $1 AND lifted_at IS NULL', [authorId]);
      const files = await Promise.all(['sitemap.xml', 'feed.atom'].map(async (file) => (await fetch(`${app.url}/c/${brand.slug}/${file}`)).text()));
      return { ...visitor, voter, votes, restrictions, files };
    };
    const clockOf = async () => (await app.database.query<{ deadline: Date }>('SELECT deadline FROM ideas WHERE id = $1', [idea.id]))[0]!.deadline?.getTime();
    const [before, points, deadline, book] = [await world(), await scores(), await clockOf(), await ledger.book()];
    expect(before).toMatchObject({ idea: { support: { raw: 4, verified: 4 } }, community: { found: { nodes: [{ id: idea.id }] } }, voter: { idea: { viewerVote: { standing: 'VERIFIED' }, viewerCan: { vote: { allowed: true } } } } });
    for (const list of [before['community'].ideas.nodes.map(({ id }: { id: string }) => id), ...before['files']]) expect(list).toContain(idea.id);

    const item = await reported(idea.id);
    await brand.moderator.mutate('claimReview', { item }, 'item { claim { mine } }');
    expect(await mia.refusal('decideReview', { item, action: 'REMOVE', ...WHY }, 'decision { id }')).toBe('ITEM_CLAIMED');
    const decision = await decide(brand.moderator, item, { sanction: { action: 'MUTE', right: 'POSTING', until: new Date(Date.now() + 86_400_000).toISOString() } });
    expect(decision).toMatchObject({ action: 'REMOVE', state: 'IN_FORCE', ground: 'RULE', ruleNumber: 1, source: 'REPORT', decidedAs: 'MODERATOR', affected: { handle: 'ann-writes' } });

    const during = await world();
    expect(during).toMatchObject({ idea: { status: 'REMOVED', title: '', body: '', author: null, commentCount: 0, decision: { id: decision.id } }, comment: null });
    for (const list of [during['community'].ideas.nodes.map(({ id }: { id: string }) => id), during['community'].found.nodes, ...during['files']]) expect(list).not.toContain(idea.id);
    expect(during.voter.idea.viewerCan.vote.allowed).toBe(false);
    expect(during.restrictions).toEqual([{ kind: 'MUTE' }]);
    await expect.poll(scores).toEqual({ author: points.author - 8 - 10, reporter: points.reporter + 3 });

    const statement = await seen(author, decision.id);
    expect(statement).toMatchObject({ rule: { version: 1, title: 'Be civil' }, logEntry: { kind: 'DECISION', decision: { decision: decision.id } } });
    expect(statement).toMatchObject({ facts: WHY.facts, passage: WHY.passage, language: 'fr', concernsViewer: true, viewerMayAppeal: true });
    expect((await author.get('query ($slug: String!) { viewer { decisions(community: $slug) { nodes { id action } } } }', { slug: brand.slug })).viewer.decisions.nodes.map(({ action }: { action: string }) => action).sort()).toEqual(['MUTE', 'REMOVE']);

    const letter = await author.mailTo(author.person!.email, 'retrait');
    expect(letter.text).toMatch(/règle 1, « Be civil »[\s\S]*Elle insulte quelqu’un[\s\S]*an utter fool[\s\S]*faire appel jusqu’au/);

    const { id, dueAt } = await appeal(author, decision.id);
    expect(new Date(dueAt).getTime() - Date.now()).toBeGreaterThan(6 * 86_400_000);
    await mo.mutate('answerAppeal', { appeal: id, body: 'Nous regardons.' }, 'appeal { messages { body byModeration } }');
    expect(await brand.moderator.refusal('decideAppeal', { appeal: id, outcome: 'REVERSED', reasons: 'x' }, 'appeal { id }')).toBe('NOT_IMPARTIAL');
    expect(await judge(mia, id, 'REVERSED')).toMatchObject({ state: 'REVERSED', decision: { state: 'FALLEN' } });

    expect((await author.mailTo(author.person!.email, 'Vous aviez raison')).text).toContain('Nous avons relu.');
    expect(await world()).toEqual(before);
    await expect.poll(scores).toEqual(points);
    await expect.poll(ledger.book).toEqual(book);
    expect(await ledger.faults()).toEqual([]);
    const moves = await app.database.query<{ at: Date }>('SELECT moved_at AS at FROM idea_moves WHERE idea_id = $1 ORDER BY moved_at', [idea.id]);
    expect((await clockOf())! - deadline!).toBe(moves[1]!.at.getTime() - moves[0]!.at.getTime()); // the clock stood still meanwhile
    const log = (await app.visitor().get('query ($slug: String!) { community(slug: $slug) { moderationLog { nodes { kind } } } }', { slug: brand.slug })).community.moderationLog.nodes;
    expect(log.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== 'KEY').sort()).toEqual(['APPEAL', 'DECISION', 'DECISION']);
  });

  it('a comment that staff found helpful brings its points back with it', async () => {
    const comment = await commented();
    await brand.manager.mutate('markHelpful', { comment }, 'comment { id }');
    const brought = async () => (await ledger.readOn(), (await ledger.book()).credits);
    await expect.poll(brought).toContainEqual(expect.objectContaining({ subject_id: comment, rule: 'HELPFUL_TO_STAFF' })); // and all before it is read
    const points = await scores();
    const decision = await decide(brand.moderator, await reported(comment));
    await expect.poll(async () => (await scores()).author).toBeLessThan(points.author);
    expect((await app.visitor().get('query ($id: ID!) { comment(id: $id) { body decision { action ruleNumber } } }', { id: comment })).comment).toMatchObject({ body: '', decision: { action: 'REMOVE', ruleNumber: 1 } });
    await judge(mia, (await appeal(author, decision.id)).id, 'REVERSED');
    await expect.poll(scores).toEqual(points);
    expect((await app.visitor().get('query ($id: ID!) { comment(id: $id) { body decision { id } } }', { id: comment })).comment).toEqual({ body: 'You are an utter fool.', decision: null });
  });
});

describe('a statement of reasons', () => {
  it('is whole to whom it affects and to moderators; others read what it is, by which rule and when; of a person nobody else reads anything', async () => {
    const [text, person] = [await decide(brand.moderator, await reported(await commented()), { action: 'HIDE' }), await decide(brand.moderator, await reported(await commented()), { action: 'WARN' })];
    for (const by of [author, mia]) expect(await seen(by, text.id)).toMatchObject({ facts: WHY.facts, passage: WHY.passage, affected: { handle: 'ann-writes' } });
    for (const by of [app.visitor(), brand.owner, brand.rival, brand.operator, brand.fan]) {
      expect(await seen(by, text.id)).toMatchObject({ action: 'HIDE', ruleNumber: 1, facts: null, passage: null, language: null, affected: null, concernsViewer: false, viewerMayAppeal: false });
      expect(await seen(by, person.id)).toEqual(by === brand.fan ? expect.objectContaining({ action: 'WARN', facts: null }) : null);
    }
    const refused = await author.refusal('addComment', { idea: (await anIdea(app.database, brand.communityId)).id, body: 'Hello.' }, 'comment { id }');
    expect(refused).toBe('ACKNOWLEDGE_WARNING');
    expect(await brand.fan.refusal('acknowledgeWarning', { decision: person.id }, 'decision { id }')).toBe('NOT_FOUND');
    await author.mutate('acknowledgeWarning', { decision: person.id }, 'decision { acknowledgedAt }');
    await author.mutate('addComment', { idea: (await anIdea(app.database, brand.communityId)).id, body: 'Hello.' }, 'comment { id }');
  });

  it('is refused where it is not whole, quotes nothing that stands there, or names no rule', async () => {
    const item = await reported(await commented());
    const code = (change: object) => brand.moderator.refusal('decideReview', { item, action: 'REMOVE', ...WHY, ...change }, 'decision { id }');
    for (const change of [{ rule: null }, { facts: ' ' }, { passage: null }, { language: null }, { passage: 'something else' }]) expect(await code(change)).toBe('REASONS_INCOMPLETE');
    expect(await code({ rule: 8 })).toBe('UNKNOWN_RULE');
    for (const by of [brand.owner, brand.manager]) expect(await by.refusal('decideReview', { item, action: 'REMOVE', ...WHY }, 'decision { id }')).toBe('NOT_IMPARTIAL');
    for (const by of [brand.fan, author, brand.operator, brand.rival]) expect(await by.refusal('decideReview', { item, action: 'REMOVE', ...WHY }, 'decision { id }')).toBe('NOT_FOUND');
    expect(await app.visitor().refusal('decideReview', { item, action: 'REMOVE', ...WHY }, 'decision { id }')).toBe('SIGN_IN_REQUIRED');
  });
});

describe('each forbidden step is refused by the api and by the database', () => {
  const code = (by: Client, item: string, change: object = {}) => by.refusal('decideReview', { item, action: 'REMOVE', ...WHY, ...change }, 'decision { id }');
  const decided = (item: string, by: Client | null, change: object = {}) => writes.decision(item, authorId, by, { ...change });
  const memberOf = async (client: Client) => (await app.database.query<{ id: string }>('SELECT id FROM members WHERE account_id = $1', [await accountOf(client)]))[0]!.id;

  it('to judge what is one’s own, what one reported, for the brand, without an office, in somebody’s place, or without whole reasons', async () => {
    const moId = await memberOf(mo);
    const own = await reported((await aComment(app.database, await anIdea(app.database, brand.communityId), { author_id: moId, body: 'You are an utter fool.' })).id);
    for (const affected of [moId, null]) expect([await code(mo, own), await decided(own, mo, { affected_id: affected })]).toEqual(['NOT_IMPARTIAL', 'judges_are_not_the_author']);

    const comment = await commented();
    const item = await reported(comment, mia);
    expect([await code(mia, item), await decided(item, mia)]).toEqual(['NOT_IMPARTIAL', 'judges_are_not_the_reporter']);
    for (const by of [brand.owner, brand.manager]) expect([await code(by, item), await decided(item, by)]).toEqual(['NOT_IMPARTIAL', 'judges_are_not_the_brand']);
    for (const by of [brand.fan, brand.rival, brand.operator]) expect([await code(by, item), await decided(item, by)]).toEqual(['NOT_FOUND', 'judges_hold_their_office']);
    for (const office of ['PANEL', 'OPERATOR']) expect(await decided(item, mo, { decided_as: office })).toBe('judges_hold_their_office');
    const filing = (by: Client) => by.refusal('report', { subject: comment, category: 'SPAM' }, 'report { id }');
    expect([await filing(author), await writes.report(item, authorId)]).toEqual(['OWN_CONTENT', 'reports_are_of_others']);
    expect([await filing(mia), await writes.report(item, await memberOf(mia))]).toEqual(['ALREADY_REPORTED', 'reports_one_each']);

    await brand.moderator.mutate('claimReview', { item }, 'item { id }');
    expect([await code(mo, item), await decided(item, mo), await mo.refusal('claimReview', { item }, 'item { id }')]).toEqual(['ITEM_CLAIMED', 'decisions_respect_claims', 'ITEM_CLAIMED']);
    const by = brand.moderator;
    for (const [given, without] of [['facts', { facts: null }], ['language', { language: null }], ['rule', { ground: null, rule_number: null, rule_version: null }]] as const) {
      expect([await code(by, item, { [given]: null }), await decided(item, by, without)]).toEqual(['REASONS_INCOMPLETE', 'decisions_have_reasons']);
    }
    expect([await code(by, item, { rule: 9 }), await decided(item, by, { rule_number: 9 })]).toEqual(['UNKNOWN_RULE', 'decisions_community_id_rule_number_rule_version_fkey']);
    expect([await decided(item, null), await decided(item, by, { appeal_until: null })]).toEqual(['decisions_of_machines_hold', 'decisions_have_reasons']);
    expect(await app.database.query('SELECT FROM decisions WHERE item_id = ANY ($1)', [[own, item]])).toEqual([]);
  });

  it('to ban alone, to second oneself or for the brand, and to take a proposal for a decision', async () => {
    const item = await reported(await commented(), mia);
    const ban = await decide(mo, item, { action: 'BAN' });
    expect([ban.state, await decided(item, brand.moderator, { action: 'BAN', scope: 'MEMBER' })]).toEqual(['PROPOSED', 'decisions_bans_by_two']);
    const inForce = { state: 'IN_FORCE', starts_at: new Date() };
    const second = async (by: Client) => [
      await by.refusal('confirmDecision', { decision: ban.id, agree: true }, 'decision { id }'),
      await writes.change('decisions', ban.id, { ...inForce, ...(await writes.by('seconded', by)) }),
    ];
    expect(await second(mo)).toEqual(['NOT_IMPARTIAL', 'decisions_seconded_by_another']);
    expect(await second(mia)).toEqual(['NOT_IMPARTIAL', 'judges_are_not_the_reporter']);
    expect(await second(brand.manager)).toEqual(['NOT_IMPARTIAL', 'judges_are_not_the_brand']);
    expect(await second(brand.fan)).toEqual(['NOT_FOUND', 'judges_hold_their_office']);
    expect(await writes.change('decisions', ban.id, inForce)).toBe('decisions_by_two');
    expect(await writes.change('decisions', ban.id, { ...inForce, needs_second: false })).toBe('decisions_bans_by_two');
    expect(await writes.change('decisions', ban.id, { decided_by: await accountOf(mia) })).toBe('judges_are_not_the_reporter');
    await brand.moderator.mutate('confirmDecision', { decision: ban.id, agree: false, reason: 'Trop sévère.' }, 'decision { id }');
  });

  it('to appeal what concerns somebody else, twice at once, too late or too often, and to judge an appeal after taking part', async () => {
    const item = await reported(await commented());
    const decision = (await decide(brand.moderator, item)).id;
    expect(await code(mia, item)).toBe('ITEM_DECIDED');
    const appealing = (by: Client, of = decision) => by.refusal('appealDecision', { decision: of, text: 'Once more.' }, 'appeal { id }');
    const rival = await memberOf(brand.rival);
    for (const as of ['AFFECTED', 'REPORTER']) expect([await appealing(brand.rival), await writes.appeal(item, decision, rival, 1, as)]).toEqual(['NOT_FOUND', 'appeals_by_whom_it_concerns']);

    const judging = async (by: Client, id: string) => [
      await by.refusal('decideAppeal', { appeal: id, outcome: 'REVERSED', reasons: 'Why.' }, 'appeal { id }'),
      await writes.change('appeals', id, { state: 'REVERSED', reasons: 'Why.', ...(await writes.by('decided', by)) }),
    ];
    const { id: first } = await appeal(author, decision);
    expect([await appealing(author), await writes.appeal(item, decision, authorId, 2)]).toEqual(['ALREADY_APPEALED', 'appeals_one_open']);
    expect(await judging(brand.moderator, first)).toEqual(['NOT_IMPARTIAL', 'judges_of_appeals_took_no_part']);
    expect(await judging(brand.manager, first)).toEqual(['NOT_IMPARTIAL', 'judges_are_not_the_brand']);
    expect(await judging(author, first)).toEqual(['NOT_FOUND', 'judges_are_not_the_author']);
    expect(await judging(brand.rival, first)).toEqual(['NOT_FOUND', 'judges_hold_their_office']);
    await judge(mia, first, 'UPHELD');
    const { id: last } = await appeal(author, decision);
    expect(await judging(mia, last)).toEqual(['NOT_IMPARTIAL', 'judges_of_appeals_took_no_part']);
    await judge(mo, last, 'UPHELD');
    expect([await appealing(author), await writes.appeal(item, decision, authorId, 3)]).toEqual(['APPEALS_EXHAUSTED', 'appeals_round_check']);
    expect(await writes.appeal(item, decision, authorId, 2)).toBe('appeals_item_id_appellant_id_round_key');

    const other = await reported(await commented());
    const late = (await decide(brand.moderator, other)).id;
    await writes.change('decisions', late, { appeal_until: new Date(Date.now() - 60_000) });
    expect([await appealing(author, late), await writes.appeal(other, late, authorId, 1)]).toEqual(['APPEAL_TOO_LATE', 'appeals_in_time']);
  });

  it('to take back what the log says', async () => {
    for (const sql of [`UPDATE log_entries SET body = '{}'`, 'DELETE FROM log_entries', 'UPDATE log_trees SET size = size - 1', 'DELETE FROM log_heads']) {
      expect(await writes.run(`${sql} WHERE community_id = $1`, [brand.communityId])).toMatch(/^moderation_log_/);
    }
  });
});

describe('several at once', () => {
  it('are decided with one reason each; one that is refused stops no other', async () => {
    const items = [await reported(await commented()), await reported(await commented())];
    await decide(brand.moderator, items[0]!, { action: 'KEEP', rule: null, facts: null, passage: null, language: null });
    const { outcomes } = await mia.mutate('decideReviews', { items: items.map((item) => ({ item, passage: WHY.passage })), action: 'HIDE', rule: 1, facts: WHY.facts, language: 'fr' },
      'outcomes { item decision { action } problem { code } }');
    expect(outcomes).toEqual([{ item: items[0], decision: null, problem: { code: 'ITEM_DECIDED' } }, { item: items[1], decision: { action: 'HIDE' }, problem: null }]);
  });
});

describe('the panel', () => {
  it('is the operator’s to appoint, and nobody else’s to see', async () => {
    const panelist = await app.visitor().signUp();
    await panelist.confirm();
    const asked = 'panel { accountId email }';
    for (const by of [brand.owner, brand.moderator]) expect(await by.refusal('appointPanelModerator', { email: panelist.person!.email }, asked)).toBe('NOT_ALLOWED');
    const { panel } = await brand.operator.mutate('appointPanelModerator', { email: panelist.person!.email }, asked);
    expect(panel).toMatchObject([{ email: panelist.person!.email }]);
    expect(await brand.operator.refusal('appointPanelModerator', { email: 'nobody@example.org' }, asked)).toBe('NOT_FOUND');
    expect(await panelist.refusal('decideReview', { item: await reported(await commented()), action: 'REMOVE', ...WHY }, 'decision { id }')).toBe('NOT_FOUND'); // there are enough here
    expect((await brand.operator.mutate('dismissPanelModerator', { account: panel[0].accountId }, asked)).panel).toEqual([]);
  });

  it('has the queue of a community with one moderator, who holds and leaves the rest; nobody else sees it or decides', async () => {
    const small = await aBrand(app);
    await app.database.query(`INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, 1, 1, 'Be civil', 'Argue, and insult nobody.', now() - interval '1 day')`, [small.communityId]);
    const on = await anIdea(app.database, small.communityId);
    const written = await aComment(app.database, on, { author_id: (await aMember(app.database, small.communityId)).id, body: 'You are an utter fool.' });
    await small.fan.mutate('report', { subject: written.id, category: 'HARASSMENT' }, 'report { id }');
    const panelist = await app.visitor().signUp();
    await panelist.confirm();
    const { panel } = await small.operator.mutate('appointPanelModerator', { email: panelist.person!.email }, 'panel { accountId }');

    const asked = 'query ($slug: String!) { community(slug: $slug) { reviewQueue { nodes { id viewerMayDecide viewerMayNotDecideBecause viewerDecidesLightlyOnly } } } }';
    const queue = async (by: Client) => (await by.ask<Record<string, any>>(asked, { slug: small.slug })).data?.['community'].reviewQueue?.nodes;
    const [item] = await queue(panelist);
    await app.transactor.run((tx) => app.get(PanelMails).call(tx)); // as once a day
    expect((await app.visitor().mailTo(panelist.person!.email, '/panel')).subject).toBe('The panel of moderators is waited for');
    const duties = async (by: Client) => (await by.get('{ viewer { panelDuties { slug kind waiting } } }')).viewer.panelDuties;
    expect(await duties(panelist)).toContainEqual({ slug: small.slug, kind: 'REVIEW', waiting: 1 });
    expect(await duties(small.fan)).toBeNull();
    expect(item).toMatchObject({ viewerMayDecide: true, viewerDecidesLightlyOnly: false });
    expect(await queue(small.moderator)).toMatchObject([{ viewerMayDecide: true, viewerDecidesLightlyOnly: true }]);
    expect(await queue(small.operator), 'who looks after both, and decides where the panel has nobody').toMatchObject([{ viewerMayDecide: false, viewerMayNotDecideBecause: 'NOT_FOUND' }]);
    for (const other of [small.fan, small.owner, small.manager, small.rival, mia, app.visitor()]) expect(await queue(other)).toBeFalsy();

    const removal = { item: item.id, action: 'REMOVE', ...WHY };
    expect(await small.moderator.refusal('decideReview', removal, 'decision { id }')).toBe('NEEDS_SECOND');
    for (const other of [small.fan, small.manager, mia]) expect(['NOT_FOUND', 'NOT_IMPARTIAL']).toContain(await other.refusal('decideReview', removal, 'decision { id }'));
    const hold = await decide(small.moderator, item.id, { action: 'HOLD' });
    expect([hold.state, Math.round((Date.parse(hold.endsAt) - Date.parse(hold.startsAt)) / 60_000)]).toEqual(['IN_FORCE', 14 * 24 * 60]);
    const { decision } = await panelist.mutate('decideReview', removal, 'decision { id action state decidedAs decidedBy { handle } }');
    expect(decision).toMatchObject({ action: 'REMOVE', state: 'IN_FORCE', decidedAs: 'PANEL', decidedBy: null });
    expect(await queue(panelist)).toEqual([]);
    await small.operator.mutate('dismissPanelModerator', { account: panel[0].accountId }, 'panel { accountId }');
    expect(await queue(panelist)).toBeFalsy();
  });

  it('is told of an ambassador’s appeal in its own language, and finds it; whoever revoked or appealed is told nothing', async () => {
    const small = await aBrand(app);
    const [named] = await app.database.query<{ name: string }>('SELECT name FROM communities WHERE id = $1', [small.communityId]);
    const [panelist, turncoat, ambassador] = [await app.visitor().signUp({ locale: 'fr' }), await app.visitor().signUp(), await app.visitor().signUp()];
    for (const person of [panelist, turncoat, ambassador]) await person.confirm();
    const id = await ambassador.join(small.slug, 'small-driver');
    const term = await aTermOf(app.database, { id, community_id: small.communityId });
    await turncoat.join(small.slug, 'small-turncoat');
    await aRole(app.database, small.communityId, await accountOf(turncoat), 'BRAND_MANAGER');
    await turncoat.mutate('revokeTerm', { term, clause: 'Disclosure', facts: 'Three posts without it.', passage: 'Best car!' }, 'term { state }');
    await app.database.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = $1', [await accountOf(turncoat)]);
    const { appeal: { id: waits } } = await ambassador.mutate('appealTerm', { term, text: 'Each of them says it.' }, 'appeal { id }');
    for (const { person } of [panelist, turncoat, ambassador]) await small.operator.mutate('appointPanelModerator', { email: person!.email }, 'panel { accountId }');

    await app.transactor.run((tx) => app.get(PanelMails).call(tx)); // as once a day
    const mail = await app.visitor().mailTo(panelist.person!.email, '/panel');
    expect(mail.subject).toBe('Le collège de modération est attendu');
    expect(mail.text).toContain(`${named!.name}\u00a0: un recours d’ambassadeur attend.`);
    const told = async (by: Client) => (await by.get('{ viewer { panelDuties { slug kind waiting } } }')).viewer.panelDuties.filter(({ slug }: { slug: string }) => slug === small.slug);
    expect(await Promise.all([panelist, turncoat, ambassador].map(told))).toEqual([[{ slug: small.slug, kind: 'AMBASSADOR_APPEAL', waiting: 1 }], [], []]);
    const mailed = await app.database.query(`SELECT FROM events WHERE type = 'panel.awaited' AND subject_id = ANY ($1)`, [[await accountOf(turncoat), await accountOf(ambassador)]]);
    expect(mailed).toEqual([]);
    const page = await (await fetch(`${app.url}/panel`, { headers: { cookie: `fanfare_session=${panelist.token}` } })).text();
    expect(page).toContain(`href="/c/${small.slug}/moderation/ambassadors"`);

    const list = 'query ($slug: String!) { community(slug: $slug) { ambassadorAppeals { totalCount nodes { id } } } }';
    expect((await panelist.get(list, { slug: small.slug })).community.ambassadorAppeals).toEqual({ totalCount: 1, nodes: [{ id: waits }] });
    const { appeal: decided } = await panelist.mutate('decideAmbassadorAppeal', { appeal: waits, outcome: 'UPHELD', reasons: 'Two of them do not.' }, 'appeal { decidedAs }');
    expect([decided, await told(panelist)]).toEqual([{ decidedAs: 'PANEL' }, []]);
  });
});

describe('who reported', () => {
  it('learns what it came to, and appeals a dismissal; two refused appeals end it', async () => {
    const comment = await commented();
    const { report } = await brand.fan.mutate('report', { subject: comment, category: 'HARASSMENT', explanation: 'Look.' }, 'report { reference }');
    const item = (await app.database.query<{ id: string }>('SELECT item_id AS id FROM reports WHERE reference = $1', [report.reference]))[0]!.id;
    const kept = await decide(brand.moderator, item, { action: 'KEEP', rule: null, facts: 'Vif, mais permis.', passage: null });
    const asked = 'query ($reference: String!) { report(reference: $reference) { state outcome decision { id action viewerMayAppeal facts } } }';
    expect((await brand.fan.get(asked, report)).report).toMatchObject({ state: 'DECIDED', outcome: 'UNFOUNDED', decision: { id: kept.id, action: 'KEEP', viewerMayAppeal: true, facts: null } });
    expect(await author.refusal('appealDecision', { decision: kept.id, text: 'x' }, 'appeal { id }')).toBe('NOT_ALLOWED');
    await judge(mia, (await appeal(brand.fan, kept.id)).id, 'UPHELD');
    expect(await judge(mo, (await appeal(brand.fan, kept.id)).id, 'UPHELD')).toMatchObject({ state: 'UPHELD', isLast: true });
    const third = await brand.fan.ask('mutation ($input: AppealDecisionInput!) { appealDecision(input: $input) { appeal { id } } }', { input: { decision: kept.id, text: 'Once more.' } });
    expect(third.errors[0]!.extensions).toMatchObject({ code: 'APPEALS_EXHAUSTED', params: { outside: 'DISPUTE_SETTLEMENT_BODY COURTS' } });
  });
});

import { newId } from '@fanfare/kernel';
import { aComment, aCommunity, aMember, anIdea, aRole, aVote } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { type Fan, newcomers, someFans } from '../support/fans.js';
import { Live } from '../support/live.js';

const NOTICE = { law: 'Code pénal, article 226-1', location: 'https://fans.example.org/i/1', name: 'Vera Visitor', email: 'vera@example.org', goodFaith: true };
const REPORT = 'report { reference state outcome category explanation reporter { handle } notice { email } record { weight } }';
const ITEM = `id subjectKind subjectId incident state categories hardContent author { handle } content { title text path withheld }
  subject { __typename ... on Idea { id title } ... on Comment { id body } ... on Member { handle } }
  priority { value factors { kind value words fr: words(locale: "fr") } } reports { reference category explanation reporter { handle } record { weight established } }
  notes { body author { handle } } claim { mine until by { handle } } signals { code } earlier { id incident }`;

let app: App;
let brand: Brand;

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
});
afterAll(() => app?.stop());

const idea = async (columns: Record<string, unknown> = {}) => (await anIdea(app.database, brand.communityId, columns)).id;
const report = (by: Client, subject: string, more: object = {}) => by.mutate('report', { subject, category: 'SPAM', explanation: 'It sells watches.', ...more }, REPORT);
const refusal = (by: Client, subject: string, more: object = {}) => by.refusal('report', { subject, category: 'SPAM', ...more }, REPORT);

async function queue(by: Client, filter: object | null = null, first = 50) {
  const asked = `query ($slug: String!, $filter: ReviewFilter, $first: Int) { community(slug: $slug) { reviewQueue(filter: $filter, first: $first) { totalCount nodes { ${ITEM} } } } }`;
  return (await by.get(asked, { slug: brand.slug, filter, first })).community.reviewQueue;
}
const itemOf = async (subject: string) => (await queue(brand.moderator)).nodes.find((item: { subjectId: string }) => item.subjectId === subject);

describe('a report', () => {
  it('opens one item, which moderators see with everything and others not at all', async () => {
    const id = await idea({ title: 'Cheap watches for everybody' });
    const { report: filed } = await report(brand.fan, id);
    expect(filed).toMatchObject({ reference: expect.stringMatching(/^R-(\w{4}-){2}\w{4}$/), state: 'WAITING', outcome: null, category: 'SPAM', reporter: null, record: null });
    await report(brand.rival, id, { category: 'HATE' });
    const item = await itemOf(id);
    expect(item).toMatchObject({ subjectKind: 'IDEA', incident: 1, state: 'OPEN', categories: ['HATE', 'SPAM'], hardContent: true, subject: { __typename: 'Idea', title: 'Cheap watches for everybody' }, claim: null });
    expect(item.reports).toHaveLength(2);
    expect(item.reports).toContainEqual(expect.objectContaining({ explanation: 'It sells watches.', reporter: { handle: 'fay-builds' }, record: { weight: 0, established: false } }));
    expect(item.priority.factors.map(({ kind }: { kind: string }) => kind)).toEqual(['SEVERITY', 'REACH', 'REPORTS', 'WAITING']);
    expect(item.priority.factors[0]).toMatchObject({ value: 4, words: 'The worst it is called: hate', fr: 'Le motif le plus grave : haine' });
    for (const other of [brand.fan, brand.owner, brand.manager, brand.rival]) {
      const { data, code } = await other.ask<Record<string, any>>('query ($slug: String!) { community(slug: $slug) { name reviewQueue { totalCount } } }', { slug: brand.slug });
      expect([data!['community'], code]).toEqual([{ name: expect.any(String), reviewQueue: null }, 'NOT_ALLOWED']);
      expect((await other.get('query ($id: ID!) { reviewItem(id: $id) { id } }', { id: item.id })).reviewItem).toBeNull();
    }
  });

  it('is one of each person, item and incident; nobody reports their own; what one may not see does not exist', async () => {
    const id = await idea();
    await report(brand.fan, id);
    expect(await refusal(brand.fan, id)).toBe('ALREADY_REPORTED');
    expect(await refusal(brand.fan, await idea({ author_id: brand.fanId }))).toBe('OWN_CONTENT');
    expect(await refusal(brand.fan, brand.fanId)).toBe('OWN_CONTENT');
    for (const columns of [{ status: 'DRAFT' }, { status: 'REMOVED' }, { withheld: 'HOLD', withheld_at: new Date() }]) {
      const author = await aMember(app.database, brand.communityId);
      expect(await refusal(brand.fan, await idea({ author_id: author.id, ...columns }))).toBe('NOT_FOUND');
    }
    expect(await refusal(app.visitor(), id)).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(brand.operator, id)).toBe('NOT_A_MEMBER');
  });

  it('is about comments and members too', async () => {
    const on = { id: await idea(), community_id: brand.communityId };
    const written = await aComment(app.database, on, { author_id: (await aMember(app.database, brand.communityId)).id, body: 'You fool.' });
    await report(brand.fan, written.id, { category: 'HARASSMENT' });
    expect(await itemOf(written.id)).toMatchObject({ subjectKind: 'COMMENT', subject: { __typename: 'Comment', body: 'You fool.' } });
    const member = await aMember(app.database, brand.communityId);
    await report(brand.fan, member.id, { category: 'IMPERSONATION' });
    expect(await itemOf(member.id)).toMatchObject({ subjectKind: 'MEMBER', author: { handle: member.handle } });
  });

  it('says nothing about itself to who only has its reference', async () => {
    const { report: filed } = await report(brand.fan, await idea(), { explanation: 'Between us.' });
    const asked = 'query ($reference: String!) { report(reference: $reference) { state outcome category explanation subjectId reporter { handle } record { weight } } }';
    const seen = (await app.visitor().get(asked, { reference: filed.reference.toLowerCase() })).report;
    expect(seen).toEqual({ state: 'WAITING', outcome: null, category: null, explanation: null, subjectId: null, reporter: null, record: null });
    expect((await brand.fan.get(asked, { reference: filed.reference })).report).toMatchObject({ category: 'SPAM', explanation: 'Between us.' });
    expect((await brand.fan.get('{ viewer { reports(first: 1) { totalCount nodes { reference } } } }')).viewer.reports).toMatchObject({ nodes: [{ reference: filed.reference }] });
    const here = 'query ($slug: String!) { viewer { reports(first: 1, community: $slug) { nodes { reference } } } }';
    expect((await brand.fan.get(here, { slug: brand.slug })).viewer.reports.nodes).toEqual([{ reference: filed.reference }]);
    await aCommunity(app.database, { slug: 'elsewhere' });
    expect((await brand.fan.get(here, { slug: 'elsewhere' })).viewer.reports.nodes).toEqual([]);
  });
});

describe('a notice of illegal content', () => {
  it('is anybody’s, with the fields of Article 16', async () => {
    const id = await idea();
    const notify = (notice: object | null, by = app.visitor()) => report(by, id, { category: 'ILLEGAL_CONTENT', notice });
    const { report: filed } = await notify(NOTICE);
    expect(filed).toMatchObject({ state: 'WAITING', category: null });
    expect((await itemOf(id)).reports[0]).toMatchObject({ category: 'ILLEGAL_CONTENT', reporter: null });
    const refused = (notice: object | null) => refusal(app.visitor(), id, { category: 'ILLEGAL_CONTENT', explanation: 'It shows me.', notice });
    expect(await refused(null)).toBe('INVALID_INPUT');
    expect(await refused({ ...NOTICE, goodFaith: false })).toBe('INVALID_INPUT');
    expect(await refused({ ...NOTICE, law: ' ' })).toBe('EMPTY_TEXT');
    expect(await refused({ ...NOTICE, name: null })).toBe('EMPTY_TEXT');
    expect(await refused({ ...NOTICE, email: 'nowhere' })).toBe('INVALID_EMAIL');
    await notify({ law: NOTICE.law, location: NOTICE.location, nameWithheld: true, goodFaith: true });
    await notify({ law: NOTICE.law, location: NOTICE.location, goodFaith: true }, brand.fan); // who has an account has said who they are
  });
});

/** Members as they come, signed in. */
async function fans(count: number): Promise<(Fan & { client: Client })[]> {
  const made = (await someFans(app.database, brand.communityId, Math.ceil(count * 1.25) + 1)).filter(({ isAnonymous }) => !isAnonymous).slice(0, count);
  return made.map((fan) => ({ ...fan, client: Object.assign(app.visitor(), { token: fan.token }) }));
}

/** As if moderators had found earlier reports of theirs to be right. */
async function beenRight({ memberId }: Fan, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await app.database.query(
      `WITH item AS (
         INSERT INTO review_items (id, community_id, subject_kind, subject_id, incident, state, opened_at, changed_at, decided_at)
         VALUES ($1, $2, 'COMMENT', $1, 1, 'DECIDED', now(), now(), now()) RETURNING id)
       INSERT INTO reports (id, reference, community_id, item_id, reporter_id, category, explanation, weight, filed_at, verdict, judged_at)
       SELECT $3::uuid, $3::text, $2, id, $4, 'SPAM', '', 0.2, now(), 'UPHELD', now() FROM item`,
      [newId(), brand.communityId, newId(), memberId],
    );
  }
}

const withheldOf = async (id: string) => (await app.database.query<{ withheld: string | null }>('SELECT withheld FROM ideas WHERE id = $1', [id]))[0]!.withheld;
const seenBy = async (by: Client, id: string) => (await by.get('query ($id: ID!) { idea(id: $id) { title } }', { id })).idea;

describe('brigades', () => {
  it('of fifty newcomers do not hide a popular idea, whatever they call it', async () => {
    const popular = await anIdea(app.database, brand.communityId, { title: 'A castle for everybody', author_id: (await aMember(app.database, brand.communityId)).id });
    for (const voter of await fans(40)) await aVote(app.database, popular, voter.memberId);
    for (const { client } of await fans(50)) await report(client, popular.id, { category: 'HATE', explanation: '' });
    expect(await withheldOf(popular.id)).toBeNull();
    expect(await seenBy(app.visitor(), popular.id)).toEqual({ title: 'A castle for everybody' });
    const item = await itemOf(popular.id);
    expect(item.priority.factors.find(({ kind }: { kind: string }) => kind === 'REPORTS').value).toBe(2); // fifty strangers weigh one person's word
  });

  it('are not what five members with good records are: spam is held with the report that completes the weight, by a statement of reasons', async () => {
    const author = (await fans(1))[0]!;
    const spam = await idea({ title: 'Buy followers now', author_id: author.memberId });
    const members = await fans(5);
    for (const member of members) await beenRight(member, 2);
    for (const { client } of members.slice(0, 4)) await report(client, spam, { explanation: '' });
    await report(members[4]!.client, spam);
    expect(await withheldOf(spam)).toBe('HOLD'); // in the same transaction: no waiting
    const [decision] = await app.database.query<Record<string, unknown>>(
      `SELECT action, automated_decision, decided_as, source, facts, state, ends_at - starts_at <= interval '14 days' AS short FROM decisions WHERE affected_id = $1`, [author.memberId]);
    expect(decision).toMatchObject({ action: 'HOLD', automated_decision: true, decided_as: 'AUTOMATED', source: 'REPORT', state: 'IN_FORCE', short: true });
    expect(decision!['facts']).toMatch(/^[3-5] members reported it \(spam\)/);
    expect(await itemOf(spam)).toMatchObject({ state: 'OPEN', content: { withheld: 'HOLD' } });
  });
});

describe('the desk', () => {
  it('gives an item to one moderator at a time', async () => {
    const id = await idea();
    await report(brand.fan, id);
    const { id: item } = await itemOf(id);
    const { item: claimed } = await brand.moderator.mutate('claimReview', { item }, `item { ${ITEM} }`);
    expect(claimed.claim).toMatchObject({ mine: true, by: { handle: 'max-reviews' } });
    expect((await queue(brand.moderator, { claimedByViewer: true })).nodes).toMatchObject([{ id: item }]);
    expect(await brand.fan.refusal('claimReview', { item }, 'item { id }')).toBe('NOT_FOUND');
    await brand.moderator.mutate('addReviewNote', { item, body: 'Seen this before.' }, 'note { body }');
    expect((await itemOf(id)).notes).toEqual([{ body: 'Seen this before.', author: { handle: 'max-reviews' } }]);
    const { item: released } = await brand.moderator.mutate('releaseReview', { item }, 'item { claim { mine } }');
    expect(released.claim).toBeNull();
  });

  it('gives it to one of two who claim at once, and to the other when the lease is over', async () => {
    const [other] = await newcomers(app, 1);
    await other!.join(brand.slug, 'mo-reviews-too');
    await aRole(app.database, brand.communityId, await accountOf(other!), 'MODERATOR');
    const id = await idea();
    await report(brand.fan, id);
    const { id: item } = await itemOf(id);
    const claim = (by: Client) => by.ask<Record<string, any>>('mutation ($item: ID!) { claimReview(input: { item: $item }) { item { claim { mine } } } }', { item });
    const answers = await Promise.all([claim(brand.moderator), claim(other!)]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['ITEM_CLAIMED', null]);
    const [winner, loser] = answers[0]!.code === null ? [brand.moderator, other!] : [other!, brand.moderator];
    const refused = await claim(loser);
    expect(refused.errors[0]!.extensions.params).toEqual({ by: winner === other ? 'mo-reviews-too' : 'max-reviews', until: expect.any(String) });
    expect((await claim(winner)).code).toBeNull();
    await app.database.query(`UPDATE review_items SET claimed_until = now() - interval '1 second' WHERE id = $1`, [item]);
    expect((await claim(loser)).code).toBeNull();
  });

  it('pages by priority: what waits longer and weighs more comes first, each item once', async () => {
    const all: { id: string; priority: { value: number } }[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const asked = `query ($slug: String!, $after: String) { community(slug: $slug) { reviewQueue(first: 4, after: $after) { nodes { id priority { value } } pageInfo { endCursor hasNextPage } } } }`;
      const { reviewQueue }: Record<string, any> = (await brand.moderator.get(asked, { slug: brand.slug, after })).community;
      all.push(...reviewQueue.nodes);
      after = reviewQueue.pageInfo.endCursor;
      more = reviewQueue.pageInfo.hasNextPage;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe((await queue(brand.moderator)).totalCount);
    const values = all.map(({ priority }) => priority.value);
    expect(values.every((value, at) => at === 0 || value <= values[at - 1]! * 1.01)).toBe(true);
  });

  it('filters, and says how much waits', async () => {
    const named = await idea({ title: 'An unmistakable zeppelin' });
    await report(brand.fan, named, { category: 'OFF_TOPIC' });
    const ids = async (filter: object) => (await queue(brand.moderator, filter)).nodes.map(({ subjectId }: { subjectId: string }) => subjectId);
    expect(await ids({ search: 'UNMISTAKABLE zep' })).toEqual([named]);
    expect(await ids({ search: '100%_' })).toEqual([]);
    expect(await ids({ category: ['OFF_TOPIC'] })).toEqual([named]);
    expect(await ids({ kind: ['MERGE'] })).toEqual([]);
    expect(await ids({ state: ['DECIDED'] })).not.toContain(named);
    expect(await ids({ appeals: true })).toEqual([]);
    const asked = 'query ($slug: String!) { community(slug: $slug) { reviewWorkload { open claimed proposed appeals oldest byKind { kind open } } } }';
    const { reviewWorkload } = (await brand.moderator.get(asked, { slug: brand.slug })).community;
    expect(reviewWorkload).toMatchObject({ open: (await queue(brand.moderator)).totalCount, proposed: 0, appeals: 0, oldest: expect.any(String) });
    expect(reviewWorkload.byKind.reduce((sum: number, { open }: { open: number }) => sum + open, 0)).toBe(reviewWorkload.open);
    expect((await brand.fan.ask(asked, { slug: brand.slug })).code).toBe('NOT_ALLOWED');
  });

  it('shows nobody what others say about themselves, and the operator where there are too few moderators', async () => {
    const [alone] = await newcomers(app, 1);
    const member = await alone!.join(brand.nextDoor.slug, 'max-next-door');
    await aRole(app.database, brand.nextDoor.id, await accountOf(alone!), 'MODERATOR');
    const own = (await anIdea(app.database, brand.nextDoor.id, { author_id: member })).id;
    await brand.rival.mutate('report', { subject: own, category: 'SPAM' }, 'report { id }').catch(() => undefined); // the owner there, who may report
    const [neighbour] = await newcomers(app, 1);
    await neighbour!.join(brand.nextDoor.slug, 'ned-next-door');
    await neighbour!.mutate('report', { subject: own, category: 'SPAM' }, 'report { id }');
    const asked = 'query ($slug: String!) { community(slug: $slug) { reviewQueue { nodes { id subjectId } } } }';
    const seen = async (by: Client) => (await by.ask<Record<string, any>>(asked, { slug: brand.nextDoor.slug })).data!['community'].reviewQueue;
    expect((await seen(alone!)).nodes).toEqual([]);
    const [item] = (await seen(brand.operator)).nodes;
    expect(item.subjectId).toBe(own);
    expect((await alone!.get('query ($id: ID!) { reviewItem(id: $id) { id } }', { id: item.id })).reviewItem).toBeNull();
    const [second] = await newcomers(app, 1);
    await aRole(app.database, brand.nextDoor.id, await accountOf(second!), 'MODERATOR');
    expect(await seen(brand.operator)).toBeNull();
  });
});

describe('reviewQueueChanged', () => {
  const CHANGED = `subscription ($slug: String!) { reviewQueueChanged(community: $slug) { subjectId state reports { category } claim { mine } } }`;
  const listen = (by: Client) => Live.connect(app.url, { params: { authorization: `Bearer ${by.token}` } });

  it('tells moderators of the community, as long as they are', async () => {
    const [third] = await newcomers(app, 1);
    const account = await accountOf(third!);
    await third!.join(brand.slug, 'mia-moderates');
    await aRole(app.database, brand.communityId, account, 'MODERATOR');
    const live = await listen(third!);
    const changes = live.subscribe(CHANGED, { slug: brand.slug });
    const first = changes.next();
    const filed = setInterval(() => void idea().then((id) => report(brand.fan, id)), 300); // until the place in the log is taken
    const told = await first;
    clearInterval(filed);
    expect(told.data!['reviewQueueChanged']).toMatchObject({ subjectId: expect.any(String), state: 'OPEN' });
    await brand.owner.mutate('revokeRole', { community: brand.slug, handle: 'mia-moderates', role: 'MODERATOR' }, 'member { id }');
    let last = await changes.next();
    while (last.type === 'next') last = await changes.next();
    expect(last.type).toBe('complete');
    live.close();
  });

  it('is refused to others', async () => {
    for (const other of [brand.fan, brand.owner, brand.rival]) {
      const live = await listen(other);
      expect((await live.ask(CHANGED, { slug: brand.slug })).code).toBe('NOT_ALLOWED');
      live.close();
    }
  });
});

describe('what comes without a report', () => {
  it('is an author who contests a merge, until it is decided', async () => {
    const [duplicate, target] = [await idea({ author_id: brand.fanId }), await idea()];
    await brand.manager.mutate('mergeIdea', { duplicate, target }, 'idea { id }');
    await brand.fan.mutate('contestMerge', { idea: duplicate, reason: 'Mine has a drawbridge.' }, 'idea { id }');
    const asked = `query ($slug: String!) { community(slug: $slug) { reviewQueue(filter: { kind: [MERGE] }) { nodes { subjectKind author { handle } subject { ... on MergeContest { reason } } } } } }`;
    const contests = async () => (await brand.moderator.get(asked, { slug: brand.slug })).community.reviewQueue.nodes;
    expect(await eventually(contests, (found) => found.length > 0)).toEqual([{ subjectKind: 'MERGE', author: { handle: 'fay-builds' }, subject: { reason: 'Mine has a drawbridge.' } }]);
    await brand.moderator.mutate('decideMergeContest', { idea: duplicate, uphold: true, reason: 'They differ.' }, 'idea { id }');
    expect(await eventually(contests, (found) => found.length === 0)).toEqual([]);
  });

  it('is a text that intake held, which waits with why; kept, everybody reads it', async () => {
    const id = await idea();
    const seen = async () => (await brand.rival.get('query ($id: ID!) { idea(id: $id) { comments { nodes { body } } } }', { id })).idea.comments.nodes;
    const { comment } = await brand.fan.mutate('addComment', { idea: id, body: 'I will come and kill yourself.' }, 'comment { id }');
    const item = await eventually(() => itemOf(comment.id), (found) => found !== undefined);
    expect(item).toMatchObject({ subjectKind: 'COMMENT', state: 'OPEN', author: { handle: 'fay-builds' }, reports: [], categories: [], content: { withheld: 'HOLD', text: 'I will come and kill yourself.' } });
    const asked = 'query ($id: ID!) { reviewItem(id: $id) { reportCount verdicts { outcome phase reason } authorLocale } }';
    expect((await brand.moderator.get(asked, item)).reviewItem).toEqual({ reportCount: 0, verdicts: [{ outcome: 'HOLD', phase: 'WORDS', reason: 'THREAT' }], authorLocale: 'en' });
    expect(await seen()).toEqual([{ body: '' }]); // its place in the thread, without a word of it
    await brand.moderator.mutate('decideReview', { item: item.id, action: 'KEEP' }, 'decision { id }');
    expect(await seen()).toEqual([{ body: 'I will come and kill yourself.' }]);
    expect(await itemOf(comment.id)).toBeUndefined();
  });

  it('is a notice, whose sender hears that it arrived and what was decided', async () => {
    const id = await idea();
    const { report: filed } = await app.visitor().mutate('report', { subject: id, category: 'ILLEGAL_CONTENT', explanation: 'It shows my address.', locale: 'fr', notice: { ...NOTICE, email: 'nora@example.org' } }, 'report { reference }');
    const arrived = await app.visitor().mailTo('nora@example.org', filed.reference);
    expect(arrived.subject).toBe(`Votre signalement ${filed.reference} est bien arrivé`);
    expect(arrived.text).not.toContain('my address');
    const { id: item } = await itemOf(id);
    await brand.moderator.mutate('decideReview', { item, action: 'KEEP' }, 'decision { id }');
    const judged = await app.visitor().mailTo('nora@example.org', 'organe certifié');
    expect(judged.subject).toBe(`Votre signalement ${filed.reference} a été examiné`);
    expect((await app.visitor().get('query ($reference: String!) { report(reference: $reference) { state outcome } }', filed)).report).toEqual({ state: 'DECIDED', outcome: 'UNFOUNDED' });
    await report(brand.fan, id); // a new incident
    expect(await itemOf(id)).toMatchObject({ incident: 2, earlier: [{ incident: 1 }] });
  });
});

import { aCommunity, aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledged, startBrowser, type TestBrowser } from '../browser/browser.js';
import { enter } from '../browser/steps.js';
import { wordsOf } from '../browser/words.js';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { explained } from './desk/explained.js';
import { webDocument } from './desk/web-documents.js';

const OPEN = 10_000;
const DECIDED = 3_000;
const MEMBERS = 400;
const TIMES = 25;
const PAGE = 30;
/** What a filter hides has to be passed over: the whole table at worst, once. */
const EVERYTHING = OPEN + DECIDED;
/** A page, its texts, authors and reports; some three of those each. */
const A_PAGE = PAGE * 8;

let app: App;
let browser: TestBrowser;
let slug: string;
let moderator: Client;
let community: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  ({ id: community, slug } = await aCommunity(app.database));
  const fans = await someFans(app.database, community, MEMBERS);
  await aRole(app.database, community, fans[0]!.accountId, 'MODERATOR');
  moderator = Object.assign(app.visitor(), { token: fans[0]!.token });
  await fill(fans.slice(1).map(({ memberId }) => memberId));
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Ideas that somebody reported: some once, some often, for everything, over a month; the eldest were decided. */
async function fill(members: readonly string[]): Promise<void> {
  await app.transactor.run(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(
      `INSERT INTO ideas (id, community_id, author_id, title, body, status, created_at, deadline)
       SELECT gen_random_uuid(), $1, ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'Reported idea ' || n, 'A text of an ordinary length, which somebody did not like, number ' || n || '.',
         'OPEN', now() - interval '60 days', now() + interval '30 days' FROM generate_series(1, $3::int) n`,
      [community, members, OPEN + DECIDED]);
    await tx.query(
      `INSERT INTO review_items (id, community_id, subject_kind, subject_id, incident, author_id, state, categories, severity, reach, supporters, comments, report_weight, opened_at, changed_at, decided_at)
       SELECT gen_random_uuid(), $1, 'IDEA', i.id, 1, i.author_id, CASE WHEN n > $2 THEN 'DECIDED' ELSE 'OPEN' END,
         CASE WHEN n % 500 = 0 THEN '{HATE}' WHEN n % 3 = 0 THEN '{OFF_TOPIC,SPAM}' ELSE '{SPAM}' END::text[],
         CASE WHEN n % 500 = 0 THEN 4 ELSE 2 END, 1 + ln(1 + n % 300) / ln(2), n % 300, n % 40, 1 + (n % 17) / 4.0,
         now() - n * interval '4 minutes', now(), CASE WHEN n > $2 THEN now() END
       FROM (SELECT id, author_id, row_number() OVER (ORDER BY id)::int AS n FROM ideas WHERE community_id = $1) i`,
      [community, OPEN]);
    await tx.query(
      `INSERT INTO reports (id, reference, community_id, item_id, reporter_id, category, explanation, weight, filed_at)
       SELECT gen_random_uuid(), 'P-' || gen_random_uuid(), $1, t.id, r.id, 'SPAM', 'Look at it.', 0.3, t.opened_at
       FROM review_items t, generate_series(1, 1 + t.comments % 5) k, LATERAL (SELECT ($2::uuid[])[1 + ((t.supporters + k * 7) % cardinality($2::uuid[]))] AS id) r
       WHERE t.community_id = $1 AND r.id <> t.author_id ON CONFLICT DO NOTHING`,
      [community, members]);
  });
  await app.database.query('VACUUM ANALYZE');
}

const QUEUE = webDocument('ReviewQueue');

interface Asked {
  readonly document: string;
  readonly variables?: Record<string, unknown>;
  /** The most rows one step of one statement may read. */
  readonly mostRows: number;
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

const queue = (filter: object = {}, mostRows = A_PAGE): Asked => ({ document: QUEUE, variables: { filter }, mostRows });

/** A cursor so many items down the queue. */
async function deepCursor(items: number): Promise<string> {
  const asked = 'query ($slug: String!, $after: String) { community(slug: $slug) { reviewQueue(first: 100, after: $after) { pageInfo { endCursor } } } }';
  let after: string | null = null;
  for (let seen = 0; seen < items; seen += 100) after = (await moderator.get(asked, { slug, after })).community.reviewQueue.pageInfo.endCursor;
  return after!;
}

const ASKED: Readonly<Record<string, () => Promise<Asked>>> = {
  'the queue': async () => queue(),
  'the queue, 9,000 items down': async () => ({ document: QUEUE, variables: { filter: {}, after: await deepCursor(9_000) }, mostRows: A_PAGE }),
  'a category that is everywhere': async () => queue({ category: ['SPAM'] }),
  'a category of twenty items': async () => queue({ category: ['HATE'] }, EVERYTHING),
  'a kind that is nowhere': async () => queue({ kind: ['MERGE'] }, EVERYTHING),
  'mine': async () => queue({ claimedByViewer: true }),
  'a word that is everywhere': async () => queue({ search: 'ordinary' }, EVERYTHING),
  'a word that is nowhere': async () => queue({ search: 'zeppelin' }, EVERYTHING * 2),
  'what is decided': async () => queue({ state: ['DECIDED'] }),
  'appeals': async () => queue({ appeals: true }),
  'how much waits': async () => ({ document: webDocument('ReviewFrame'), mostRows: EVERYTHING }),
  'one item, with all of it': async () => ({ document: webDocument('ReviewItemPage'), variables: { id: await anItem() }, mostRows: MEMBERS }),
};

async function anItem(): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(`SELECT id FROM review_items WHERE community_id = $1 AND state = 'OPEN' AND claimed_by IS NULL ORDER BY rank DESC OFFSET 5000 LIMIT 1`, [community]);
  return row!.id;
}

async function timed(name: string, ask: () => Promise<unknown>, told = '', turns = TIMES): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  tell(name, times, told);
}

function tell(name: string, times: number[], told = ''): void {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(1).padStart(7);
  console.log(`${name.padEnd(32)} median ${at(0.5)} ms, p95 ${at(0.95)} ms${told}`);
}

describe('a queue of 10,000 items, over HTTP', () => {
  it.each(Object.keys(ASKED))('%s', async (name) => {
    const { document, variables, mostRows: allowed } = await ASKED[name]!();
    const ask = () => moderator.get(document, { slug, ...variables });
    const { mostRows, of, statements } = await explained(app, ask);
    await timed(name, ask, `, ${statements} statements, ${mostRows} rows at most`);
    expect(mostRows, of).toBeLessThanOrEqual(allowed);
  });

  it('asks the database no more often for a long page than for a short one', async () => {
    const rows = QUEUE.replace('first: 30', 'first: $first').replace('$slug: String!', '$slug: String!, $first: Int');
    const statements = async (first: number) => (await explained(app, () => moderator.get(rows, { slug, filter: {}, first }))).statements;
    expect(await statements(100)).toBe(await statements(3));
  });

  it('comes page by page from the most pressing to the least, each item once', async () => {
    const asked = 'query ($slug: String!, $after: String) { community(slug: $slug) { reviewQueue(first: 100, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } } }';
    const seen: string[] = [];
    const times: number[] = [];
    for (let after: string | null = null; seen.length === 0 || after !== null; ) {
      const began = performance.now();
      const { nodes, pageInfo }: Page = (await moderator.get(asked, { slug, after })).community.reviewQueue;
      times.push(performance.now() - began);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
    const inOrder = await app.database.query<{ id: string }>(`SELECT id FROM review_items WHERE community_id = $1 AND state <> 'DECIDED' ORDER BY rank DESC, id DESC`, [community]);
    expect(seen).toEqual(inOrder.map(({ id }) => id));
    tell('each of a hundred pages', times);
  });

  it('claims and lets go', async () => {
    const item = await anItem();
    await timed('a claim', () => moderator.mutate('claimReview', { item }, 'item { id }'));
    await timed('a release', () => moderator.mutate('releaseReview', { item }, 'item { id }'));
  });
});

describe('the desk before it, in a browser', () => {
  const say = wordsOf('en');

  it('opens, steps, claims, narrows and goes on', async () => {
    const { page, faults, close } = await browser.open();
    const at = `/c/${slug}/moderation`;
    const rows = page.getByRole('region', { name: say('review.tab.waiting') }).getByRole('article');
    await enter(page, moderator, at);
    const opens = async () => {
      await page.goto(at);
      await rows.first().waitFor();
    };
    await timed('browser: the desk opens', opens, '', 10);
    await enter(page, moderator, at);
    await rows.nth(29).waitFor();
    const item = page.getByRole('region', { name: say('review.itemPane') });
    const [steps, claims]: [number[], number[]] = [[], []];
    for (let step = 0; step < 20; step += 1) {
      const [title] = /Reported idea \d+/.exec(await rows.nth(step).innerText())!;
      const began = performance.now();
      await page.keyboard.press('j');
      await item.getByText(title, { exact: true }).first().waitFor();
      const there = performance.now();
      await acknowledged(page, 'claimReview', () => page.keyboard.press('c'));
      steps.push(there - began);
      claims.push(performance.now() - there);
    }
    tell('browser: j, the next item', steps);
    tell('browser: c, claimed', claims);
    const more = async () => {
      const count = await rows.count();
      await page.getByRole('button', { name: say('common.loadMore') }).click();
      await rows.nth(count).waitFor();
    };
    await timed('browser: thirty more', more, '', 10);
    await page.goto(`${at}?category=hate`);
    await timed('browser: a category opens', async () => {
      await page.goto(`${at}?category=hate`);
      await rows.nth(19).waitFor();
    }, '', 5);
    expect(await rows.count()).toBe(20);
    await page.goto(`${at}?q=zeppelin`);
    await page.getByText(say('review.noneFitsTitle')).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a negative control', () => {
  it('would read everything that waits without its index', async () => {
    await app.database.query('DROP INDEX review_items_waiting');
    const { mostRows } = await explained(app, () => moderator.get(QUEUE, { slug, filter: {} }));
    expect(mostRows).toBeGreaterThan(A_PAGE * 5);
  });
});

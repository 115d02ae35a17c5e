import { LedgerService } from '@fanfare/reputation';
import { aRole } from '@fanfare/testing';
import type { Page } from 'playwright-core';
import type { App } from '../support/app.js';
import { accountOf } from '../support/brand.js';
import type { Client } from '../support/client.js';
import type { Reader } from './browser.js';
import { becomeAmbassador, type MovementPages, movementPagesOf } from './movement-pages.js';
import { enter } from './steps.js';

/** Somebody who looks at every page. */
export interface Looker extends Reader {
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly signedIn: boolean;
}

/**
 * The quick run: of pages built alike one or two, by one of readers who differ in everything; those that are read most, and
 * those that a phone lays out anew, by two. `npm run prove -- axe` reads all.
 */
const SAMPLE: Readonly<Record<string, readonly string[]>> = {
  'en light desktop signed-in': [
    'feed', 'idea', 'posting', 'inbox', 'circle election', 'new creation', 'decision', 'own profile form',
    'desk board', 'duplicates', 'answer dialog', 'general settings', 'audit log',
    'operator', 'panel', 'my identity in full', 'how reputation works', 'reasons of a member',
    'call', 'application', 'candidates', 'call panel', 'new mission', 'entries desk', 'budget', 'numbers', 'new call', 'terms of ambassadors', 'appeal of an ambassador',
  ],
  'fr dark phone signed-in': [
    'desk', 'desk board', 'team',
    'look settings', 'team settings', 'levels settings',
    'my decisions', 'log entry', 'inbox settings',
    'wizard', 'my reasons', 'votes of an idea',
    'mission', 'rewards', 'call panel', 'budgets', 'my term', 'call in hand', 'appeals of ambassadors', 'mission draft', 'rally',
  ],
  'fr dark phone visitor': [
    'calls', 'ambassadors', 'agreement', 'missions', 'rally live', 'wall', 'entry',
    'feed', 'idea', 'profile', 'circle', 'remixed creation', 'changelog', 'leaderboard', 'moderation log', 'transparency', 'notice of illegal content', 'sign up', 'no such page',
  ],
};

/** Both languages, appearances and widths, signed in and not. */
export function readers(): Looker[] {
  const all: Looker[] = [];
  for (const language of ['en', 'fr'] as const) {
    for (const dark of [false, true]) {
      for (const phone of [false, true]) {
        for (const signedIn of [false, true]) {
          const name = `${language} ${dark ? 'dark' : 'light'} ${phone ? 'phone' : 'desktop'} ${signedIn ? 'signed-in' : 'visitor'}`;
          all.push({ name, language, dark, phone, signedIn });
        }
      }
    }
  }
  return all;
}

/** Where the brand's team works; an address that ends in `=` or `/` wants an idea. */
const STAFF_PAGES: Readonly<Record<string, string>> = {
  desk: '/desk',
  'desk board': '/desk?tab=board',
  'all ideas of the desk': '/desk?tab=all',
  'empty desk': '/desk?q=xylophonezzz',
  duplicates: '/desk/duplicates',
  'answer dialog': '/desk?answer=',
  'general settings': '/settings/general',
  'look settings': '/settings/look',
  'guidelines settings': '/settings/guidelines',
  'rules settings': '/settings/rules',
  'categories settings': '/settings/categories',
  'ladder settings': '/settings/ladder',
  'terms settings': '/settings/terms',
  'levels settings': '/settings/levels',
  'team settings': '/settings/team',
  'purchase codes': '/settings/codes',
  'audit log': '/settings/audit',
  'survey results': '/ideas/',
  team: '/team',
};

/** Where the operator of the whole deployment works, who makes communities. */
const OPERATOR_PAGES: Readonly<Record<string, string>> = {
  wizard: '/new-community',
  'wizard look': '/new-community?step=look',
  'wizard texts': '/new-community?step=texts',
  'wizard ladder': '/new-community?step=ladder',
  'wizard team': '/new-community?step=team',
  operator: '/operator',
  panel: '/panel',
};

/** Where moderators work. */
const MODERATOR_PAGES: Readonly<Record<string, string>> = { 'votes set aside': '/desk/votes', 'votes of an idea': '/desk/votes/', disputes: '/desk/disputes' };

const IDEA = `query ($slug: String!, $filter: IdeaFilter) { community(slug: $slug) {
  ideas(first: 1, orderBy: TOP, filter: $filter) { nodes { id author { handle } } }
} }`;

const CREATIONS = `query ($slug: String!) { community(slug: $slug) {
  creations(first: 1) { nodes { id author { handle } } } liked: creations(first: 1, orderBy: MOST_REMIXED) { nodes { id } }
} }`;

const DECIDED = 'query ($slug: String!) { community(slug: $slug) { moderationLog(first: 1, kinds: [DECISION]) { nodes { index decision { decision } } } } }';

/** Some votes for what is on top in each community wait, as if their members had come together. */
const SET_ASIDE = `
  WITH tops AS (
    SELECT DISTINCT ON (i.community_id) i.id FROM ideas i JOIN idea_support s ON s.idea_id = i.id WHERE i.status = 'OPEN'
    ORDER BY i.community_id, s.verified + i.imported_support DESC
  ), held AS (
    UPDATE votes v SET standing = 'QUARANTINED' FROM tops WHERE v.idea_id = tops.id AND get_byte(uuid_send(v.member_id), 15) < 64 AND v.standing = 'VERIFIED'
    RETURNING v.idea_id, v.member_id, v.community_id
  ), aside AS (
    INSERT INTO vote_quarantines (idea_id, member_id, community_id, quarantined_at) SELECT *, now() FROM held
  )
  INSERT INTO vote_suspicions (idea_id, member_id, community_id, run_idea_id, together, expected, began_at, ended_at, model, suspected_at)
  SELECT idea_id, member_id, community_id, idea_id, 40, 6.2, now() - interval '2 hours', now() - interval '1 hour', 2, now() FROM held`;

/** Somebody in each community says that what came last is wrong. */
const DISPUTED = `
  INSERT INTO reputation_disputes (id, entry_id, member_id, community_id, reason, disputed_at)
  SELECT DISTINCT ON (community_id) gen_random_uuid(), id, member_id, community_id, 'This one was from my sister.', now()
  FROM reputation_entries WHERE NOT reversal ORDER BY community_id, at DESC, id`;

/** The addresses of every page, for a reader; English readers look at the one community, French ones at the other. Supporters of ideas at a rung are asked a survey. */
export async function pagesToLookAt(app: App): Promise<(reader: Looker) => Record<string, string>> {
  const visitor = app.visitor();
  await app.database.query('UPDATE communities SET survey_rung = 1');
  await app.database.query(SET_ASIDE);
  await app.get(LedgerService).catchUp();
  await app.database.query(DISPUTED);
  const known = { en: await pagesOf(visitor, 'brindlebrick'), fr: await pagesOf(visitor, 'elivane') };
  movement = { brindlebrick: await movementPagesOf(visitor, app, 'brindlebrick'), elivane: await movementPagesOf(visitor, app, 'elivane') };
  for (const pages of Object.values(known)) Object.assign(pages, movementAmong(pages).everybody);
  return (reader) => ({ ...known[reader.language], ...(reader.signedIn ? {} : { 'sign in': '/sign-in', 'sign up': '/sign-up', 'reset password': '/reset-password' }) });
}

/** What the demo has of ambassadors, by slug: known once its pages are asked for. */
let movement: Readonly<Record<string, MovementPages>> = {};
const movementAmong = (pages: Record<string, string>): MovementPages => movement[pages['feed']!.split('/').at(-1)!]!;

/** Of the demo, with an election behind it. */
const OPEN_CIRCLES: Readonly<Record<string, string>> = { brindlebrick: 'night-builders', elivane: 'rouleurs-d-hiver' };

async function pagesOf(visitor: Client, slug: string): Promise<Record<string, string>> {
  const ideaIn = async (status: string) => {
    const { community } = await visitor.get(IDEA, { slug, filter: { status: [status] } });
    return community.ideas.nodes[0] as { id: string; author: { handle: string } };
  };
  const [open, delivered, declined] = [await ideaIn('OPEN'), await ideaIn('DELIVERED'), await ideaIn('DECLINED')];
  const { community } = await visitor.get(CREATIONS, { slug });
  const [{ id: remix, author: { handle: maker } }] = community.creations.nodes as [{ id: string; author: { handle: string } }];
  const creation = community.liked.nodes[0].id as string;
  const said = (await visitor.get(DECIDED, { slug })).community.moderationLog.nodes[0] as { index: number; decision: { decision: string } };
  const at = `/c/${slug}`;
  return {
    home: '/',
    feed: at,
    'filtered feed': `${at}?tab=closing&status=open`,
    'empty feed': `${at}?tab=closing&status=declined`,
    idea: `${at}/ideas/${open.id}`,
    versions: `${at}/ideas/${open.id}?show=versions`,
    'success story': `${at}/ideas/${delivered.id}`,
    'declined idea': `${at}/ideas/${declined.id}`,
    posting: `${at}/post`,
    'last look': `${at}/post?step=review`,
    search: `${at}/search`,
    found: `${at}/search?q=a`,
    'nothing found': `${at}/search?q=xylophonezzz`,
    members: `${at}/members`,
    profile: `${at}/members/${open.author.handle}`,
    backed: `${at}/members/${open.author.handle}?tab=backed`,
    followers: `${at}/members/${open.author.handle}/followers`,
    following: `${at}/members/${open.author.handle}/following`,
    me: `${at}/me`,
    'my votes': `${at}/me?tab=votes`,
    'my comments': `${at}/me?tab=comments`,
    'my drafts': `${at}/me?tab=drafts`,
    'my identity': `${at}/me?tab=identity`,
    inbox: `${at}/inbox`,
    'inbox settings': `${at}/inbox/settings`,
    marks: `${at}/marks`,
    'how reputation works': `${at}/reputation`,
    leaderboard: `${at}/leaderboard?of=all`,
    circles: `${at}/circles`,
    circle: `${at}/circles/${OPEN_CIRCLES[slug]}`,
    'circle members': `${at}/circles/${OPEN_CIRCLES[slug]}?tab=members`,
    'circle election': `${at}/circles/${OPEN_CIRCLES[slug]}?tab=about`,
    creations: `${at}/creations`,
    creation: `${at}/creations/${creation}`,
    'remixed creation': `${at}/creations/${remix}`,
    'creations of a member': `${at}/members/${maker}?tab=creations`,
    'new creation': `${at}/creations/new`,
    roadmap: `${at}/roadmap`,
    changelog: `${at}/changelog`,
    guidelines: `${at}/guidelines`,
    'moderation log': `${at}/log`,
    'log entry': `${at}/log?entry=${said.index}`,
    decision: `${at}/decisions/${said.decision.decision}`,
    transparency: `${at}/transparency`,
    'notice of illegal content': `${at}/notice`,
    'what became of a report': `${at}/reports`,
    'my reports': `${at}/me?tab=reports`,
    'my decisions': `${at}/me?tab=decisions`,
    terms: `${at}/terms`,
    team: `${at}/team`,
    settings: '/settings',
    'my identity in full': '/settings/identity',
    security: '/settings/security',
    'my data': '/settings/data',
    'unknown invitation': '/invitation?token=nothing',
    'no such page': `${at}/nowhere`,
  };
}

/** Those who take part in the quick run. */
export function sampleReaders(): Looker[] {
  return readers().filter(({ name }) => name in SAMPLE);
}

/** Those of some pages that a reader looks at in the quick run. */
export function sampleOf(pages: Record<string, string>, { name: reader }: Looker): Record<string, string> {
  return Object.fromEntries(Object.entries(pages).filter(([name]) => SAMPLE[reader]!.includes(name)));
}

/** What the team of a reader's community works with, and the operator; `pages` are the reader's own. */
export function staffPagesAmong(pages: Record<string, string>): Record<string, string> {
  return { ...placed(STAFF_PAGES, pages), ...movementAmong(pages).staff, ...OPERATOR_PAGES };
}

/** What moderators of a reader's community work with. */
export function moderatorPagesAmong(pages: Record<string, string>): Record<string, string> {
  return { ...placed(MODERATOR_PAGES, pages), ...movementAmong(pages).moderators, 'reasons of a member': `${pages['profile']}/reputation` };
}

/** What a member alone reads of themselves; `pages` are the reader's own. */
export async function ownPagesOf(fan: Client, pages: Record<string, string>): Promise<Record<string, string>> {
  const { viewer } = await fan.get('query ($slug: String!) { viewer { membership(community: $slug) { handle } } }', { slug: pages['feed']!.split('/').at(-1) });
  const own = `${pages['feed']}/members/${viewer.membership.handle}`;
  return { 'my reasons': `${own}/reputation`, 'own profile form': `${own}?edit=profile` };
}

function placed(places: Readonly<Record<string, string>>, pages: Record<string, string>): Record<string, string> {
  const idea = pages['idea']!.split('/').at(-1)!;
  const address = (rest: string) => pages['feed'] + (/[=/]$/.test(rest) ? rest + idea : rest);
  return Object.fromEntries(Object.entries(places).map(([name, rest]) => [name, address(rest)]));
}

const DEMO = ['brindlebrick', 'elivane'];

/** Signs a fresh member of both communities in, who has a vote, a comment and a draft; on phones they are an ambassador. */
export async function signInAs(page: Page, app: App, reader: Looker): Promise<Client> {
  const fan = await app.visitor().signUp({ locale: reader.language });
  for (const slug of DEMO) await takePart(fan, slug);
  if (reader.phone) for (const slug of DEMO) await becomeAmbassador(app, fan, slug);
  await enter(page, fan, '/');
  return fan;
}

/** Makes a fan an owner of both communities, and the operator; or a moderator, who is nothing else there. */
export async function promote(app: App, fan: Client, role: 'OWNER' | 'MODERATOR'): Promise<void> {
  const account = await accountOf(fan);
  const communities = await app.database.query<{ id: string }>('SELECT id FROM communities WHERE slug = ANY ($1)', [DEMO]);
  await app.database.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL', [account]);
  for (const { id } of communities) await aRole(app.database, id, account, role);
  await app.database.query('UPDATE accounts SET is_operator = true WHERE id = $1', [account]);
}

async function takePart(fan: Client, slug: string): Promise<void> {
  await fan.join(slug);
  const { community } = await fan.get(IDEA, { slug, filter: { status: ['OPEN'] } });
  const idea = community.ideas.nodes[0].id as string;
  await fan.mutate('castVote', { idea }, 'idea { id }');
  await fan.mutate('addComment', { idea, body: 'Count me in, with **both** hands.' }, 'comment { id }');
  await fan.mutate('saveDraft', { community: slug, title: 'Something with wheels', body: 'Or without.' }, 'draft { id }');
}

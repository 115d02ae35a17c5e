import { aTermOf } from '@fanfare/testing';
import type { App } from '../support/app.js';
import type { Client } from '../support/client.js';

const MOVEMENT = `query ($slug: String!) { community(slug: $slug) {
  open: calls(first: 1, state: [OPEN]) { nodes { id } } decided: calls(first: 1, state: [DECIDED]) { nodes { id } }
  missions(first: 100) { nodes { id kind } } missionFeed(first: 1) { nodes { id } }
} }`;

const BUDGET = 'SELECT b.id FROM reward_budgets b JOIN communities c ON c.id = b.community_id WHERE c.slug = $1 ORDER BY b.created_at, b.id LIMIT 1';
const APPEAL = 'SELECT a.id FROM ambassador_appeals a JOIN communities c ON c.id = a.community_id WHERE c.slug = $1 ORDER BY a.opened_at, a.id LIMIT 1';
const DRAFT = `SELECT m.id FROM missions m JOIN communities c ON c.id = m.community_id WHERE c.slug = $1 AND m.state = 'DRAFT' LIMIT 1`;

/** Where the ambassadors of a demo community are met: what everybody reads, what the brand's team works with, what moderators decide. */
export interface MovementPages {
  readonly everybody: Record<string, string>;
  readonly staff: Record<string, string>;
  readonly moderators: Record<string, string>;
}

export async function movementPagesOf(visitor: Client, app: App, slug: string): Promise<MovementPages> {
  const { community } = await visitor.get(MOVEMENT, { slug });
  const at = `/c/${slug}`;
  const [call, decided] = [`${at}/calls/${community.open.nodes[0].id}`, `${at}/calls/${community.decided.nodes[0].id}`];
  const missionOf = (kind: string) => `${at}/missions/${(community.missions.nodes as { id: string; kind: string }[]).find((one) => one.kind === kind)!.id}`;
  const idOf = async (sql: string) => (await app.database.query<{ id: string }>(sql, [slug]))[0]!.id;
  return {
    everybody: {
      calls: `${at}/calls`,
      call,
      'decided call': decided,
      candidates: `${call}/candidates`,
      application: `${call}/apply`,
      ambassadors: `${at}/ambassadors`,
      alumni: `${at}/ambassadors?who=alumni`,
      agreement: `${at}/ambassadors/agreement`,
      'my term': `${at}/ambassadors/mine`,
      missions: `${at}/missions`,
      'missions of before': `${at}/missions?tab=closed`,
      mission: missionOf('REVIEW'),
      rally: missionOf('RALLY'),
      'rally live': `${missionOf('RALLY')}/rally`,
      wall: `${at}/missions/wall`,
      'sites of ambassadors': `${at}/missions/sites`,
      entry: `${at}/entries/${community.missionFeed.nodes[0].id}`,
      rewards: `${at}/rewards`,
    },
    staff: {
      'new call': `${at}/calls/new`,
      'call in hand': `${call}/manage`,
      'call form': `${call}/edit`,
      'terms of ambassadors': `${at}/ambassadors/desk`,
      'call panel': `${call}/panel`,
      'decided panel': `${decided}/panel`,
      'new mission': `${at}/missions/new`,
      'mission draft': `${at}/missions/${await idOf(DRAFT)}/edit`,
      'mission periods': `${at}/missions/periods`,
      'entries desk': `${at}/missions/desk`,
      'accepted entries': `${at}/missions/desk?tab=accepted`,
      budgets: `${at}/movement/budgets`,
      budget: `${at}/movement/budgets/${await idOf(BUDGET)}`,
      deliveries: `${at}/movement/deliveries`,
      'tracking links': `${at}/movement/links`,
      numbers: `${at}/movement/numbers`,
    },
    moderators: { 'appeals of ambassadors': `${at}/moderation/ambassadors`, 'appeal of an ambassador': `${at}/moderation/ambassadors/${await idOf(APPEAL)}` },
  };
}

/** Makes a member of the demo an ambassador, who has more to read on these pages. */
export async function becomeAmbassador(app: App, fan: Client, slug: string): Promise<void> {
  const { viewer, community } = await fan.get('query ($slug: String!) { community(slug: $slug) { id } viewer { membership(community: $slug) { id } } }', { slug });
  await aTermOf(app.database, { id: viewer.membership.id, community_id: community.id });
}

import { aCategory, aCommunity, aRole } from '@fanfare/testing';
import type { App } from './app.js';
import type { Client } from './client.js';
import { newcomers } from './fans.js';

/** A community with everybody who may and may not answer its ideas. */
export interface Brand {
  readonly slug: string;
  readonly communityId: string;
  readonly category: string;
  readonly owner: Client;
  readonly manager: Client;
  readonly moderator: Client;
  /** A member of the community. */
  readonly fan: Client;
  readonly fanId: string;
  /** Owner of another community, member of this one. */
  readonly rival: Client;
  /** Runs the deployment, holds no role here. */
  readonly operator: Client;
  readonly nextDoor: { readonly id: string; readonly slug: string };
}

let count = 0;

export async function aBrand(app: App): Promise<Brand> {
  const { database: db } = app;
  const here = await aCommunity(db, { slug: `brand-${(count += 1)}` });
  const nextDoor = await aCommunity(db);
  const [owner, manager, moderator, fan, rival, operator] = await newcomers(app, 6);
  const join = async (client: Client, handle: string) => [await client.join(here.slug, handle), await accountOf(client)] as const;
  const [, ownerAccount] = await join(owner!, 'ada-owns');
  const [, managerAccount] = await join(manager!, 'mia-answers');
  const [, moderatorAccount] = await join(moderator!, 'max-reviews');
  const [fanId] = await join(fan!, 'fay-builds');
  const [, rivalAccount] = await join(rival!, 'rita-next-door');
  await aRole(db, here.id, ownerAccount, 'OWNER');
  await aRole(db, here.id, managerAccount, 'BRAND_MANAGER');
  await aRole(db, here.id, moderatorAccount, 'MODERATOR');
  await aRole(db, nextDoor.id, rivalAccount, 'OWNER');
  await db.query('UPDATE accounts SET is_operator = true WHERE id = $1', [await accountOf(operator!)]);
  return {
    slug: here.slug,
    communityId: here.id,
    category: (await aCategory(db, here.id)).id,
    owner: owner!, manager: manager!, moderator: moderator!, fan: fan!, fanId, rival: rival!, operator: operator!,
    nextDoor: { id: nextDoor.id, slug: nextDoor.slug },
  };
}

export async function accountOf(client: Client): Promise<string> {
  return (await client.get('{ viewer { account { id } } }'))['viewer'].account.id as string;
}

import { aCategory, aComment, aCommunity, aCreation, aMember, aPictureRow, anIdea, aRole } from '@fanfare/testing';
import type { App } from './app.js';
import type { Client } from './client.js';

/** A community with a fan, a stranger's things, things that are closed, and a community next door. */
export interface World {
  /** Slug of the community. */
  readonly slug: string;
  readonly nextDoor: string;
  /** A member of the community. */
  readonly fan: Client;
  readonly fanHandle: string;
  /** Signed in, member of nothing. */
  readonly outsider: Client;
  /** Owner of the community and operator of the deployment. */
  readonly owner: Client;
  readonly ids: Readonly<Record<'idea' | 'ownIdea' | 'closedIdea' | 'mergedIdea' | 'othersDraft' | 'ideaNextDoor' | 'category' | 'categoryNextDoor' | 'comment' | 'ownComment' | 'commentNextDoor' | 'member' | 'memberNextDoor' | 'creation' | 'ownCreation' | 'creationNextDoor' | 'picture', string>>;
}

export async function aWorld(app: App): Promise<World> {
  const { database: db } = app;
  const here = await aCommunity(db, { slug: 'here' });
  const there = await aCommunity(db, { slug: 'next-door' });
  const [fan, owner, outsider] = await Promise.all([1, 2, 3].map(() => app.visitor().signUp()));
  const fanHandle = 'the-fan';
  const fanId = await fan!.join('here', fanHandle);
  await owner!.join('here', 'the-owner');
  const fanAccount = (await fan!.get('{ viewer { account { id } } }'))['viewer'].account.id as string;
  const ownerAccount = (await owner!.get('{ viewer { account { id } } }'))['viewer'].account.id as string;
  await aRole(db, here.id, ownerAccount, 'OWNER');
  await db.query('UPDATE accounts SET is_operator = true WHERE id = $1', [ownerAccount]);
  const stranger = await aMember(db, here.id);
  const neighbour = await aMember(db, there.id);
  const idea = await anIdea(db, here.id, { author_id: stranger.id });
  const ideaNextDoor = await anIdea(db, there.id, { author_id: neighbour.id });
  const make = async (columns: object, community = here.id) => (await anIdea(db, community, { author_id: stranger.id, ...columns })).id;
  return {
    slug: 'here',
    nextDoor: 'next-door',
    fan: fan!,
    fanHandle,
    outsider: outsider!,
    owner: owner!,
    ids: {
      idea: idea.id,
      ownIdea: await make({ author_id: fanId }),
      closedIdea: await make({ status: 'DECLINED' }),
      mergedIdea: await make({ status: 'MERGED', merged_into_id: idea.id }),
      othersDraft: await make({ status: 'DRAFT' }),
      ideaNextDoor: ideaNextDoor.id,
      category: (await aCategory(db, here.id)).id,
      categoryNextDoor: (await aCategory(db, there.id)).id,
      comment: (await aComment(db, idea, { author_id: stranger.id })).id,
      ownComment: (await aComment(db, idea, { author_id: fanId })).id,
      commentNextDoor: (await aComment(db, ideaNextDoor, { author_id: neighbour.id })).id,
      member: stranger.id,
      memberNextDoor: neighbour.id,
      creation: (await aCreation(db, here.id, stranger.id)).id,
      ownCreation: (await aCreation(db, here.id, fanId)).id,
      creationNextDoor: (await aCreation(db, there.id, neighbour.id)).id,
      picture: (await aPictureRow(db, fanAccount)).id,
    },
  };
}

import { aCategory, aCircle, aComment, aCommunity, aCreation, aMember, aPictureRow, anIdea, aRole } from '@fanfare/testing';
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
  readonly ids: Readonly<Record<'idea' | 'ownIdea' | 'closedIdea' | 'mergedIdea' | 'othersDraft' | 'ideaNextDoor' | 'category' | 'categoryNextDoor' | 'comment' | 'ownComment' | 'commentNextDoor' | 'member' | 'memberNextDoor' | 'creation' | 'ownCreation' | 'creationNextDoor' | 'picture' | 'circle' | 'ownCircle' | 'circleNextDoor' | 'election', string>>;
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
  const ownCircle = await aCircle(db, here.id, [fanId, stranger.id]);
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
      circle: (await aCircle(db, here.id, [stranger.id])).id,
      ownCircle: ownCircle.id,
      circleNextDoor: (await aCircle(db, there.id, [neighbour.id])).id,
      election: await anElection(app, ownCircle, stranger.id),
      creation: (await aCreation(db, here.id, stranger.id)).id,
      ownCreation: (await aCreation(db, here.id, fanId)).id,
      creationNextDoor: (await aCreation(db, there.id, neighbour.id)).id,
      picture: (await aPictureRow(db, fanAccount)).id,
    },
  };
}

/** An election that runs, with one who stands. */
async function anElection(app: App, circle: { id: string; community_id: string }, candidateId: string): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    `WITH e AS (
       INSERT INTO circle_elections (id, circle_id, community_id, started_at, standing_until, closes_at, electorate)
       VALUES (gen_random_uuid(), $1, $2, now(), now() + interval '4 days', now() + interval '7 days', 2) RETURNING id
     )
     SELECT id FROM e`,
    [circle.id, circle.community_id],
  );
  await app.database.query(
    `INSERT INTO circle_candidates (election_id, member_id, circle_id, community_id, statement, stood_at) VALUES ($1, $2, $3, $4, 'Me.', now())`,
    [row!.id, candidateId, circle.id, circle.community_id],
  );
  return row!.id;
}

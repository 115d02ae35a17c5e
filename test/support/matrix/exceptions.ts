import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { aComment, aCreation, aMember, anIdea } from '@fanfare/testing';
import type { App } from '../app.js';
import type { Fan } from '../fans.js';
import { Reader, type Way } from './fields.js';
import type { Row } from './table.js';
import { type MatrixWorld, ROLES } from './world.js';

/** Things that not everybody may know, or read, although others of their kind are for everybody. */
const EXCEPTIONS: Readonly<Record<string, { type: string; steps: readonly string[]; fields: readonly string[] }>> = {
  draftIdea: { type: 'Idea', steps: ['idea draft'], fields: ['title'] },
  pendingIdea: { type: 'Idea', steps: ['idea pending'], fields: ['title', 'body'] },
  hiddenIdea: { type: 'Idea', steps: ['idea hiddenIdea'], fields: ['title', 'body', 'bodyHtml', 'excerpt', 'author', 'versions', 'withheld'] },
  hiddenComment: { type: 'Comment', steps: ['comment hiddenComment'], fields: ['body', 'bodyHtml', 'author', 'versions', 'withheld'] },
  deletedComment: { type: 'Comment', steps: ['comment deletedComment'], fields: ['body', 'bodyHtml', 'author', 'versions'] },
  hiddenCreation: { type: 'Creation', steps: ['creation hiddenCreation'], fields: ['title', 'story', 'html', 'excerpt', 'author', 'withheld'] },
  hiddenResponse: { type: 'CreationResponse', steps: ['creationResponse hiddenResponse'], fields: ['body', 'html', 'author', 'withheld'] },
  hiddenPost: { type: 'CirclePost', steps: ['circlePost hiddenPost'], fields: ['body', 'bodyHtml', 'author', 'withheld'] },
  hiddenProfile: { type: 'Member', steps: ['community', 'member hiddenHandle'], fields: ['bio', 'withheld'] },
  proposedBan: { type: 'Decision', steps: ['decision proposed'], fields: ['state', 'facts', 'passage', 'affected', 'decidedBy'] },
  draftCall: { type: 'Call', steps: ['call draftCall'], fields: ['title', 'story', 'questions'] },
  draftApplication: { type: 'Application', steps: ['application draftApplication'], fields: ['state', 'member'] },
  blindApplication: { type: 'Application', steps: ['application blindApplication'], fields: ['answers', 'member', 'nominatedBy', 'country', 'reach', 'decisions', 'standing'] },
  declinedApplication: { type: 'Application', steps: ['application declinedApplication'], fields: ['state', 'member', 'answers', 'decisions', 'standing'] },
  selectedApplication: { type: 'Application', steps: ['application selectedApplication'], fields: ['state', 'term'] },
  offeredTerm: { type: 'Term', steps: ['term offeredTerm'], fields: ['member', 'receives', 'call'] },
  revokedTerm: { type: 'Term', steps: ['term revokedTerm'], fields: ['member', 'revocation'] },
  draftMission: { type: 'Mission', steps: ['mission draftMission'], fields: ['title', 'brief'] },
  draftEntry: { type: 'Entry', steps: ['entry draftEntry'], fields: ['state', 'evidence'] },
  submittedEntry: { type: 'Entry', steps: ['entry submittedEntry'], fields: ['state', 'evidence', 'note', 'member'] },
  refusedEntry: { type: 'Entry', steps: ['entry refusedEntry'], fields: ['state', 'reviews', 'evidence'] },
  hiddenEntry: { type: 'Entry', steps: ['entry hiddenEntry'], fields: ['state', 'evidence', 'note', 'member', 'withheld'] },
  ownReviewItem: { type: 'ReviewItem', steps: ['reviewItem ownItem'], fields: ['id'] },
};

/** Whether each reader comes to each of them, and finds something in what it says: rows `name` and `name.field`. */
export async function exceptionsSeen(schema: GraphQLSchema, world: MatrixWorld): Promise<Row[]> {
  const ways = Object.entries(EXCEPTIONS).map(([name, { type, steps }]): Way => {
    const written = steps.map((step, at) => (at === 0 ? `${name}: ` : '') + calledIn(step, world));
    return { type: schema.getType(type) as GraphQLObjectType, steps: written, keys: [name, ...steps.slice(1).map((step) => step.split(' ')[0]!)] };
  });
  const seen = await Promise.all(ROLES.map((role) => new Reader(world.clients[role], world).fieldsAt(ways)));
  return Object.entries(EXCEPTIONS).flatMap(([name, { fields }], at) => [
    { name, cells: seen.map((mine) => (mine[at]!.size > 0 ? 'yes' : 'null')) },
    ...fields.map((field) => ({ name: `${name}.${field}`, cells: seen.map((mine) => mine[at]!.get(field)?.outcome ?? '·') })),
  ]);
}

function calledIn(step: string, { slug, ids }: MatrixWorld): string {
  const [field, id] = step.split(' ') as [string, string?];
  if (field === 'community') return `community(slug: "${slug}")`;
  return field === 'member' ? `member(handle: "${ids[id!]}")` : `${field}(id: "${ids[id!]}")`;
}

/** What moderators hid, all of it the author's but the profile; and what the author took back. */
export async function hiddenThings(app: App, community: string, author: Fan, ids: Readonly<Record<'idea' | 'creation' | 'circle', string>>) {
  const { database: db } = app;
  const hidden = { withheld: 'HIDDEN', withheld_at: new Date() };
  const own = { author_id: author.memberId };
  const idea = { id: ids.idea, community_id: community };
  const hiddenIdea = await anIdea(db, community, { ...own, ...hidden });
  const hiddenComment = await aComment(db, idea, { ...own, ...hidden });
  const deletedComment = await aComment(db, idea, { author_id: null, body: '', deleted_at: new Date() });
  const hiddenCreation = await aCreation(db, community, author.memberId, hidden);
  const one = async (sql: string, parameters: unknown[]) => (await db.query<{ id: string }>(sql, parameters))[0]!.id;
  const hiddenResponse = await one(
    `INSERT INTO creation_responses (id, creation_id, community_id, author_id, body, by_staff, created_at, withheld, withheld_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'Fools.', false, now(), 'HIDDEN', now()) RETURNING id`,
    [ids.creation, community, author.memberId],
  );
  const hiddenPost = await one(
    `INSERT INTO circle_posts (id, circle_id, community_id, author_id, body, members_only, created_at, withheld, withheld_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'Fools.', false, now(), 'HIDDEN', now()) RETURNING id`,
    [ids.circle, community, author.memberId],
  );
  const profile = await aMember(db, community, { bio: 'All of you are fools.', ...hidden });
  return {
    hiddenIdea: hiddenIdea.id, hiddenComment: hiddenComment.id, deletedComment: deletedComment.id, hiddenCreation: hiddenCreation.id, hiddenResponse, hiddenPost,
    hiddenHandle: profile.handle,
  };
}

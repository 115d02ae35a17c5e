import { redirect, type LoaderFunctionArgs } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import { CreationFormDocument, CreationPageDocument, type CreationPageQuery, CreationsIdeaDocument, CreationsWallDocument } from '~/graphql/generated/documents';
import { creationPath } from '../paths';
import { parseWall, WALL_ORDERS } from './creations-state';

export type CreationFull = NonNullable<CreationPageQuery['creation']>;
export type Wall = Awaited<ReturnType<typeof loadWall>>;
export type NewCreation = Awaited<ReturnType<typeof loadNewCreation>>;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The works that fans show, as the address asks for them. */
export async function loadWall(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const state = parseWall(new URL(side.request.url).searchParams);
  const [{ community }, asked] = await Promise.all([
    query(side, CreationsWallDocument, { slug, after: state.after, orderBy: WALL_ORDERS[state.order], idea: state.idea }),
    state.idea ? query(side, CreationsIdeaDocument, { id: state.idea }) : null,
  ]);
  if (!community || (state.idea && asked?.idea?.community.slug !== slug)) throw notFound();
  return { creations: community.creations, state, idea: asked?.idea ?? null };
}

/** One work; sends the wrong community to where it stands. */
export async function loadCreation(side: LoaderFunctionArgs) {
  const params = new URL(side.request.url).searchParams;
  const after = params.get('after') || null;
  const { creation } = await query(side, CreationPageDocument, { id: side.params.id!, responsesAfter: after, remixesAfter: params.get('remixes') || null });
  if (!creation) throw notFound();
  if (creation.community.slug !== side.params.slug) throw redirect(creationPath(creation.community.slug, creation), 301);
  return { creation, after };
}

/** What a new work begins with: what it builds on, or an idea it plays with, if the address names one. */
export async function loadNewCreation(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const params = new URL(side.request.url).searchParams;
  const [remixOf, idea] = [params.get('remix'), params.get('idea')];
  const found = await query(side, CreationFormDocument, { slug, remixOf: remixOf ?? NOBODY, withRemix: remixOf !== null, idea: idea ?? NOBODY, withIdea: idea !== null });
  if (!found.viewer) throw signInFirst(side.request);
  const base = found.creation?.community.slug === slug && !found.creation.withdrawnAt && !found.creation.withheld ? found.creation : null;
  if (remixOf && !base) throw notFound();
  return { member: found.viewer.membership !== null, remixOf: base, idea: found.idea?.community.slug === slug ? found.idea : null };
}

/** One's own work, to change it. */
export async function loadOwnCreation(side: LoaderFunctionArgs) {
  const { creation } = await loadCreation(side);
  if (!creation.viewerCan.edit.allowed) throw redirect(creationPath(side.params.slug!, creation));
  return { creation };
}

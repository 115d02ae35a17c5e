import type { LoaderFunctionArgs } from 'react-router';
import { query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { SitemapMovementDocument } from '~/graphql/generated/documents';
import type { SitemapPage } from '../feeds/sitemap';
import { missionsPath } from '../missions/missions-state';
import { ambassadorsPath, callPath } from '../paths';

/** Where everybody meets the ambassadors of a community: who they are, their wall, the latest calls and missions. */
export async function movementPages(side: LoaderFunctionArgs, slug: string): Promise<SitemapPage[]> {
  const { origin } = side.context.get(servicesContext);
  const { community } = await query(side, SitemapMovementDocument, { slug });
  if (!community) return [];
  const calls = community.calls.nodes.map(({ id }) => callPath(slug, id));
  const missions = community.missions.nodes.map(({ id }) => missionsPath(slug, `/${id}`));
  const paths = [ambassadorsPath(slug), missionsPath(slug, '/wall'), missionsPath(slug), callPath(slug), ...calls, ...missions];
  return paths.map((path) => ({ url: origin + path, changed: null }));
}

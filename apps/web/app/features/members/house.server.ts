import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { HouseDocument } from '~/graphql/generated/documents';

/** Guidelines and terms of a community. */
export async function loadHouse(side: LoaderFunctionArgs) {
  const { community } = await query(side, HouseDocument, { slug: side.params.slug! });
  if (!community) throw notFound();
  return community;
}

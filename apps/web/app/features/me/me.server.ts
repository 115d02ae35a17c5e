import type { LoaderFunctionArgs } from 'react-router';
import { query } from '~/data/query.server';
import { MeDocument, type MeQuery } from '~/graphql/generated/documents';
import { parseMe, variablesOf } from './me-state';

export type MyThings = NonNullable<MeQuery['viewer']>;

/** The reader's own things in a community, one kind at a time. */
export async function loadMe(side: LoaderFunctionArgs) {
  const state = parseMe(new URL(side.request.url).searchParams);
  const { viewer } = await query(side, MeDocument, variablesOf(side.params.slug!, state));
  return { state, viewer };
}

import { data, redirect, type LoaderFunctionArgs } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { notFound, query, signInFirst } from '~/data/query.server';
import { openParts, settingsPath } from '~/features/running/settings-rights';
import { CommunitySettingsDocument } from '~/graphql/generated/documents';

/** To the first part of the settings that one may open. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await query({ request, context }, CommunitySettingsDocument, { slug: params.slug! });
  if (!community) throw notFound();
  if (!viewer) throw signInFirst(request);
  const [first] = openParts(viewer);
  if (!first) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  return redirect(settingsPath(community.slug, first));
}

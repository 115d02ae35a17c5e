import { data, type LoaderFunctionArgs } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { notFound, query, signInFirst } from '~/data/query.server';
import { CommunitySettingsDocument, type SettingsRightsFragment } from '~/graphql/generated/documents';
import { openParts, type Part } from './settings-rights';

/** Throws whoever may not open a part of the settings out: to the sign-in page, or to an error page. */
export function requirePart(viewer: SettingsRightsFragment | null, part: Part, request: Request): readonly Part[] {
  if (!viewer) throw signInFirst(request);
  const parts = openParts(viewer);
  if (!parts.includes(part)) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  return parts;
}

/** What an owner may change. */
export async function loadSettings(side: LoaderFunctionArgs, part: Part) {
  const { community, viewer } = await query(side, CommunitySettingsDocument, { slug: side.params.slug! });
  if (!community) throw notFound();
  return { community, part, parts: requirePart(viewer, part, side.request) };
}

export type SettingsData = Awaited<ReturnType<typeof loadSettings>>;
export type SettingsOf = SettingsData['community'];

import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { SettingsFrame } from '~/features/running/settings-frame';
import { requirePart } from '~/features/running/settings.server';
import { TeamPart } from '~/features/running/team-part';
import { CommunityTeamDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('running.part.team') });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await query({ request, context }, CommunityTeamDocument, { slug: params.slug! });
  if (!community) throw notFound();
  return { team: community, parts: requirePart(viewer, 'team', request) };
}

export default function SettingsTeam() {
  const { team, parts } = useLoaderData<typeof loader>();
  return <SettingsFrame part="team" parts={parts}><TeamPart team={team} /></SettingsFrame>;
}

import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { communityOf } from '~/features/layout/community-of';
import { PublicTeam } from '~/features/running/public-team';
import { PublicTeamDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, {
    title: t('running.publicTeam'),
    description: t('running.publicTeamLead', { name: community?.name }),
    canonical: community ? `/c/${community.slug}/team` : undefined,
  });
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { community } = await query({ request, context }, PublicTeamDocument, { slug: params.slug!, after });
  if (!community) throw notFound();
  return { team: community };
}

export default function Team() {
  const { team } = useLoaderData<typeof loader>();
  return <PublicTeam team={team} />;
}

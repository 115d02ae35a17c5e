import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { CodesPart } from '~/features/identity/codes-part';
import { SettingsFrame } from '~/features/running/settings-frame';
import { requirePart } from '~/features/running/settings.server';
import { CommunityPurchasesDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('running.part.codes') });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const { community, viewer } = await query({ request, context }, CommunityPurchasesDocument, { slug: params.slug!, batches: asked.get('batches'), tokens: asked.get('tokens') });
  if (!community) throw notFound();
  return { purchases: community, parts: requirePart(viewer, 'codes', request) };
}

export default function SettingsCodes() {
  const { purchases, parts } = useLoaderData<typeof loader>();
  return <SettingsFrame part="codes" parts={parts}><CodesPart purchases={purchases} /></SettingsFrame>;
}

import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { query, signInFirst } from '~/data/query.server';
import { IdentityPage } from '~/features/identity/identity-page';
import { MyIdentityDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('identity.title') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, MyIdentityDocument);
  if (!viewer) throw signInFirst(request);
  return viewer;
}

export default function SettingsIdentity() {
  return <IdentityPage viewer={useLoaderData<typeof loader>()} />;
}

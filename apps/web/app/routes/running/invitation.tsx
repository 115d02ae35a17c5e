import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { query } from '~/data/query.server';
import { InvitationPage } from '~/features/running/invitation-page';
import { InvitationPageDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) => {
  const t = metaTranslator(matches);
  const name = loaderData?.invitation?.community.name;
  return pageMeta(matches, { title: name ? t('running.inviteHeading', { name }) : t('running.inviteUnknown') });
};

/** By the link of a mail. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const { invitation, viewer } = await query({ request, context }, InvitationPageDocument, { token });
  return { invitation, viewer, token };
}

export default function Invitation() {
  const { invitation, viewer, token } = useLoaderData<typeof loader>();
  return <InvitationPage invitation={invitation} viewer={viewer} token={token} />;
}

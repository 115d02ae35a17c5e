import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { AuditPart, auditVariables } from '~/features/running/audit-part';
import { SettingsFrame } from '~/features/running/settings-frame';
import { requirePart } from '~/features/running/settings.server';
import { AuditLogDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('running.part.audit') });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const filter = { actor: asked.get('actor') ?? '', kind: asked.get('kind') ?? '' };
  const variables = { slug: params.slug!, after: asked.get('after'), ...auditVariables(filter) };
  const { community, viewer } = await query({ request, context }, AuditLogDocument, variables);
  if (!community) throw notFound();
  return { log: community, filter, parts: requirePart(viewer, 'audit', request) };
}

export default function SettingsAudit() {
  const { log, filter, parts } = useLoaderData<typeof loader>();
  return <SettingsFrame part="audit" parts={parts}><AuditPart log={log} filter={filter} /></SettingsFrame>;
}

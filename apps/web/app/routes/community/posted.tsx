import { redirect, type LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { PostedPage } from '~/features/posting/posted-page';
import { ideaPath } from '~/features/paths';
import { PostedIdeaDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/posted';

/** For its author; everybody else is sent to the idea itself. */
export async function loader(side: LoaderFunctionArgs) {
  const { idea } = await query(side, PostedIdeaDocument, { id: side.params.id! });
  if (!idea) throw notFound();
  if (!idea.viewerCan.edit.allowed || idea.community.slug !== side.params.slug) throw redirect(ideaPath(idea.community.slug, idea));
  return { idea };
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('posting.doneMetaTitle') });
}

export default function Posted({ loaderData }: Route.ComponentProps) {
  return <PostedPage idea={loaderData.idea} />;
}

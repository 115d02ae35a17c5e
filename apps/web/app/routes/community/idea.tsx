import type { LoaderFunctionArgs } from 'react-router';
import { IdeaPage } from '~/features/idea/idea-page';
import { loadIdea } from '~/features/idea/idea.server';
import { structuredIdea } from '~/features/idea/structured';
import { communityOf, originOf } from '~/features/layout/community-of';
import { ideaPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/idea';

export function loader(side: LoaderFunctionArgs) {
  return loadIdea(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: metaTranslator(matches)('idea.titleGone') });
  const { idea } = loaderData;
  const path = ideaPath(community.slug, idea);
  const hidden = idea.status === 'DRAFT' || idea.status === 'PENDING' || idea.status === 'REMOVED' || idea.withheld !== null;
  return pageMeta(matches, {
    title: idea.title || metaTranslator(matches)('withheld.ideaTitle'),
    description: idea.excerpt,
    canonical: hidden ? undefined : idea.mergedInto ? ideaPath(community.slug, idea.mergedInto) : path,
    image: community.theme.heroPicture?.plainUrl ?? community.theme.hero,
    type: 'article',
    contentLocale: community.locale,
    structured: hidden ? undefined : structuredIdea(idea, originOf(matches) + path, community.locale),
  });
}

export default function Idea({ loaderData }: Route.ComponentProps) {
  return <IdeaPage key={loaderData.idea.id} idea={loaderData.idea} state={loaderData.state} wordings={loaderData.wordings} />;
}

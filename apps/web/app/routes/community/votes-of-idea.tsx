import type { LoaderFunctionArgs } from 'react-router';
import { loadVotesOfIdea } from '~/features/genuineness/genuineness.server';
import { IdeaVotesPage } from '~/features/genuineness/idea-votes-page';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/votes-of-idea';

export function loader(side: LoaderFunctionArgs) {
  return loadVotesOfIdea(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  return pageMeta(matches, { title: loaderData ? t('genuineness.ofIdea', { title: loaderData.title }) : t('genuineness.title') });
}

export default function VotesOfIdea({ loaderData }: Route.ComponentProps) {
  return <IdeaVotesPage idea={loaderData} />;
}

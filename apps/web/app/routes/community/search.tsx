import type { LoaderFunctionArgs } from 'react-router';
import { SearchPage } from '~/features/search/search-page';
import { loadSearch } from '~/features/search/search.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/search';

export function loader(side: LoaderFunctionArgs) {
  return loadSearch(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const query = loaderData?.state.query;
  return pageMeta(matches, { title: query ? t('search.metaTitleFor', { query }) : t('search.metaTitle') });
}

export default function Search({ loaderData }: Route.ComponentProps) {
  return <SearchPage data={loaderData} />;
}

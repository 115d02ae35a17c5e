import type { LoaderFunctionArgs } from 'react-router';
import { MyTermPage } from '~/features/terms/my-term-page';
import { loadMyTerm } from '~/features/terms/terms.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/ambassadors-mine';

export function loader(side: LoaderFunctionArgs) {
  return loadMyTerm(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('terms.mine') });
}

export default function AmbassadorsMineRoute({ loaderData }: Route.ComponentProps) {
  return <MyTermPage {...loaderData} />;
}

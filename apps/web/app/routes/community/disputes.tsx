import type { LoaderFunctionArgs } from 'react-router';
import { DisputesPage } from '~/features/reputation/disputes-page';
import { loadDisputes } from '~/features/reputation/reputation.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/disputes';

export function loader(side: LoaderFunctionArgs) {
  return loadDisputes(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('reputation.disputes') });
}

export default function Disputes({ loaderData }: Route.ComponentProps) {
  return <DisputesPage disputes={loaderData} />;
}

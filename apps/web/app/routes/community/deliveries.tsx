import type { LoaderFunctionArgs } from 'react-router';
import { DeliveriesPage } from '~/features/budgets/deliveries-page';
import { loadDeliveries } from '~/features/budgets/budgets.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/deliveries';

export function loader(side: LoaderFunctionArgs) {
  return loadDeliveries(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('budgets.deliveries') });
}

export default function Shown({ loaderData }: Route.ComponentProps) {
  return <DeliveriesPage {...loaderData} />;
}

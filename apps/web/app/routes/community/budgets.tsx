import type { LoaderFunctionArgs } from 'react-router';
import { BudgetsPage } from '~/features/budgets/budgets-page';
import { loadBudgets } from '~/features/budgets/budgets.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/budgets';

export function loader(side: LoaderFunctionArgs) {
  return loadBudgets(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('budgets.title') });
}

export default function Budgets({ loaderData }: Route.ComponentProps) {
  return <BudgetsPage {...loaderData} />;
}

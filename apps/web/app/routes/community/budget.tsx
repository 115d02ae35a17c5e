import type { LoaderFunctionArgs } from 'react-router';
import { BudgetPage } from '~/features/budgets/budget-page';
import { loadBudget } from '~/features/budgets/budgets.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/budget';

export function loader(side: LoaderFunctionArgs) {
  return loadBudget(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('budgets.title') });
}

export default function Shown({ loaderData }: Route.ComponentProps) {
  return <BudgetPage {...loaderData} />;
}

import type { LoaderFunctionArgs } from 'react-router';
import { LinksPage } from '~/features/budgets/links-page';
import { loadLinks } from '~/features/budgets/budgets.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/movement-links';

export function loader(side: LoaderFunctionArgs) {
  return loadLinks(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('budgets.links') });
}

export default function Shown({ loaderData }: Route.ComponentProps) {
  return <LinksPage {...loaderData} />;
}

import type { LoaderFunctionArgs } from 'react-router';
import { DuplicatesPage } from '~/features/merges/duplicates-page';
import { loadDuplicates } from '~/features/merges/duplicates.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/duplicates';

export function loader(side: LoaderFunctionArgs) {
  return loadDuplicates(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('merges.pageTitle') });
}

export default function Duplicates({ loaderData }: Route.ComponentProps) {
  return <DuplicatesPage {...loaderData} />;
}

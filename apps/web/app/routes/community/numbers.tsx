import type { LoaderFunctionArgs } from 'react-router';
import { NumbersPage } from '~/features/numbers/numbers-page';
import { loadNumbers } from '~/features/numbers/numbers.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/numbers';

export function loader(side: LoaderFunctionArgs) {
  return loadNumbers(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('numbers.title') });
}

export default function MovementNumbers({ loaderData }: Route.ComponentProps) {
  return <NumbersPage shown={loaderData} />;
}

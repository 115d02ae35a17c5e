import type { LoaderFunctionArgs } from 'react-router';
import { MePage } from '~/features/me/me-page';
import { loadMe } from '~/features/me/me.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/me';

export function loader(side: LoaderFunctionArgs) {
  return loadMe(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('me.metaTitle') });
}

export default function Me({ loaderData }: Route.ComponentProps) {
  return <MePage viewer={loaderData.viewer} state={loaderData.state} />;
}

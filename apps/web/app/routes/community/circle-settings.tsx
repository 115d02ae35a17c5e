import type { LoaderFunctionArgs } from 'react-router';
import { CircleSettingsPage } from '~/features/circles/circle-form';
import { loadCircle } from '~/features/circles/circles.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/circle-settings';

export function loader(side: LoaderFunctionArgs) {
  return loadCircle(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('circles.settings') });
}

export default function CircleSettings({ loaderData }: Route.ComponentProps) {
  return <CircleSettingsPage key={loaderData.circle.id} circle={loaderData.circle} />;
}

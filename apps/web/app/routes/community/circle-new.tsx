import type { LoaderFunctionArgs } from 'react-router';
import { NewCirclePage } from '~/features/circles/circle-form';
import { loadNewCircle } from '~/features/circles/circles.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/circle-new';

export function loader(side: LoaderFunctionArgs) {
  return loadNewCircle(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('circles.newTitle') });
}

export default function CircleNew({ loaderData }: Route.ComponentProps) {
  return <NewCirclePage isMember={loaderData.isMember} />;
}

import type { LoaderFunctionArgs } from 'react-router';
import { loadNewCreation } from '~/features/creations/creations.server';
import { NewCreationPage } from '~/features/creations/new-creation-page';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/creation-new';

export function loader(side: LoaderFunctionArgs) {
  return loadNewCreation(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('creations.newTitle') });
}

export default function NewCreation({ loaderData }: Route.ComponentProps) {
  return <NewCreationPage key={loaderData.remixOf?.id ?? 'new'} start={loaderData} />;
}

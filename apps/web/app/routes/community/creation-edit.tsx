import type { LoaderFunctionArgs } from 'react-router';
import { loadOwnCreation } from '~/features/creations/creations.server';
import { EditCreationPage } from '~/features/creations/edit-creation-page';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/creation-edit';

export function loader(side: LoaderFunctionArgs) {
  return loadOwnCreation(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('creations.editTitle') });
}

export default function EditCreation({ loaderData }: Route.ComponentProps) {
  return <EditCreationPage key={loaderData.creation.id} creation={loaderData.creation} />;
}

import type { LoaderFunctionArgs } from 'react-router';
import { EntryPage } from '~/features/missions/entry-page';
import { loadEntry } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { entryPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/entry';

export function loader(side: LoaderFunctionArgs) {
  return loadEntry(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('missions.title') });
  const { id, mission, member } = loaderData.entry;
  const title = t('missions.entryTitle', { mission: mission?.title ?? '', name: member?.displayName ?? t('missions.former') });
  return pageMeta(matches, { title, canonical: entryPath(community.slug, id), contentLocale: community.locale });
}

export default function Entry({ loaderData }: Route.ComponentProps) {
  return <EntryPage key={loaderData.entry.id} entry={loaderData.entry} />;
}

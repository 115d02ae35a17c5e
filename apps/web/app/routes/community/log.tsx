import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { LogPage } from '~/features/moderation-log/log-page';
import { logPath } from '~/features/moderation-log/log-state';
import { loadLog } from '~/features/moderation-log/log.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/log';

export function loader(side: LoaderFunctionArgs) {
  return loadLog(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  const entry = loaderData?.state.entry ?? null;
  return pageMeta(matches, {
    title: entry === null ? t('log.title') : t('log.entryTitle', { index: entry }),
    description: t('log.lead', { community: community?.name }),
    canonical: community ? logPath(community.slug, { entry }) : undefined,
    feed: community ? `${logPath(community.slug)}/heads.atom` : undefined,
  });
}

export default function Log({ loaderData }: Route.ComponentProps) {
  return <LogPage log={loaderData} />;
}

import type { LoaderFunctionArgs } from 'react-router';
import { loadInboxSettings } from '~/features/inbox/inbox.server';
import { InboxSettingsPage } from '~/features/inbox/settings-page';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/inbox-settings';

export function loader(side: LoaderFunctionArgs) {
  return loadInboxSettings(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('inbox.settingsTitle') });
}

export default function InboxSettings({ loaderData }: Route.ComponentProps) {
  return <InboxSettingsPage viewer={loaderData.viewer} />;
}

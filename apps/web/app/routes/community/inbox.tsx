import type { LoaderFunctionArgs } from 'react-router';
import { InboxPage } from '~/features/inbox/inbox-page';
import { loadInbox } from '~/features/inbox/inbox.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/inbox';

export function loader(side: LoaderFunctionArgs) {
  return loadInbox(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('inbox.title') });
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
  return <InboxPage viewer={loaderData.viewer} state={loaderData.state} />;
}

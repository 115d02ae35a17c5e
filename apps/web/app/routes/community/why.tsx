import type { LoaderFunctionArgs } from 'react-router';
import { WhyPage } from '~/features/reputation/why-page';
import { loadWhy } from '~/features/reputation/reputation.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/why';

export function loader(side: LoaderFunctionArgs) {
  return loadWhy(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  return pageMeta(matches, { title: loaderData ? t('reputation.whyOf', { name: loaderData.member.displayName }) : t('members.gone') });
}

export default function Why({ loaderData }: Route.ComponentProps) {
  return <WhyPage key={loaderData.member.id} {...loaderData} />;
}

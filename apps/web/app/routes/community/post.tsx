import { useSearchParams, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { PostPage } from '~/features/posting/post-page';
import { loadPost } from '~/features/posting/post.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/post';

export function loader(side: LoaderFunctionArgs) {
  return loadPost(side);
}

/** Having a last look is no reason to ask again. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const stays = currentUrl.pathname === nextUrl.pathname && currentUrl.searchParams.get('step') !== nextUrl.searchParams.get('step');
  return stays ? false : defaultShouldRevalidate;
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches)?.name ?? '';
  return pageMeta(matches, { title: t('posting.metaTitle'), description: t('posting.metaDescription', { community }) });
}

/** Another draft is another page. */
export default function Post({ loaderData }: Route.ComponentProps) {
  const [params] = useSearchParams();
  return <PostPage key={params.get('draft')} data={loaderData} />;
}

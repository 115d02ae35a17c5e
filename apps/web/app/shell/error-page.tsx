import { isRouteErrorResponse, useLocation } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { PowersWait, usePowersWait } from '~/features/security/powers-wait';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { ErrorState } from '~/kit/error-state';
import { useCommunity } from './use-root';

/** The page instead of one that could not be shown. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useT();
  const { key } = useLocation();
  const powersWait = usePowersWait();
  const slug = useCommunity()?.community.slug;
  const home = <LinkButton tone="primary" to={slug ? `/c/${slug}` : '/'} reloadDocument={!key}>{t(slug ? 'errors.ideas' : 'errors.home')}</LinkButton>;
  if (!isRouteErrorResponse(error)) return <Broken />;
  const problem = problemIn(error.data);
  if (error.status === 404) return <><title>{t('errors.notFoundTitle')}</title><EmptyState title={t('errors.notFoundTitle')} text={t('errors.notFoundText')} action={home} level={1} /></>;
  if (problem?.code === 'SECOND_FACTOR_NEEDED' || (problem?.code === 'NOT_ALLOWED' && powersWait)) return <PowersWait />;
  if (error.status === 403) return <EmptyState title={t('errors.forbiddenTitle')} text={problem && problemText(t, problem)} action={home} level={1} />;
  if (error.status === 503 || error.status === 429) return <ErrorState level={1} title={t('errors.busyTitle')} text={problem && problemText(t, problem)} action={<Reload />} />;
  if (error.status < 500) return <ErrorState level={1} title={t('errors.notFoundTitle')} text={problem && problemText(t, problem)} action={home} />;
  return <Broken reference={problem?.reference} />;
}

function Broken({ reference }: { reference?: string }) {
  const t = useT();
  return <ErrorState level={1} title={t('errors.brokenTitle')} text={t('errors.brokenText')} reference={reference} action={<Reload />} />;
}

function Reload() {
  const t = useT();
  return <Button tone="primary" onClick={() => location.reload()}>{t('errors.reload')}</Button>;
}

function problemIn(data: unknown): ProblemFacts | undefined {
  return data && typeof data === 'object' && 'code' in data ? (data as ProblemFacts) : undefined;
}

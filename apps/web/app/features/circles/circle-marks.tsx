import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { useCommunity } from '~/shell/use-root';

interface Circle {
  readonly joining: 'OPEN' | 'BY_REQUEST';
  readonly recognisedAt: string | null;
  readonly viewerMembership: unknown;
  readonly election: unknown;
}

/** What is to be known of a circle at a glance, each in a word. */
export function CircleMarks({ circle, size = 's' }: { circle: Circle; size?: 's' | 'm' }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  return (
    <>
      {circle.recognisedAt && <Badge tone="good" icon="sparkle" size={size}>{t('circles.recognisedBy', { community: name })}</Badge>}
      {circle.joining === 'BY_REQUEST' && <Badge icon="lock" size={size}>{t('circles.byRequest')}</Badge>}
      {circle.viewerMembership !== null && <Badge tone="accent" icon="check" size={size}>{t('circles.youAreIn')}</Badge>}
      {circle.election !== null && <Badge tone="info" icon="hourglass" size={size}>{t('circles.electionRuns')}</Badge>}
    </>
  );
}

import type { DecisionState } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import type { IconName } from '~/kit/icon';

const LOOKS: Record<DecisionState, { tone: BadgeTone; icon: IconName }> = {
  PROPOSED: { tone: 'info', icon: 'hourglass' },
  IN_FORCE: { tone: 'warn', icon: 'shield' },
  REJECTED: { tone: 'neutral', icon: 'close' },
  FALLEN: { tone: 'good', icon: 'check' },
  ENDED: { tone: 'neutral', icon: 'clock' },
};

/** Where a decision stands. */
export function StateBadge({ state, needsSecond, size }: { state: DecisionState; needsSecond?: boolean; size?: 's' | 'm' }) {
  const t = useT();
  return <Badge {...LOOKS[state]} size={size}>{t(state === 'PROPOSED' && needsSecond ? 'log.proposed' : `decisions.state_${state}`)}</Badge>;
}

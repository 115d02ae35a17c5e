import type { DeliveryState } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import type { IconName } from '~/kit/icon';

const LOOKS: Record<DeliveryState, { tone: BadgeTone; icon: IconName }> = {
  OWED: { tone: 'warn', icon: 'hourglass' },
  SENT: { tone: 'info', icon: 'rocket' },
  RECEIVED: { tone: 'good', icon: 'check' },
  RETURNED: { tone: 'neutral', icon: 'reply' },
};

/** Where a perk is: word, icon and colour. */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const t = useT();
  return <Badge {...LOOKS[state]} size="s">{t(`rewards.state_${state}`)}</Badge>;
}

import type { EntryState } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import type { IconName } from '~/kit/icon';

const LOOKS: Record<EntryState, { tone: BadgeTone; icon: IconName }> = {
  DRAFT: { tone: 'neutral', icon: 'edit' },
  SUBMITTED: { tone: 'info', icon: 'hourglass' },
  NEEDS_DISCLOSURE: { tone: 'warn', icon: 'warning' },
  CHANGE_ASKED: { tone: 'warn', icon: 'reply' },
  ACCEPTED: { tone: 'good', icon: 'check' },
  REFUSED: { tone: 'bad', icon: 'close' },
  WITHDRAWN: { tone: 'neutral', icon: 'eyeOff' },
};

/** Where an entry stands: word, icon and colour. */
export function EntryBadge({ state }: { state: EntryState }) {
  const t = useT();
  return <Badge {...LOOKS[state]}>{t(`missions.state.${state}`)}</Badge>;
}

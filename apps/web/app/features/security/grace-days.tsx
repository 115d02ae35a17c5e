import { SettingsForm } from '~/features/running/settings-form';
import { useSettings } from '~/features/running/use-settings';
import { useT } from '~/i18n/react';
import { Select } from '~/kit/field';
import { useCommunity, useViewer } from '~/shell/use-root';
import styles from './security.module.css';

const CHOICES = [0, 3, 7, 14, 30, 60, 90];

/** How long a community's staff may do without a second factor: its owner's to say. */
export function GraceDays({ days }: { days: number }) {
  const t = useT();
  const { community } = useCommunity()!;
  const hasNone = useViewer()?.security.staffDeadline != null;
  const state = useSettings(community.slug, { days: String(days) }, (draft) => ({ secondFactorGraceDays: Number(draft.days) }));
  const choices = CHOICES.includes(days) ? CHOICES : [...CHOICES, days].sort((one, other) => one - other);
  const warning = hasNone && state.dirty ? t(state.draft.days === '0' ? 'security.graceYouNow' : 'security.graceYou') : null;
  return (
    <SettingsForm state={state} consequence={warning}>
      <p className={styles.quiet}>{t('security.graceText')}</p>
      <Select
        label={t('security.graceLabel')}
        value={state.draft.days}
        onChange={(event) => state.change({ days: event.target.value })}
        options={choices.map((count) => ({ value: String(count), label: t('security.graceChoice', { count }) }))}
        className={styles.narrow}
      />
    </SettingsForm>
  );
}

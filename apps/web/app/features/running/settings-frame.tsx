import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { type Part, settingsPath } from './settings-rights';
import styles from './settings.module.css';

/** A part of a community's settings, with the ways to the others. */
export function SettingsFrame({ part, parts, children }: { part: Part; parts: readonly Part[]; children: ReactNode }) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <Page width="text">
      <PageTitle title={t('running.settingsTitle', { name: community.name })} lead={t(`running.partLead.${part}`)} />
      <Tabs label={t('running.settingsParts')} tabs={parts.map((one) => ({ to: settingsPath(community.slug, one), label: t(`running.part.${one}`), current: one === part }))} />
      <div className={styles.part}>{children}</div>
    </Page>
  );
}

import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { FanShape } from '~/kit/marks';
import { Page, PageTitle } from '~/shell/page';
import type { Made } from './use-wizard';
import styles from './wizard.module.css';

/** The community stands: what comes next. */
export function WizardDone({ made }: { made: Made }) {
  const t = useT();
  const base = `/c/${made.slug}`;
  return (
    <Page width="text">
      <div className={styles.fan} aria-hidden="true"><FanShape size={96} /></div>
      <PageTitle title={t('running.doneTitle', { name: made.name })} lead={t('running.doneLead')} />
      <div className={styles.after}>
        {made.invited > 0 && <p>{t('running.doneInvited', { count: made.invited })}</p>}
        {made.notInvited.length > 0 && <p role="alert">{t('running.doneNotInvited', { addresses: made.notInvited.join(', ') })}</p>}
        <ol className={styles.next}>
          <li>{t('running.doneJoin')}</li>
          <li>{t('running.donePost')}</li>
          <li>{t('running.doneShare')}</li>
        </ol>
        <div className={styles.ways}>
          <LinkButton to={`${base}/settings/general`} tone="quiet">{t('running.doneSettings')}</LinkButton>
          <LinkButton to={base} tone="secondary">{t('running.doneLook')}</LinkButton>
          <LinkButton to={`${base}/join`} tone="primary" size="l">{t('running.doneJoinButton')}</LinkButton>
        </div>
      </div>
    </Page>
  );
}

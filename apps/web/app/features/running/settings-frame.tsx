import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { type Part, settingsPath } from './settings-rights';
import styles from './settings-frame.module.css';

/** A part of a community's settings, with the ways to the others: beside it on a desktop, a row to swipe on a phone. */
export function SettingsFrame({ part, parts, children }: { part: Part; parts: readonly Part[]; children: ReactNode }) {
  const t = useT();
  const { community } = useCommunity()!;
  const current = useRef<HTMLAnchorElement>(null);
  // In braces: where scrolling answers with a promise, React would take it for the effect's undoing.
  useEffect(() => {
    void current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [part]);
  return (
    <Page className={styles.page}>
      <PageTitle title={t('running.settingsTitle', { name: community.name })} />
      <div className={styles.columns}>
        <nav aria-label={t('running.settingsParts')} className={styles.parts}>
          <ul role="list">
            {parts.map((one) => (
              <li key={one}>
                <Link ref={one === part ? current : undefined} to={settingsPath(community.slug, one)} aria-current={one === part ? 'page' : undefined} className={styles.way}>{t(`running.part.${one}`)}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.part}>
          <div>
            <h2 className={styles.title}>{t(`running.part.${part}`)}</h2>
            <p className={styles.lead}>{t(`running.partLead.${part}`)}</p>
          </div>
          {children}
        </div>
      </div>
    </Page>
  );
}

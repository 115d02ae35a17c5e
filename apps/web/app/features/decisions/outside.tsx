import { T, useT } from '~/i18n/react';
import styles from './decision-page.module.css';

/** The Commission's list of bodies that settle such disputes out of court. */
const BODIES = 'https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement';

/** Who else may be asked: it is open to everybody at any time, and said aloud at the end. */
export function Outside({ open }: { open: boolean }) {
  const t = useT();
  return (
    <details className={styles.outside} open={open}>
      <summary>{t('decisions.outside')}</summary>
      <ul>
        <li><T k="decisions.outsideBody" values={{ link: (text) => <a href={BODIES} rel="noreferrer">{text}</a> }} /></li>
        <li>{t('decisions.outsideCoordinator')}</li>
        <li>{t('decisions.outsideCourt')}</li>
      </ul>
    </details>
  );
}

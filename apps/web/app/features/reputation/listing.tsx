import { useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { HideFromLeaderboardsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Checkbox } from '~/kit/field';
import { pagePath } from '../paths';
import styles from './why-page.module.css';

/** Whether one appears in the lists of the best, with the switch. */
export function Listing({ slug, hidden }: { slug: string; hidden: boolean }) {
  const t = useT();
  return (
    <section className={styles.choice} aria-labelledby="listing">
      <h2 id="listing" className={styles.heading}>{t('reputation.leaderboard')}</h2>
      <ListingSwitch slug={slug} hidden={hidden} label={t('reputation.listed')} />
      <p className={styles.quiet}><Link to={pagePath(slug, 'leaderboard')}>{t('reputation.seeLeaderboard')}</Link></p>
    </section>
  );
}

/** Turned at once, and back when refused. */
export function ListingSwitch({ slug, hidden, label }: { slug: string; hidden: boolean; label: string }) {
  const t = useT();
  const { act, busy } = useAct({ aloud: true });
  const [listed, setListed] = useState(!hidden);
  const turn = async () => {
    setListed(!listed);
    const input = { community: slug, hidden: listed };
    if (!(await act(() => mutate(HideFromLeaderboardsDocument, { input }), t(listed ? 'reputation.hiddenNow' : 'reputation.shownAgain')))) setListed(listed);
  };
  return <Checkbox label={label} hint={t('reputation.listedHint')} checked={listed} disabled={busy} onChange={() => void turn()} />;
}

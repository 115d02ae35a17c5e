import { Link } from 'react-router';
import type { GenuinenessAdvice, IdentityLevel, StandingFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { Icon, type IconName } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { feedPath } from '../paths';
import styles from './genuineness.module.css';

const ICONS: Record<StandingFactsFragment['standing'], IconName> = { STRONG: 'shield', USUAL: 'check', HELD: 'hourglass' };

/** What somebody's votes count for here, why, and what helps: in words an honest person can use, and no figure a ring could. */
export function OwnStanding({ genuineness, identity }: { genuineness: StandingFactsFragment; identity: IdentityLevel }) {
  const t = useT();
  const { standing, heldVotes } = genuineness;
  const said = useSaid(standing, identity);
  const { strengths, advice } = said === 'STAFF' ? { strengths: [], advice: [] } : genuineness;
  return (
    <section className={styles.own} aria-labelledby="standing">
      <h2 id="standing">{t('genuineness.mine')}</h2>
      <Card tone={standing === 'HELD' ? 'wash' : 'plain'} className={styles.standing} data-standing={standing}>
        <Icon name={ICONS[standing]} size={28} />
        <div className={styles.words}>
          <h3>{t(`genuineness.standing_${said}`, { count: heldVotes })}</h3>
          <p>{t(`genuineness.text_${said}`)}</p>
          {strengths.length > 0 && (
            <>
              <h4>{t('genuineness.strengths')}</h4>
              <ul role="list" className={styles.points}>
                {strengths.map((one) => <li key={one}><Icon name="check" size={18} /><span>{one === 'CONSTANT' ? t('genuineness.strength_CONSTANT') : t('genuineness.strength_IDENTIFIED', { identity: t(`domain.identity.${identity}`) })}</span></li>)}
              </ul>
            </>
          )}
          {advice.length > 0 && (
            <>
              <h4>{t('genuineness.advice')}</h4>
              <ul role="list" className={styles.points}>{advice.map((one) => <Advice key={one} advice={one} />)}</ul>
            </>
          )}
          <p className={styles.quiet}><Icon name="lock" size={16} />{t('genuineness.private')}</p>
        </div>
      </Card>
    </section>
  );
}

/** Votes that nobody doubts may still climb no ladder: those of staff, and of who confirmed nothing. */
function useSaid(standing: StandingFactsFragment['standing'], identity: IdentityLevel): StandingFactsFragment['standing'] | 'STAFF' | 'ANONYMOUS' {
  const { roles } = useCommunity()!;
  if (roles.length > 0) return 'STAFF';
  return identity === 'ANONYMOUS' && standing !== 'HELD' ? 'ANONYMOUS' : standing;
}

function Advice({ advice }: { advice: GenuinenessAdvice }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const where: Record<GenuinenessAdvice, string> = { CONFIRM_EMAIL: '/confirm', LINK_ACCOUNT: '/settings/identity', VERIFY: '/settings/identity', TAKE_PART: feedPath(slug) };
  return (
    <li>
      <Icon name="arrowRight" size={18} />
      <span><Link to={where[advice]}>{t(`genuineness.advice_${advice}`)}</Link> <span className={styles.why}>{t(`genuineness.advice_${advice}_why`)}</span></span>
    </li>
  );
}

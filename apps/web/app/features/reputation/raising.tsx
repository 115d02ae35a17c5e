import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { scoreOf, TENTHS } from './identity-share';
import type { Explained, WhyCommunity } from './reputation.server';
import { signed } from './rule-words';
import { meritOf } from './score-sum';
import styles from './why-page.module.css';

/** What others do, in the order of how often it comes. */
const EARNED = ['VOTE_RECEIVED', 'HELPFUL_TO_AUTHOR', 'RUNG_REACHED', 'IDEA_PLANNED'] as const;

const STEPS = ['CONFIRMED', 'LINKED', 'VERIFIED'] as const;

/** What would raise one's score, each with what it would bring now. */
export function Raising({ member, rules }: { member: Explained; rules: WhyCommunity['reputationRules'] }) {
  const t = useT();
  const { score, sources, tenths } = member.reputation;
  const base = meritOf(sources);
  const now = tenths ?? TENTHS[member.identityLevel];
  const ahead = STEPS.filter((level) => TENTHS[level] > now);
  const worth = (code: string) => scoreOf((rules.find((rule) => rule.code === code)?.points ?? 0), now);
  return (
    <section aria-labelledby="raising">
      <h2 id="raising" className={styles.heading}>{t('reputation.raising')}</h2>
      <ul role="list" className={styles.ways}>
        {ahead.map((level) => (
          <li key={level} className={styles.way}>
            <span className={styles.gain}>{base > 0 ? signed(scoreOf(base, TENTHS[level]) - score, t.number) : `× ${t.number(TENTHS[level] / 10)}`}</span>
            <span><Link to={level === 'CONFIRMED' ? '/confirm' : '/settings/identity'}>{t(`reputation.raise.${level}`)}</Link></span>
          </li>
        ))}
        {now > 0 && EARNED.filter((code) => worth(code) > 0).map((code) => (
          <li key={code} className={styles.way}>
            <span className={styles.gain}>{signed(worth(code), t.number)}</span>
            <span>{t(`reputation.raise.${code}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

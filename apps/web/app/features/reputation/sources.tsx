import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import type { Explained } from './reputation.server';
import { ruleIcon, signed, sourceWords } from './rule-words';
import styles from './why-page.module.css';

/** Where the merit comes from, kind by kind. */
export function Sources({ member: { reputation: { sources, merits } } }: { member: Explained }) {
  const t = useT();
  if (!sources || sources.length === 0) return null;
  const most = Math.max(...sources.map(({ points }) => Math.abs(points)));
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className={styles.heading}>{t('reputation.sources')}</h2>
      <p className={styles.quiet}>{t('reputation.sourcesLead')}</p>
      <ul role="list" className={styles.sources}>
        {sources.map(({ rule, points }) => {
          const times = merits.find((merit) => merit.rule.code === rule.code)?.times;
          return (
            <li key={rule.code} className={styles.source} data-costs={points < 0 ? '' : undefined}>
              <span className={styles.kind}><Icon name={ruleIcon(rule.code)} size={18} /><span>{sourceWords(t, rule)} {times !== undefined && <span className={styles.times}>{t('reputation.times', { count: times })}</span>}</span></span>
              <strong>{signed(points, t.number)}</strong>
              <span className={styles.bar} aria-hidden="true"><span style={{ inlineSize: `${(Math.abs(points) / most) * 100}%` }} /></span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

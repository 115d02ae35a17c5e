import type { RuleFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import styles from './rules.module.css';

/** The rules by their numbers, each with an address of its own: `#rule-3`. */
export function RulesList({ rules }: { rules: readonly RuleFactsFragment[] }) {
  const t = useT();
  const { locale, name } = useCommunity()!.community;
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby="rules" className={styles.rules}>
      <h2 id="rules">{t('rules.heading')}</h2>
      <p className={styles.lead}>{t('rules.lead', { community: name })}</p>
      <ol role="list" className={styles.list}>
        {rules.map(({ number, version, title, body, since }) => (
          <li key={number} id={`rule-${number}`} className={styles.rule}>
            <a href={`#rule-${number}`} className={styles.number} aria-label={t('rules.linkTo', { number })}>{number}</a>
            <div lang={locale}>
              <h3 className={styles.title}>{title}</h3>
              <p className={styles.body}>{body}</p>
              {version > 1 && <p className={styles.since} lang={t.locale}>{t('rules.since', { date: t.date(since, { dateStyle: 'long', timeZone: 'UTC' }) })}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

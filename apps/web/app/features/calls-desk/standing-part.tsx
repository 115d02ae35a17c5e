import { useT } from '~/i18n/react';
import type { MessageKey } from '~/i18n/translator';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import type { PanelApplication } from './calls-desk.server';
import { genuinenessReasons } from './panel-words';
import styles from './panel.module.css';

/** How who applied has behaved here: reputation, kinds of merit, topics, and why they are taken for one honest person. */
export function StandingPart({ application: { standing } }: { application: PanelApplication }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  if (!standing) return null;
  const reasons = genuinenessReasons(standing.genuineness);
  return (
    <section className={styles.part}>
      <h3>{t('calls.standing')}</h3>
      <p className={styles.facts}>
        <strong>{t(`domain.level.${standing.level}`)}</strong>
        <span>{t(`domain.identity.${standing.identityLevel}`)}</span>
        <span>{t('recruitment.score', { score: t.number(standing.score) })}</span>
        <span>{t('recruitment.memberFor', { count: standing.months })}</span>
      </p>
      {standing.merits.length > 0 && <ul role="list" className={styles.merits} aria-label={t('calls.merits')}>{standing.merits.map(({ rule, times }) => <li key={rule}>{meritOf(rule, times)}</li>)}</ul>}
      {standing.topics.length > 0 && <p className={styles.facts}><span className={styles.quiet}>{t('calls.topics')}</span>{standing.topics.map(({ category, ideas }) => <span key={category} lang={locale}>{category} ({t.number(ideas)})</span>)}</p>}
      <ul role="list" className={styles.reasons} aria-label={t('calls.genuine')}>
        {reasons.map(({ key, speaksFor }) => <li key={key} data-for={speaksFor || undefined}><Icon name={speaksFor ? 'check' : 'warning'} size={16} />{t(key)}</li>)}
        {reasons.length === 0 && <li>{t(standing.genuineness.length > 0 ? 'calls.genuineNothing' : 'calls.genuineUnknown')}</li>}
        {standing.heldVotes > 0 && <li><Icon name="warning" size={16} />{t('recruitment.heldVotes', { count: standing.heldVotes })}</li>}
      </ul>
    </section>
  );

  function meritOf(rule: string, count: number): string {
    const key = `reputation.merit.${rule}` as MessageKey;
    const words = t(key, { count: String(count) });
    return words === key ? `${rule} (${t.number(count)})` : t(key, { count } as never);
  }
}

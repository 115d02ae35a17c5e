import type { RevocationFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import styles from './terms.module.css';

type Words = Pick<RevocationFactsFragment, 'clause' | 'facts' | 'passage'>;

/** Why a term was taken away, as its member reads it; the brand sees the same before it sends it. `toThem`: not about somebody else. */
export function TermStatement({ statement: { clause, facts, passage }, at, appealUntil, toThem = true }: { statement: Words; at?: string; appealUntil?: string; toThem?: boolean }) {
  const t = useT();
  const { name, locale } = useCommunity()!.community;
  return (
    <div className={styles.statement}>
      <p className={styles.did}>{at ? t(toThem ? 'terms.revokedOn' : 'terms.revokedTheirs', { community: name, date: t.date(at) }) : t('terms.revokedNow', { community: name })}</p>
      <dl lang={locale}>
        <div><dt lang={t.locale}>{t('terms.clause')}</dt><dd dir="auto">{clause || <Blank />}</dd></div>
        <div><dt lang={t.locale}>{t('terms.facts')}</dt><dd dir="auto">{facts || <Blank />}</dd></div>
        <div><dt lang={t.locale}>{t('terms.passage')}</dt><dd>{passage ? <blockquote dir="auto">{passage}</blockquote> : <Blank />}</dd></div>
      </dl>
      {toThem && <p className={styles.quiet}>{appealUntil ? t('terms.redressUntil', { date: t.date(appealUntil) }) : t('terms.redress')}</p>}
    </div>
  );
}

function Blank() {
  const t = useT();
  return <span className={styles.blank} lang={t.locale}>{t('terms.blank')}</span>;
}

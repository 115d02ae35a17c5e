import type { AgreementFullFragment, AgreementHeadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Markdown } from '~/kit/markdown';
import styles from './terms.module.css';

/** An agreement to read, with what proves which words these are. */
export function AgreementText({ agreement, level = 3 }: { agreement: AgreementFullFragment; level?: 2 | 3 | 4 }) {
  return (
    <>
      <Markdown html={agreement.html} lang={agreement.locale} level={level} className={styles.agreement} />
      <AgreementProof agreement={agreement} />
    </>
  );
}

/** Version, date and hash: what was accepted can be told from every other wording. */
export function AgreementProof({ agreement: { version, since, hash } }: { agreement: AgreementHeadFragment }) {
  const t = useT();
  return (
    <p className={styles.proof}>
      <span>{t('terms.version', { version, date: t.date(since) })}</span>
      <span>{t('terms.hash')} <code>{hash}</code></span>
    </p>
  );
}

import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import styles from './decision-page.module.css';
import { subjectLink, type Subject } from './subject-link';

/** What a decision is about: "A comment on …", with a link where the reader may see it. */
export function AboutSubject({ decision: { subject, subjectKind } }: { decision: Subject }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const link = subjectLink(slug, subject);
  if (!link) return <span className={styles.kind}>{t(`moderation.a_${subjectKind}`)}</span>;
  return <>{t('decisions.aboutThe', { kind: subjectKind })} <Link to={link.to} lang={locale}>{link.title}</Link></>;
}

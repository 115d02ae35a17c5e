import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { useCommunity } from '~/shell/use-root';
import { ambassadorsPath, callPath } from '../paths';
import type { Profile } from '../members/profile.server';
import styles from './recruitment.module.css';

/** That somebody speaks as an ambassador, since when, for what, and what they receive: always said, also of who served. */
export function AmbassadorBanner({ member }: { member: Profile }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const [term] = member.ambassadorTerms;
  if (!term) return null;
  const serves = term.state === 'ACTIVE' && new Date(term.until!) > new Date();
  return (
    <Card as="section" tone={serves ? 'accent' : 'wash'} className={styles.own}>
      <p>
        <Link to={ambassadorsPath(slug)}>{t(serves ? 'recruitment.serves' : 'recruitment.served', { since: t.date(term.since!), until: t.date(term.until!) })}</Link>
        {term.call && <> · <Link to={callPath(slug, term.call.id)} lang={locale}>{term.call.title}</Link></>}
      </p>
      <p lang={locale}>{t('recruitment.receives', { what: term.receives })}</p>
    </Card>
  );
}

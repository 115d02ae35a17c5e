import { Link } from 'react-router';
import { T, useT } from '~/i18n/react';
import { directionOf, nameOfLocale } from '~/i18n/direction';
import { LOCALES } from '~/i18n/generated/keys';
import { switchLocale } from './preferences';
import { useCommunity, useRoot } from './use-root';
import styles from './footer.module.css';

export function Footer() {
  const t = useT();
  const community = useCommunity()?.community;
  const root = useRoot();
  const base = `/c/${community?.slug}`;
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p className={styles.about}>
          {community ? <T k="shell.poweredBy" values={{ link: (text) => <Link to="/">{text}</Link> }} /> : t('shell.promise')}
        </p>
        <nav aria-label={t('shell.footer')} className={styles.links}>
          {community && <Link to={`${base}/team`}>{t('running.teamLink')}</Link>}
          {community && <Link to={`${base}/circles`}>{t('circles.title')}</Link>}
          {community && <Link to={`${base}/ambassadors`}>{t('recruitment.ambassadors')}</Link>}
          {community && <Link to={`${base}/calls`}>{t('recruitment.calls')}</Link>}
          {community && <Link to={`${base}/missions/wall`}>{t('movement.wall')}</Link>}
          {community && <Link to={`${base}/missions`}>{t('missions.title')}</Link>}
          {community && <Link to={`${base}/creations`}>{t('creations.title')}</Link>}
          {community && <Link to={`${base}/roadmap`}>{t('shell.roadmap')}</Link>}
          {community && <Link to={`${base}/changelog`}>{t('shell.changelog')}</Link>}
          {community && <Link to={`${base}/guidelines`}>{t('shell.guidelines')}</Link>}
          {community && <Link to={`${base}/terms`}>{t('shell.terms')}</Link>}
          {community && <Link to={`${base}/log`}>{t('log.link')}</Link>}
          {community && <Link to={`${base}/transparency`}>{t('transparency.link')}</Link>}
          {community && <Link to={`${base}/notice`}>{t('reports.noticeLink')}</Link>}
          {community && <a href={`${base}/feed.atom`}>{t('shell.feedLink')}</a>}
          {root?.deployment.devMailbox && <a href="/dev/mail">{t('shell.devMail')}</a>}
          {LOCALES.filter((locale) => locale !== t.locale).map((locale) => (
            <a
              key={locale}
              href={`?hl=${locale}`}
              lang={locale}
              hrefLang={locale}
              dir={directionOf(locale)}
              onClick={(event) => {
                event.preventDefault();
                switchLocale(locale);
              }}
            >
              {nameOfLocale(locale)}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  );
}

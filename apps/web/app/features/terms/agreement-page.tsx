import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { AgreementPageDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { useRunsProgramme } from '../missions/use-runs-programme';
import { ambassadorsPath } from '../paths';
import { AgreementText } from './agreement-text';
import styles from './terms.module.css';
import { agreementPath, myTermPath } from './terms-state';
import type { AgreementData } from './terms.server';

const WriteAgreement = lazy(() => import('./write-agreement'));

/** What ambassadors and the brand agree on: the words in force, and every version before them. */
export function AgreementPage({ data, locale }: { data: AgreementData; locale: 'en' | 'fr' }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const { current, viewerTerm } = data;
  const offered = viewerTerm?.state === 'OFFERED';
  const actions = offered
    ? <LinkButton tone="primary" to={myTermPath(slug)}>{t('terms.toAccept')}</LinkButton>
    : <LinkButton size="s" to={ambassadorsPath(slug)} icon={<Icon name="users" size={16} />}>{t('terms.all')}</LinkButton>;
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t('terms.agreement')} lead={t('terms.agreementLead', { community: name })} actions={actions} />
      {current ? <Current data={data} locale={locale} /> : <EmptyState title={t('terms.agreementNone')} text={t('terms.agreementNoneText', { community: name })} />}
      <Writing data={data} />
      {current && <Earlier data={data} locale={locale} />}
    </Page>
  );
}

function Current({ data: { current, en, fr, viewerTerm }, locale }: { data: AgreementData; locale: 'en' | 'fr' }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const both = en?.locale === 'en' && fr?.locale === 'fr';
  const mine = viewerTerm?.agreement?.hash === current!.hash;
  return (
    <section className={styles.part} aria-labelledby="now">
      <h2 id="now" className="visually-hidden">{t('terms.inForce')}</h2>
      {both && <Tabs label={t('terms.language')} tabs={(['en', 'fr'] as const).map((lang) => ({ to: agreementPath(slug, `?lang=${lang}`), label: t(`terms.lang_${lang}`), current: lang === locale }))} />}
      {!both && current!.locale !== locale && <p className={styles.quiet}>{t('terms.onlyIn', { language: t(`terms.lang_${current!.locale}`) })}</p>}
      <div className={styles.paper}>
        <p className={styles.facts}><Badge size="s" tone="good" icon="check">{t('terms.inForce')}</Badge>{mine && <Badge size="s" tone="accent" icon="star">{t('terms.yours')}</Badge>}</p>
        <AgreementText agreement={current!} level={3} />
      </div>
    </section>
  );
}

/** For the brand's team: the next version. */
function Writing({ data }: { data: AgreementData }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!useRunsProgramme()) return null;
  return (
    <section className={styles.part} aria-labelledby="write">
      <h2 id="write">{t('terms.write')}</h2>
      <p>{t('terms.writeText')}</p>
      {open ? <Suspense><WriteAgreement data={data} onClose={() => setOpen(false)} /></Suspense> : <p><Button icon={<Icon name="edit" size={16} />} onClick={() => setOpen(true)}>{t('terms.writeOpen')}</Button></p>}
    </section>
  );
}

function Earlier({ data: { current, agreements, viewerTerm }, locale }: { data: AgreementData; locale: 'en' | 'fr' }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(AgreementPageDocument, { slug, locale, after })).community!.agreements;
  if (agreements.nodes.every(({ id }) => id === current!.id)) return null;
  return (
    <section className={styles.part} aria-labelledby="earlier">
      <h2 id="earlier">{t('terms.earlier')}</h2>
      <p className={styles.quiet}>{t('terms.earlierText')}</p>
      <Growing key={key} page={agreements} fetchPage={fetchPage} hrefOf={(after) => agreementPath(slug, `?lang=${locale}&after=${encodeURIComponent(after)}`)} label={t('common.loadMore')}>
        {(nodes) => (
          <ul role="list" className={styles.versions}>
            {nodes.filter(({ id }) => id !== current!.id).map((one) => (
              <li key={one.id}>
                <details className={styles.fold}>
                  <summary>{t('terms.version', { version: one.version, date: t.date(one.since) })}{viewerTerm?.agreement?.hash === one.hash && <> · {t('terms.yours')}</>}</summary>
                  <div className={styles.paper}><AgreementText agreement={one} level={3} /></div>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Growing>
    </section>
  );
}

import { Link } from 'react-router';
import type { OwnTermFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon, type IconName } from '~/kit/icon';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { ShareButton } from '../idea/share-button';
import { missionsPath } from '../missions/missions-state';
import { ambassadorsPath, callPath, memberPath } from '../paths';
import { AgreementProof } from './agreement-text';
import { RenewalPart } from './renewal-part';
import { ResignPart } from './resign-part';
import { RevokedPart } from './revoked-part';
import { TakeOffer } from './take-offer';
import styles from './terms.module.css';
import { agreementPath, serves, shareCardPath } from './terms-state';
import type { AgreementsNow } from './terms.server';

/** One's own service as an ambassador: the offer, what runs, how to go on or leave, and why it was taken away if it was. */
export function MyTermPage({ term, agreements }: { term: OwnTermFragment | null; agreements: AgreementsNow }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const all = <LinkButton size="s" to={ambassadorsPath(slug)} icon={<Icon name="users" size={16} />}>{t('terms.all')}</LinkButton>;
  if (!term) {
    return (
      <Page width="text">
        <PageTitle title={t('terms.mine')} actions={all} />
        <EmptyState level={2} title={t('terms.noneTitle')} text={t('terms.noneText', { community: name })} action={<LinkButton tone="primary" to={callPath(slug)}>{t('recruitment.calls')}</LinkButton>} />
      </Page>
    );
  }
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t('terms.mine')} actions={all} />
      <TermCard term={term} />
      <ShareCard term={term} />
      <WhatNow key={term.state} term={term} agreements={agreements} />
      {term.agreement && (
        <section className={styles.part} aria-labelledby="agreed">
          <h2 id="agreed">{t('terms.agreed')}</h2>
          <p>{t('terms.agreedOn', { date: t.date(term.acceptedAt!) })} <Link to={agreementPath(slug)}>{t('terms.readAgreement')}</Link></p>
          <AgreementProof agreement={term.agreement} />
        </section>
      )}
    </Page>
  );
}

/** The picture that goes with a shared profile; of who began to serve. */
function ShareCard({ term }: { term: OwnTermFragment }) {
  const t = useT();
  const { community: { slug, name }, membership } = useCommunity()!;
  if (!['ACTIVE', 'ENDED', 'RESIGNED'].includes(term.state) || !membership || membership.id !== term.member?.id) return null;
  const { handle, displayName } = membership;
  const picture = shareCardPath(slug, handle, `${term.id.slice(-8)}${term.state}`);
  const title = t('terms.shareTitle', { name: displayName, community: name });
  return (
    <section className={styles.part} aria-labelledby="card">
      <h2 id="card">{t('terms.card')}</h2>
      <figure className={styles.card}>
        <img src={picture} alt={t('terms.cardAlt')} width={1200} height={630} loading="lazy" />
        <figcaption>
          <p className={styles.quiet}>{t('terms.cardText')}</p>
          <p className={styles.actions}>
            <ShareButton size="s" title={title} text={title} label={t('terms.share')} path={memberPath(slug, handle)} />
            <a href={picture} download={`${handle}.png`}>{t('terms.download')}</a>
          </p>
        </figcaption>
      </figure>
    </section>
  );
}

function WhatNow({ term, agreements }: { term: OwnTermFragment; agreements: AgreementsNow }) {
  const t = useT();
  const { membership } = useCommunity()!;
  const own = membership?.id === term.member?.id;
  if (term.state === 'OFFERED') return own ? <TakeOffer term={term} agreements={agreements} /> : null;
  if (term.state === 'REVOKED') return <RevokedPart term={term} own={own} />;
  if (term.state === 'LAPSED') return <p>{t('terms.lapsed')}</p>;
  const back = term.revocation?.overturnedAt && <RevokedPart term={term} own={own} />;
  if (serves(term, new Date())) return <>{back}{own && <><RenewalPart term={term} agreements={agreements} /><ResignPart term={term} /></>}</>;
  return (
    <>
      {back}
      <p>{t(term.state === 'RESIGNED' ? 'terms.resignedText' : 'terms.endedText')}</p>
    </>
  );
}

export const LOOKS: Record<OwnTermFragment['state'], { tone: BadgeTone; icon: IconName }> = {
  OFFERED: { tone: 'info', icon: 'mail' },
  ACTIVE: { tone: 'good', icon: 'star' },
  ENDED: { tone: 'neutral', icon: 'check' },
  RESIGNED: { tone: 'neutral', icon: 'check' },
  REVOKED: { tone: 'bad', icon: 'flag' },
  LAPSED: { tone: 'neutral', icon: 'clock' },
};

/** What it is, between which dates, and what comes with it. */
function TermCard({ term }: { term: OwnTermFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const running = serves(term, new Date());
  return (
    <Card as="section" tone={running || term.state === 'OFFERED' ? 'accent' : 'wash'} className={styles.term} aria-labelledby="term">
      <p className={styles.facts}>
        <Badge {...LOOKS[term.state]}>{t(`terms.state_${term.state}`)}</Badge>
        {term.call && <Link to={callPath(slug, term.call.id)} lang={locale}>{term.call.title}</Link>}
      </p>
      <h2 id="term" className={styles.span}>{spanOf(t, term)}</h2>
      {running && <Elapsed term={term} />}
      <p className={styles.receives}><Icon name="tag" size={18} /><span lang={locale}>{t(running || !term.since ? 'recruitment.receives' : 'recruitment.received', { what: term.receives })}</span></p>
      {running && (
        <p className={styles.actions}>
          <LinkButton tone="primary" size="s" to={missionsPath(slug)} icon={<Icon name="rocket" size={16} />}>{t('missions.title')}</LinkButton>
          {term.member && <LinkButton size="s" to={memberPath(slug, term.member.handle)} icon={<Icon name="user" size={16} />}>{t('terms.publicProfile')}</LinkButton>}
        </p>
      )}
    </Card>
  );
}

function spanOf(t: ReturnType<typeof useT>, { state, since, until, months, acceptUntil }: OwnTermFragment): string {
  if (since && until) return t('terms.span', { since: t.date(since), until: t.date(until) });
  return state === 'OFFERED' ? t('terms.offeredSpan', { months: t('recruitment.months', { count: months }), date: t.date(acceptUntil) }) : t('recruitment.months', { count: months });
}

/** How much of it is behind one. */
function Elapsed({ term: { since, until } }: { term: OwnTermFragment }) {
  const t = useT();
  const [from, to, now] = [Date.parse(since!), Date.parse(until!), Date.now()];
  const days = Math.max(0, Math.ceil((to - now) / 86_400_000));
  const share = Math.min(100, Math.max(0, Math.round((100 * (now - from)) / (to - from))));
  return (
    <div className={styles.elapsed}>
      <progress value={share} max={100} aria-label={t('terms.elapsed')} />
      <span suppressHydrationWarning>{t('terms.daysLeft', { count: days })}</span>
    </div>
  );
}

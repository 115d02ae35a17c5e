import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { type AmbassadorCardFragment, AmbassadorsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { IdentityMark, LevelMark } from '~/kit/marks';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ambassadorsPath, callPath, memberPath } from '../paths';
import { agreementPath, myTermPath, serves } from '../terms/terms-state';
import type { AmbassadorsData } from '../terms/terms.server';
import styles from './ambassadors-page.module.css';

/** Everybody who serves as an ambassador, or did: since when, for what, and what the brand gives them. */
export function AmbassadorsPage({ data, alumni }: { data: AmbassadorsData; alumni: boolean }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const { ambassadors, serving, served } = data;
  const who = alumni ? '?who=alumni' : '';
  const fetchPage = async (after: string) => (await mutate(AmbassadorsDocument, { slug, after, alumni })).community!.ambassadors;
  const tabs = [
    { to: ambassadorsPath(slug), label: t('recruitment.now'), current: !alumni, count: serving.totalCount },
    { to: `${ambassadorsPath(slug)}?who=alumni`, label: t('recruitment.alumni'), current: alumni, count: served.totalCount },
  ];
  return (
    <Page>
      <PageTitle title={t('recruitment.ambassadors')} lead={t('recruitment.ambassadorsLead', { community: name })} actions={<Ways term={data.viewerTerm} />} />
      <Tabs label={t('recruitment.ambassadors')} tabs={tabs} />
      {ambassadors.nodes.length === 0 && <EmptyState title={t(alumni ? 'recruitment.noAlumniTitle' : 'recruitment.noneTitle')} text={t('recruitment.noneText', { community: name })} action={<LinkButton to={callPath(slug)}>{t('recruitment.calls')}</LinkButton>} />}
      <Growing key={key} page={ambassadors} fetchPage={fetchPage} hrefOf={(after) => `${ambassadorsPath(slug)}${who || '?'}${who && '&'}after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(nodes) => (
          <ul role="list" className={styles.grid}>
            {nodes.map((member) => <li key={member.id}><AmbassadorCard member={member} /></li>)}
          </ul>
        )}
      </Growing>
    </Page>
  );
}

/** What the rows above do not lead to: an offer that waits, and what all of them agreed to. */
function Ways({ term }: { term: AmbassadorsData['viewerTerm'] }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <div className={styles.ways}>
      {term?.state === 'OFFERED' && <LinkButton size="s" tone="primary" to={myTermPath(slug)} icon={<Icon name="user" size={16} />}>{t('terms.toAccept')}</LinkButton>}
      <LinkButton size="s" tone="quiet" to={agreementPath(slug)} icon={<Icon name="document" size={16} />}>{t('terms.agreement')}</LinkButton>
    </div>
  );
}

/** One of them: the face first, and never without what they receive. */
function AmbassadorCard({ member }: { member: AmbassadorCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const [term] = member.ambassadorTerms;
  return (
    <Card as="article" className={styles.card}>
      <div className={styles.face}>
        <Avatar seed={member.id} url={member.portraitUrl} size={72} />
        <div className={styles.who}>
          <h2 className={styles.name}><Link to={memberPath(slug, member.handle)} dir="auto">{member.displayName}</Link></h2>
          <p className={styles.marks}>
            {member.level !== 'NEWCOMER' && <LevelMark level={member.level} size={16} />}
            <IdentityMark level={member.identityLevel} size={16} />
            <span>@{member.handle}</span>
          </p>
        </div>
      </div>
      {term && (
        <p className={styles.since}>
          {serves(term, new Date()) ? t('terms.since', { since: t.date(term.since!) }) : t('terms.span', { since: t.date(term.since!), until: t.date(term.until!) })}
          {term.call && <> · <Link to={callPath(slug, term.call.id)} lang={locale}>{term.call.title}</Link></>}
        </p>
      )}
      {member.bio && <p className={styles.bio} lang={locale} dir="auto">{member.bio}</p>}
      <p className={styles.did}>
        <span><Icon name="rocket" size={16} />{t('terms.missionsDone', { count: member.missionsDone })}</span>
        <span><Icon name="idea" size={16} />{t('terms.ideas', { count: member.ideaCount })}</span>
      </p>
      {term && <p className={styles.receives}><Icon name="tag" size={16} /><span lang={locale}>{t(serves(term, new Date()) ? 'recruitment.receives' : 'recruitment.received', { what: term.receives })}</span></p>}
    </Card>
  );
}

import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { AmbassadorsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ambassadorsPath, callPath } from '../paths';
import type { Ambassadors } from './recruitment.server';
import styles from './recruitment.module.css';

/** Everybody who serves as an ambassador, or did: since when, for what, and what the brand gives them. */
export function AmbassadorsPage({ ambassadors, alumni }: { ambassadors: Ambassadors; alumni: boolean }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name, locale } = useCommunity()!.community;
  const who = alumni ? '?who=alumni' : '';
  const fetchPage = async (after: string) => (await mutate(AmbassadorsDocument, { slug, after, alumni })).community!.ambassadors;
  const tabs = [
    { to: ambassadorsPath(slug), label: t('recruitment.now'), current: !alumni },
    { to: `${ambassadorsPath(slug)}?who=alumni`, label: t('recruitment.alumni'), current: alumni },
  ];
  const calls = <LinkButton to={callPath(slug)}>{t('recruitment.calls')}</LinkButton>;
  return (
    <Page>
      <PageTitle title={t('recruitment.ambassadors')} lead={t('recruitment.ambassadorsLead', { community: name })} actions={calls} />
      <Tabs label={t('recruitment.ambassadors')} tabs={tabs} />
      {ambassadors.nodes.length === 0 && <EmptyState title={t(alumni ? 'recruitment.noAlumniTitle' : 'recruitment.noneTitle')} text={t('recruitment.noneText', { community: name })} action={calls} />}
      <Growing key={key} page={ambassadors} fetchPage={fetchPage} hrefOf={(after) => `${ambassadorsPath(slug)}${who || '?'}${who && '&'}after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(nodes) => (
          <ul role="list" className={styles.grid}>
            {nodes.map((member) => (
              <li key={member.id}>
                <Card as="article" className={styles.card}>
                  <MemberChip member={member} community={slug} />
                  {member.bio && <p lang={locale}>{member.bio}</p>}
                  {member.ambassadorTerms.slice(0, 1).map((term) => (
                    <p key={term.id} className={styles.quiet}>
                      {t(alumni ? 'recruitment.served' : 'recruitment.serves', { since: t.date(term.since!), until: t.date(term.until!) })}
                      {term.call && <> · <Link to={callPath(slug, term.call.id)} lang={locale}>{term.call.title}</Link></>}
                      <br />{t('recruitment.receives', { what: term.receives })}
                    </p>
                  ))}
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Growing>
    </Page>
  );
}

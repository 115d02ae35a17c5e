import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { ReputationDisputesDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { deskPath, whyPath } from '../paths';
import { EntryLine } from './entry-line';
import type { Disputes } from './reputation.server';
import styles from './entries.module.css';

/** Entries that their members say are wrong, the longest waiting first; for moderators. */
export function DisputesPage({ disputes }: { disputes: Disputes }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, locale } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(ReputationDisputesDocument, { slug, after })).community!.reputationDisputes!;
  return (
    <Page width="text">
      <PageTitle title={t('reputation.disputes')} lead={t('reputation.disputesLead')} />
      {disputes.nodes.length === 0 && <EmptyState title={t('reputation.disputesNone')} />}
      <Growing key={key} page={disputes} fetchPage={fetchPage} hrefOf={(after) => deskPath(slug, `/disputes?after=${encodeURIComponent(after)}`)} label={t('common.loadMore')}>
        {(cases) => (
          <ul role="list" className={styles.cases}>
            {cases.map(({ id, member, reason, disputedAt, entry }) => (
              <Card key={id} as="li" className={styles.case}>
                <MemberChip member={member} community={slug} />
                <figure>
                  <figcaption className={styles.facts}>{t('reputation.says', { name: member.displayName })} · <RelativeTime at={disputedAt} /></figcaption>
                  <blockquote lang={locale}>{reason}</blockquote>
                </figure>
                <ul role="list"><EntryLine entry={entry} mine={false} /></ul>
                <p><LinkButton size="s" to={whyPath(slug, member.handle)}>{t('reputation.allReasons')}</LinkButton></p>
              </Card>
            ))}
          </ul>
        )}
      </Growing>
    </Page>
  );
}

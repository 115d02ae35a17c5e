import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import type { EstimateFactsFragment, ResponseFactsFragment } from '~/graphql/generated/documents';
import { expectedIn } from '../answers/estimate';
import styles from './idea-response.module.css';

/** The team's answer, pinned above the idea's text, with when it is expected as they say now. */
export function IdeaResponse({ response, estimate }: { response: ResponseFactsFragment; estimate: EstimateFactsFragment | null }) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <section className={styles.response} aria-labelledby="response">
      <div className={styles.head}>
        <h2 id="response" className={styles.title}><Icon name="pin" size={18} />{t('idea.responseHeading')}</h2>
        <StatusBadge status={response.status} size="s" />
      </div>
      {estimate && <p className={styles.when}><Icon name="calendar" size={18} />{expectedIn(t, estimate)}</p>}
      <Markdown html={response.bodyHtml} lang={community.locale} />
      <MemberChip member={response.author} community={community.slug} absent={community.name} size="s">
        <RelativeTime at={response.createdAt} />
      </MemberChip>
    </section>
  );
}

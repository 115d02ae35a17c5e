import { mutate } from '~/data/mutate';
import { ProfileDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import type { Profile } from '../members/profile.server';
import { memberPath } from '../paths';
import { CreationGrid } from './creation-grid';
import styles from './wall-page.module.css';

/** What a member made and shows. */
export function MemberCreations({ member: { handle, displayName }, creations }: { member: Profile; creations: NonNullable<Profile['creations']> }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => {
    const { community } = await mutate(ProfileDocument, { slug, handle, after, withIdeas: false, withBacked: false, withCredits: false, withCreations: true });
    return community!.member!.creations!;
  };
  if (creations.nodes.length === 0) return <EmptyState level={3} title={t('creations.memberEmpty', { name: displayName })} />;
  return (
    <div className={styles.wall}>
      <Growing key={handle} page={creations} fetchPage={fetchPage} hrefOf={(after) => `${memberPath(slug, handle)}?tab=creations&after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(nodes) => <CreationGrid creations={nodes} level={3} compact />}
      </Growing>
    </div>
  );
}

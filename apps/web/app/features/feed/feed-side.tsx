import { Link } from 'react-router';
import type { FeedFrameQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { MemberChip } from '~/kit/member-chip';
import { FollowButton } from '../follow/follow-button';
import { SidePart } from '../layout/side-part';
import { MovementPart } from '../movement/movement-part';
import { ambassadorsPath, circlePath, feedPath, pagePath } from '../paths';
import { changeFeed, formatFeed, type FeedState } from './feed-state';
import type { Follows, Movement } from './feed.server';
import styles from './feed-side.module.css';

interface Community {
  id: string;
  slug: string;
  name: string;
  locale: string;
  description: string;
  categories: readonly { id: string; slug: string; name: string }[];
  ladder: readonly { support: number; days: number }[];
}

type Staff = NonNullable<FeedFrameQuery['community']>['staff'];

/** What this place is, how it works, and who answers. */
export function FeedSide({ community, staff, follows, movement, state }: { community: Community; staff: Staff; follows: Follows; movement: Movement; state: FeedState }) {
  const t = useT();
  return (
    <>
      <SidePart title={t('feed.aboutHeading')}>
        {community.description && <p className={styles.about} lang={community.locale}>{community.description}</p>}
        <p className={styles.links}>
          <Link to={pagePath(community.slug, 'roadmap')}>{t('shell.roadmap')}</Link>
          <Link to={pagePath(community.slug, 'changelog')}>{t('shell.changelog')}</Link>
          <Link to={pagePath(community.slug, 'guidelines')}>{t('feed.guidelinesLink')}</Link>
          <Link to={pagePath(community.slug, 'terms')}>{t('feed.termsLink')}</Link>
          <Link to={circlePath(community.slug)}>{t('circles.title')}</Link>
          <Link to={ambassadorsPath(community.slug)}>{t('recruitment.ambassadors')}</Link>
          <Link to={pagePath(community.slug, 'members')}>{t('feed.membersLink')}</Link>
          <a href={pagePath(community.slug, 'feed.atom')}>{t('feed.atomLink')}</a>
        </p>
      </SidePart>
      <MovementPart community={community} movement={movement} />
      <HowItWorks ladder={community.ladder} />
      <Categories community={community} follows={follows} state={state} />
      {staff.some(({ member }) => member) && <Answering staff={staff} community={community} following={follows.answers} />}
    </>
  );
}

function HowItWorks({ ladder }: Pick<Community, 'ladder'>) {
  const t = useT();
  const [first, last] = [ladder[0], ladder.at(-1)];
  return (
    <SidePart title={t('feed.howHeading')}>
      <ol className={styles.how} role="list">
        <li>{t('feed.howPost')}</li>
        {first && <li>{t('feed.howFirst', { support: first.support, days: first.days })}</li>}
        {last && last !== first && <li>{t('feed.howLater', { support: last.support })}</li>}
        <li>{t('feed.howTop')}</li>
      </ol>
    </SidePart>
  );
}

function Categories({ community, follows, state }: { community: Community; follows: Follows; state: FeedState }) {
  const t = useT();
  if (community.categories.length === 0) return null;
  const chosen = community.categories.find(({ slug }) => slug === state.category);
  const to = (category: string | null) => feedPath(community.slug, formatFeed(changeFeed(state, { category })));
  return (
    <SidePart title={t('feed.categoriesHeading')}>
      <ul role="list" className={styles.categories}>
        <li><Link to={to(null)} preventScrollReset aria-current={state.category === null ? 'true' : undefined}>{t('feed.categoryAll')}</Link></li>
        {community.categories.map(({ id, slug, name }) => (
          <li key={id} lang={community.locale}>
            <Link to={to(slug)} preventScrollReset aria-current={state.category === slug ? 'true' : undefined}>{name}</Link>
          </li>
        ))}
      </ul>
      {chosen && <p className={styles.follow}><FollowButton size="s" subject={chosen.id} following={follows.categories.includes(chosen.id)} name={chosen.name} /></p>}
    </SidePart>
  );
}

function Answering({ staff, community, following }: { staff: Staff; community: Community; following: boolean }) {
  const t = useT();
  return (
    <SidePart title={t('feed.staffHeading')}>
      <ul role="list" className={styles.staff}>
        {staff.map(({ member, role }) => member && <li key={member.id + role}><MemberChip member={member} community={community.slug} size="s" /></li>)}
      </ul>
      <p className={styles.follow}><FollowButton size="s" subject={community.id} following={following} name={t('inbox.changelogOf', { community: community.name })} /></p>
    </SidePart>
  );
}

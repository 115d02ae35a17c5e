import { Link } from 'react-router';
import { T, useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import type { Profile } from '../members/profile.server';
import { memberPath } from '../paths';
import { KIND_ICONS } from './kind-icons';
import styles from './identity.module.css';

type Mark = Profile['evidence'][number];

/** The proofs that a member shows to everybody, each with its date. */
export function MemberMarks({ member: { displayName, evidence } }: { member: Profile }) {
  const t = useT();
  if (evidence.length === 0) return null;
  return (
    <ul role="list" className={styles.marks} aria-label={t('identity.marksOf', { name: displayName })}>
      {evidence.map((mark) => <li key={`${mark.kind} ${mark.at} ${mark.detail}`}><Icon name={KIND_ICONS[mark.kind]} size={16} /><p><Words mark={mark} />{'\u00a0'}· <span className={styles.date}>{t.date(mark.at)}</span></p></li>)}
    </ul>
  );
}

function Words({ mark: { kind, detail, attestor, attestorCount } }: { mark: Mark }) {
  const t = useT();
  const { community } = useCommunity()!;
  if (kind === 'WEBSITE') return <span>{t('identity.mark_WEBSITE')} {detail && <a href={detail} rel="me nofollow noopener ugc">{plain(detail)}</a>}</span>;
  if (kind === 'LINKED_ACCOUNT') return <span>{t('identity.mark_LINKED_ACCOUNT', { detail: detail ?? '' })}</span>;
  if (kind === 'PURCHASE') return <span>{t('identity.mark_PURCHASE', { community: community.name })}</span>;
  return (
    <span>
      {t(`identity.mark_${kind}`)}{' '}
      {attestor && <T k="identity.markBy" values={{ name: () => <Link to={memberPath(community.slug, attestor.handle)}>{attestor.displayName}</Link>, count: attestorCount ?? 1 }} />}
    </span>
  );
}

function plain(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

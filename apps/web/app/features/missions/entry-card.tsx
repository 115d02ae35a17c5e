import { Link } from 'react-router';
import type { EntryCardFragment, EntryPieceFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { Picture } from '~/kit/picture';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { isLong, withoutLinks } from './entry-excerpt';
import { entryPath, missionsPath } from './missions-state';
import styles from './missions.module.css';

interface Props {
  entry: EntryCardFragment;
  /** The mission is named above already. */
  ofOneMission?: boolean;
  /** Seen before one scrolls: its pictures are fetched at once. */
  first?: boolean;
  /** Of headings inside what was written. */
  level?: 3 | 4;
  /** By itself on a page: nothing is cut short. */
  whole?: boolean;
}

/** Accepted work, as it was sent, with what its author receives. */
export function EntryCard({ entry, ofOneMission, first, level = 4, whole }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { member, mission, evidence, publishedAt } = entry;
  const pictures = evidence.filter(({ picture }) => picture);
  const long = whole ? [] : evidence.filter(({ text }) => text !== null && isLong(text));
  const rest = evidence.filter((piece) => !piece.picture && !long.includes(piece));
  return (
    <Card as="article" snug className={styles.work}>
      {pictures.length > 0 && <Pictures pieces={pictures} first={first} whole={whole} />}
      {long.length > 0 && (
        <>
          <div className={styles.excerpt}><Evidence evidence={long} level={level} cut /></div>
          <Link to={entryPath(slug, entry.id)} className={styles.readOn}>{t('missions.readOn')}</Link>
        </>
      )}
      {rest.length > 0 && <Evidence evidence={rest} level={level} />}
      {!ofOneMission && mission && <p className={styles.for}><Link to={missionsPath(slug, `/${mission.id}`)} lang={locale}>{mission.title}</Link></p>}
      <div className={styles.by}>
        <MemberChip size="s" member={member} community={slug} absent={t('missions.former')}>{publishedAt && (whole ? <RelativeTime at={publishedAt} /> : <Link to={entryPath(slug, entry.id)} className={styles.time}><RelativeTime at={publishedAt} /></Link>)}</MemberChip>
        <p className={styles.receives}><Icon name="info" size={14} />{member?.ambassador ? <span>{t('missions.receives')} <span lang={locale}>{member.ambassador.receives}</span></span> : t('missions.disclosed')}</p>
      </div>
    </Card>
  );
}

const SIZES = '(max-width: 40rem) calc(100vw - 4rem), (max-width: 70rem) 45vw, 23rem';

function Pictures({ pieces, first, whole }: { pieces: readonly EntryPieceFragment[]; first?: boolean; whole?: boolean }) {
  return (
    <div className={styles.pictures} data-many={(pieces.length > 1 && !whole) || undefined}>
      {pieces.map(({ id, picture }) => <Picture key={id} picture={picture!} sizes={whole ? '(max-width: 48rem) 100vw, 44rem' : SIZES} first={first} className={styles.picture} />)}
    </div>
  );
}

/** What an entry shows: pictures, words, links; no links within words of which only the beginning is seen. */
export function Evidence({ evidence, level = 4, cut }: { evidence: readonly EntryPieceFragment[]; level?: 3 | 4; cut?: boolean }) {
  const { locale } = useCommunity()!.community;
  const pictures = evidence.filter(({ picture }) => picture);
  return (
    <div className={styles.evidence}>
      {pictures.length > 0 && <div className={styles.shots}>{pictures.map(({ id, picture }) => <a key={id} href={picture!.url} target="_blank" rel="noopener"><Picture picture={picture!} sizes="(min-width: 40rem) 20rem, 90vw" className={styles.picture} /></a>)}</div>}
      {evidence.filter(({ picture }) => !picture).map((piece) => (
        <div key={piece.id}>
          {piece.html && <Markdown html={cut ? withoutLinks(piece.html) : piece.html} lang={locale} level={level} />}
          {piece.url && (
            <a href={piece.url} rel="nofollow ugc noopener" target="_blank" className={styles.link}>
              <Icon name="external" size={16} />
              <span><strong>{piece.pageTitle ?? hostOf(piece.url)}</strong> <span className={styles.quiet}>{[piece.channel, piece.pageTitle && hostOf(piece.url)].filter(Boolean).join(' · ')}</span></span>
            </a>
          )}
        </div>
      ))}
    </div>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

import { Link } from 'react-router';
import type { EntryCardFragment, EntryPieceFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { Picture } from '~/kit/picture';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { entryPath, missionsPath } from './missions-state';
import styles from './missions.module.css';

/** Accepted work, as it was sent, with who receives what. */
export function EntryCard({ entry }: { entry: EntryCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" className={styles.card}>
      <MemberChip member={entry.member} community={slug} absent={t('missions.former')}>{entry.publishedAt && <Link to={entryPath(slug, entry.id)} className={styles.time}><RelativeTime at={entry.publishedAt} /></Link>}</MemberChip>
      <Evidence evidence={entry.evidence} />
      <p className={styles.foot}>
        <Badge size="s" icon="info">{t('missions.disclosed')}</Badge>
        {entry.mission && <Link to={missionsPath(slug, `/${entry.mission.id}`)} lang={locale}>{entry.mission.title}</Link>}
      </p>
    </Card>
  );
}

/** What an entry shows: pictures, words, links. */
export function Evidence({ evidence }: { evidence: readonly EntryPieceFragment[] }) {
  const { locale } = useCommunity()!.community;
  return (
    <div className={styles.evidence}>
      {evidence.map((piece) => (
        <div key={piece.id}>
          {piece.picture && <Picture picture={piece.picture} sizes="(min-width: 60rem) 24rem, 90vw" className={styles.picture} />}
          {piece.html && <Markdown html={piece.html} lang={locale} level={4} />}
          {piece.url && (
            <a href={piece.url} rel="nofollow ugc noopener" target="_blank" className={styles.link}>
              <Icon name="external" size={16} />
              <span><strong>{piece.pageTitle ?? hostOf(piece.url)}</strong> <span className={styles.quiet}>{piece.channel ? `${piece.channel} · ` : ''}{hostOf(piece.url)}</span></span>
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

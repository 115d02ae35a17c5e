import { Link } from 'react-router';
import type { ReviewRowFragment } from '~/graphql/generated/documents';
import type { Translator } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { classes } from '~/kit/classes';
import fields from '~/kit/field.module.css';
import { Icon } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useNow } from '~/shell/now';
import { KIND_ICONS } from './subject-words';
import type { DeskPlace } from './use-desk-state';
import { isHeld, waitedFor } from './waiting';
import styles from './queue.module.css';

const FIRST_WORDS = 160;

interface Props {
  row: ReviewRowFragment;
  place: DeskPlace;
  /** To be decided together with others. */
  chosen: boolean;
  onChoose(on: boolean): void;
}

/** One item in few words: what it is, how it begins, what it is called, how long it waits and who holds it. */
export function QueueRow({ row, place, chosen, onChoose }: Props) {
  const t = useT();
  const now = useNow();
  const current = row.id === place.state.item;
  return (
    <article className={styles.row} data-current={current || undefined} data-decided={isOver(row, place) ? '' : undefined}>
      <div className={styles.top}>
        {row.state === 'OPEN' && <input type="checkbox" className={classes(fields.tick, styles.tick)} data-choose={row.id} checked={chosen} aria-label={t('review.choose', { words: plainWords(t, row) })} onChange={(event) => onChoose(event.target.checked)} />}
        <Icon name={KIND_ICONS[row.subjectKind]} size={16} />
        <span>{t(`review.kind.${row.subjectKind}`)}</span>
        <span className={styles.waits}>
          {row.decidedAt
            ? <><Icon name="check" size={14} /><span className="visually-hidden">{t('review.state.DECIDED')} </span><RelativeTime at={row.decidedAt} /></>
            : <><Icon name="hourglass" size={14} /><span className="visually-hidden">{t('review.waits')} </span>{waitedFor(t, row.openedAt, now)}</>}
        </span>
      </div>
      <h3 className={styles.words}>
        <Link
          to={place.pathOf({ item: row.id, deciding: false })}
          replace={place.state.item !== null}
          preventScrollReset
          className={styles.link}
          data-row={row.id}
          aria-current={current ? 'true' : undefined}
          lang={row.content?.language ?? undefined}
        >
          <FirstWords row={row} />
        </Link>
      </h3>
      <div className={styles.facts}>
        {row.reportCount > 0 && <span className={styles.fact}><Icon name="flag" size={14} />{t('review.reports', { count: row.reportCount })}</span>}
        {row.categories.map((category) => <Badge key={category} size="s" tone={row.hardContent ? 'bad' : 'warn'}>{t(`review.category.${category}`)}</Badge>)}
        {row.content?.withheld && <Badge size="s" icon="eyeOff">{t(`review.withheld.${row.content.withheld}`)}</Badge>}
        <State row={row} now={now} over={isOver(row, place)} />
      </div>
    </article>
  );
}

function FirstWords({ row }: { row: ReviewRowFragment }) {
  const words = plainWords(useT(), row);
  return row.hardContent ? <em>{words}</em> : <>{words}</>;
}

/** How it begins; what is hard to read is not read in passing. */
export function plainWords(t: Translator, row: ReviewRowFragment): string {
  if (row.hardContent) return t('review.hardRow', { name: row.author?.displayName ?? t('review.noAuthor') });
  const words = [row.content?.title, row.content?.text].filter(Boolean).join(' — ');
  if (words) return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()}…` : words;
  return row.author ? t('review.about', { name: row.author.displayName }) : t('review.noWords');
}

/** Decided while somebody looks at what waits. */
function isOver({ state }: ReviewRowFragment, { state: { tab } }: DeskPlace): boolean {
  return state === 'DECIDED' && (tab === 'waiting' || tab === 'second');
}

function State({ row, now, over }: { row: ReviewRowFragment; now: number; over: boolean }) {
  const t = useT();
  if (over) return <Badge size="s" tone="good" icon="check">{t('review.state.DECIDED')}</Badge>;
  if (isHeld(row.claim, now)) {
    return <Badge size="s" tone="info" icon="eye">{row.claim!.mine ? t('review.heldByYou') : t('review.heldBy', { name: row.claim!.by?.displayName ?? t('review.panel') })}</Badge>;
  }
  return row.state === 'PROPOSED' ? <Badge size="s" tone="info" icon="users">{t('review.state.PROPOSED')}</Badge> : null;
}

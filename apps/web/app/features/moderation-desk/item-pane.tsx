import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { Skeleton, SkeletonText } from '~/kit/skeleton';
import { CriticismNote } from './criticism-note';
import { ItemHead } from './item-head';
import { ItemText } from './item-text';
import { EarlierPart, ReportsPart, SignalsPart } from './known-parts';
import type { ReviewItem } from './moderation-desk.server';
import { NotesPart } from './notes-part';
import type { DeskPlace } from './use-desk-state';
import type { OpenItem } from './use-review-item';
import styles from './item.module.css';

/** One item with all that is known of it. */
export function ItemPane({ place, open }: { place: DeskPlace; open: OpenItem }) {
  const t = useT();
  const pane = useRef<HTMLElement>(null);
  const { item: id } = place.state;
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0;
  }, [id]);
  return (
    <section ref={pane} data-pane="item" id="item-pane" tabIndex={-1} className={styles.pane} aria-label={t('review.itemPane')}>
      {id && <Link to={place.pathOf({ item: null, deciding: false })} className={styles.back} preventScrollReset><Icon name="chevronLeft" size={18} />{t('review.backToQueue')}</Link>}
      <Inside place={place} open={open} />
    </section>
  );
}

function Inside({ place, open }: { place: DeskPlace; open: OpenItem }) {
  const t = useT();
  if (!place.state.item) return <p className={styles.none}>{t('review.chooseOne')}</p>;
  if (open.problem) {
    return (
      <div className={styles.none} role="alert">
        <p>{open.problem.code === 'NOT_FOUND' ? t('review.itemGone') : problemText(t, open.problem)}</p>
        <Button onClick={() => void open.again()}>{t('review.again')}</Button>
      </div>
    );
  }
  return open.item ? <Item key={open.item.id} place={place} item={open.item} open={open} /> : <Coming />;
}

function Item({ place, item, open }: { place: DeskPlace; item: ReviewItem; open: OpenItem }) {
  return (
    <div className={styles.item}>
      <ItemHead item={item} community={place.slug} />
      <CriticismNote criticism={item.criticism} />
      <ItemText item={item} />
      <ReportsPart item={item} community={place.slug} />
      <SignalsPart item={item} />
      <EarlierPart item={item} place={place} />
      <NotesPart item={item} onAdded={(note) => open.change({ ...item, notes: [...item.notes, note] })} />
    </div>
  );
}

function Coming() {
  const t = useT();
  return (
    <div className={styles.item} aria-busy="true" aria-label={t('review.coming')}>
      <Skeleton shape="title" />
      <SkeletonText lines={2} />
      <Skeleton shape="block" />
      <SkeletonText lines={4} />
    </div>
  );
}

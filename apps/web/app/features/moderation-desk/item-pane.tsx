import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { Skeleton, SkeletonText } from '~/kit/skeleton';
import { CriticismNote } from './criticism-note';
import { DecisionsPart } from './decided-part';
import { ItemHead } from './item-head';
import { ItemText, type TextProps } from './item-text';
import { EarlierPart, ReportsPart, SignalsPart, VerdictsPart } from './known-parts';
import { Kbd } from './kbd';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { NotesPart } from './notes-part';
import type { DeskPlace } from './use-desk-state';
import type { OpenItem } from './use-review-item';
import styles from './item.module.css';

interface Props extends TextProps {
  place: DeskPlace;
  item: ReviewItem;
  open: OpenItem;
  rules: readonly Rule[];
}

/** One item with all that is known of it. */
export function ItemPane({ place, open, rules, ...text }: Props) {
  const t = useT();
  const { item } = text;
  return (
    <Frame place={place}>
      <div className={styles.item}>
        <ItemHead item={item} community={place.slug} />
        <CriticismNote criticism={item.criticism} />
        <ItemText {...text} />
        <ReportsPart item={item} community={place.slug} />
        <VerdictsPart item={item} />
        <SignalsPart item={item} />
        <DecisionsPart item={item} rules={rules} />
        <EarlierPart item={item} place={place} />
        <NotesPart item={item} onAdded={(note) => open.change({ ...item, notes: [...item.notes, note] })} />
      </div>
      <div className={styles.onward}>
        <LinkButton tone="primary" block to={place.pathOf({ deciding: true })} preventScrollReset={false}>{t(item.state === 'DECIDED' ? 'review.seeDecision' : 'review.goDecide')}</LinkButton>
      </div>
    </Frame>
  );
}

/** The pane while there is no item in it: none chosen, on its way, or gone. `any`: whether there is one to choose. */
export function NoItemPane({ place, open, any }: { place: DeskPlace; open: OpenItem; any: boolean }) {
  const t = useT();
  if (!place.state.item) return <Frame place={place}>{any && <p className={styles.none}><span><T k="review.chooseOne" values={{ key: () => <Kbd>j</Kbd> }} /></span></p>}</Frame>;
  if (!open.problem) return <Frame place={place}><Coming /></Frame>;
  return (
    <Frame place={place}>
      <div className={styles.none} role="alert">
        <p>{open.problem.code === 'NOT_FOUND' ? t('review.itemGone') : problemText(t, open.problem)}</p>
        <Button onClick={() => void open.again()}>{t('review.again')}</Button>
      </div>
    </Frame>
  );
}

function Frame({ place, children }: { place: DeskPlace; children: ReactNode }) {
  const t = useT();
  return (
    <section data-pane="item" id="item-pane" tabIndex={-1} className={styles.pane} aria-label={t('review.itemPane')}>
      {place.state.item && <Link to={place.pathOf({ item: null, deciding: false })} replace className={styles.back} preventScrollReset><Icon name="chevronLeft" size={18} />{t('review.backToQueue')}</Link>}
      {children}
    </section>
  );
}

function Coming() {
  const t = useT();
  return (
    <div className={styles.item} role="status" aria-label={t('review.coming')}>
      <Skeleton shape="title" />
      <SkeletonText lines={2} />
      <Skeleton shape="block" />
      <SkeletonText lines={4} />
    </div>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { circlePath, creationPath, ideaPath } from '../paths';
import type { ReviewItem } from './moderation-desk.server';
import { placeOf } from './sentences';
import { SentencePicker } from './sentence-picker';
import styles from './item.module.css';

export interface TextProps {
  item: ReviewItem;
  /** What is quoted of it. */
  passage: string;
  /** Its sentences can be chosen. */
  picking: boolean;
  onPicked(passage: string): void;
  onPickDone(): void;
}

/** The text as it was written, in what it belongs to; blurred first where it is hard to read. */
export function ItemText({ item, passage, picking, onPicked, onPickDone }: TextProps) {
  const t = useT();
  const [shown, setShown] = useState(!item.hardContent);
  const { content } = item;
  if (!content) return <><Context subject={item.subject} /><p className={styles.gone}>{t('review.contentGone')}</p></>;
  const whole = [content.title, content.text].filter(Boolean).join('\n\n');
  return (
    <section className={styles.text} aria-label={t('review.text')}>
      <Context subject={item.subject} />
      <div className={styles.veiled} data-veiled={shown ? undefined : ''}>
        {/* Behind the veil it is nothing to select, to focus or to read aloud. */}
        <div id="review-text" lang={content.language ?? undefined} dir="auto" inert={!shown}>
          {picking && shown ? <SentencePicker text={whole} language={content.language} passage={passage} onPicked={onPicked} onDone={onPickDone} /> : <>
            {content.title && <h3 className={styles.textTitle}><Marked text={content.title} passage={passage} /></h3>}
            {content.text ? <p className={styles.words}><Marked text={content.text} passage={passage} /></p> : !content.title && <p className={styles.gone}>{t('review.noWords')}</p>}
          </>}
        </div>
        {!shown && (
          <div className={styles.veil}>
            <p><Icon name="eyeOff" size={18} />{t('review.hardText')}</p>
            <Button onClick={() => setShown(true)} aria-keyshortcuts="v" data-reveal="">{t('review.showHard')}</Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** A text with what is quoted of it marked. */
function Marked({ text, passage }: { text: string; passage: string }) {
  const place = placeOf(passage, text);
  if (!place) return <>{text}</>;
  return <>{text.slice(0, place.from)}<mark>{text.slice(place.from, place.to)}</mark>{text.slice(place.to)}</>;
}

/** What a text stands under or answers. */
function Context({ subject }: { subject: ReviewItem['subject'] }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  switch (subject?.__typename) {
    case 'Comment':
      return (
        <div className={styles.context}>
          <p>{t('review.onIdea')} <Link to={ideaPath(slug, subject.idea)} target="_blank">{subject.idea.title}</Link></p>
          {subject.inReplyTo && <blockquote><cite>{t('review.inReplyTo', { name: subject.inReplyTo.author?.displayName ?? t('review.noAuthor') })}</cite> {subject.inReplyTo.body.slice(0, 400)}</blockquote>}
        </div>
      );
    case 'CreationResponse':
      return <p className={styles.context}>{t('review.onCreation')} <Link to={creationPath(slug, subject.creation)} target="_blank">{subject.creation.title}</Link></p>;
    case 'CirclePost':
      return <p className={styles.context}>{t('review.inCircle')} <Link to={circlePath(slug, subject.circle.slug)} target="_blank">{subject.circle.name}</Link></p>;
    case 'MergeContest':
      return (
        <div className={styles.context}>
          <p>{t('review.mergeOf')} {subject.duplicate && <Link to={ideaPath(slug, subject.duplicate)} target="_blank">{subject.duplicate.title}</Link>}</p>
          <p>{t('review.mergeInto')} {subject.target && <Link to={ideaPath(slug, subject.target)} target="_blank">{subject.target.title}</Link>}</p>
          <blockquote><cite>{t('review.mergeReason')}</cite> {subject.reason}</blockquote>
          {subject.note && <blockquote><cite>{t('review.mergeNote')}</cite> {subject.note}</blockquote>}
        </div>
      );
    default:
      return null;
  }
}

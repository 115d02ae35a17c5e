import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { PostInCircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { useToast } from '~/kit/toast';
import { Composer, type Written } from '../talking/composer';

export const LONGEST_POST = 5_000;

interface Props {
  circle: string;
  /** The post replied to. */
  parent?: { id: string; name: string };
  /** Sent, or called off. */
  onDone(): void;
}

/** Where a post or a reply is written. */
export function CircleComposer({ circle, parent, onDone }: Props) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const post = async (written: Written) => {
    const { postInCircle } = await mutate(PostInCircleDocument, { input: { circle, parent: parent?.id ?? null, ...written } });
    toast(t(postInCircle.post.withheld ? 'withheld.held' : 'circles.posted'), { tone: 'good' });
    onDone();
    await revalidate();
  };
  return (
    <Composer
      keptAs={`circle.${circle}.${parent?.id ?? 'top'}`}
      label={parent ? t('circles.replyTo', { name: parent.name }) : t('circles.write')}
      maxLength={LONGEST_POST}
      action={t(parent ? 'circles.replySend' : 'circles.post')}
      summoned
      onSend={post}
      onCancel={onDone}
    />
  );
}

/** Opens when somebody has something to say. */
export function NewPost({ circle }: { circle: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!open) return <p><Button onClick={() => setOpen(true)}>{t('circles.write')}</Button></p>;
  return <CircleComposer circle={circle} onDone={() => setOpen(false)} />;
}

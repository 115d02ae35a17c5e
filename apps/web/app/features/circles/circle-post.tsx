import { useState } from 'react';
import { Link, useLocation, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { EditCirclePostDocument, RemoveCirclePostDocument, type CirclePostFactsFragment, type CirclePostWordsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { classes } from '~/kit/classes';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { RemovalDialog } from '~/kit/removal-dialog';
import { useCommunity } from '~/shell/use-root';
import { IdeaCard } from '../feed/idea-card';
import { Folded } from '../mutes/folded';
import { Correction } from '../talking/correction';
import { ReportButton } from '../reports/report-button';
import { LabelNote } from '../withheld/label-note';
import { isKeptFrom, WithheldNote, WithheldPlace } from '../withheld/withheld-note';
import { CircleComposer, LONGEST_POST } from './circle-composer';
import styles from './circles.module.css';
import { useReplies } from './use-replies';

/** One post with its replies; an idea that is shared stands in it as it is everywhere. */
export function CirclePost({ post, circle, canPost, linked }: { post: CirclePostFactsFragment; circle: string; canPost: boolean; linked?: boolean }) {
  const t = useT();
  const [replying, setReplying] = useState(false);
  const replies = useReplies(post);
  const name = post.author?.displayName ?? t('circles.former');
  return (
    <Card as="article" id={`post-${post.id}`} className={classes(styles.post, linked && styles.linked)}>
      <Words post={post} shared={post.idea !== null} />
      {post.idea && <IdeaCard idea={post.idea} />}
      {replies.nodes.length > 0 && (
        <ol role="list" className={styles.replies}>{replies.nodes.map((reply) => <li key={reply.id} id={`post-${reply.id}`}><Words post={reply} /></li>)}</ol>
      )}
      {replies.hasMore && <p><Button size="s" tone="quiet" busy={replies.busy} onClick={() => void replies.more()}>{t('circles.moreReplies')}</Button></p>}
      {canPost && !post.deletedAt && !post.withheld && (
        replying
          ? <CircleComposer circle={circle} parent={{ id: post.id, name }} onDone={() => setReplying(false)} />
          : <p><Button size="s" tone="quiet" icon={<Icon name="reply" size={16} />} onClick={() => setReplying(true)}>{t('circles.reply')}</Button></p>
      )}
    </Card>
  );
}

function Words({ post, shared }: { post: CirclePostWordsFragment; shared?: boolean }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { pathname } = useLocation();
  const [editing, setEditing] = useState(false);
  if (post.deletedAt) return <p className={styles.tombstone}>{t('circles.removed')}</p>;
  if (isKeptFrom(post, post.body)) return <WithheldPlace withheld={post.withheld!} decision={post.decision?.id} />;
  return (
    <>
      <div className={styles.postHead}>
        <MemberChip member={post.author} community={slug} absent={t('circles.former')} size="s" />
        {shared && <span>{t('circles.sharedIdea')}</span>}
        <Link to={`?post=${post.id}`}><RelativeTime at={post.createdAt} /></Link>
        {post.editedAt && <span>{t('circles.edited')}</span>}
        <ReportButton subject={{ kind: 'CIRCLE_POST', id: post.id, path: `${pathname}?post=${post.id}`, author: post.author?.id, reported: post.reportedByViewer }} />
      </div>
      {post.withheld && <WithheldNote withheld={post.withheld} author={post.author} decision={post.decision} />}
      {editing ? <Editor post={post} onDone={() => setEditing(false)} /> : post.body && <Folded author={post.author}><Markdown html={post.bodyHtml} lang={locale} /></Folded>}
      <LabelNote label={post.labelledBy} />
      {!editing && (post.viewerCan.edit.allowed || post.viewerCan.remove.allowed) && <Own post={post} onEdit={() => setEditing(true)} />}
    </>
  );
}

function Editor({ post, onDone }: { post: CirclePostWordsFragment; onDone(): void }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const save = async (body: string, rephrased: string | null) => {
    const { editCirclePost } = await mutate(EditCirclePostDocument, { input: { post: post.id, body, rephrased } });
    await revalidate();
    return editCirclePost.post;
  };
  return <Correction label={t('circles.edit')} body={post.body} maxLength={LONGEST_POST} onSave={save} onDone={onDone} />;
}

function Own({ post, onEdit }: { post: CirclePostWordsFragment; onEdit(): void }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await mutate(RemoveCirclePostDocument, { input: { post: post.id } });
    await revalidate();
  };
  return (
    <div className={styles.actions}>
      {post.viewerCan.edit.allowed && <Button size="s" tone="quiet" icon={<Icon name="edit" size={16} />} onClick={onEdit}>{t('circles.edit')}</Button>}
      <Button size="s" tone="quiet" icon={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>{t('circles.remove')}</Button>
      <RemovalDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('circles.removeTitle')}
        text={t('circles.removeText')}
        keep={t('circles.keep')}
        action={t('circles.remove')}
        done={t('circles.removedDone')}
        onRemove={remove}
      />
    </div>
  );
}

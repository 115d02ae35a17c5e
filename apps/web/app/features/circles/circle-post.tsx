import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { EditCirclePostDocument, RemoveCirclePostDocument, type CirclePostFactsFragment, type CirclePostWordsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { classes } from '~/kit/classes';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { IdeaCard } from '../feed/idea-card';
import { CircleComposer, LONGEST_POST } from './circle-composer';
import { useAct } from './use-act';
import styles from './circles.module.css';

/** One post with its replies; an idea that is shared stands in it as it is everywhere. */
export function CirclePost({ post, circle, canPost, linked }: { post: CirclePostFactsFragment; circle: string; canPost: boolean; linked?: boolean }) {
  const t = useT();
  const [replying, setReplying] = useState(false);
  const name = post.author?.displayName ?? t('circles.former');
  return (
    <Card as="article" id={`post-${post.id}`} className={classes(styles.post, linked && styles.linked)}>
      <Words post={post} shared={post.idea !== null} />
      {post.idea && <IdeaCard idea={post.idea} />}
      {post.replies.nodes.length > 0 && (
        <ol role="list" className={styles.replies}>{post.replies.nodes.map((reply) => <li key={reply.id} id={`post-${reply.id}`}><Words post={reply} /></li>)}</ol>
      )}
      {post.replies.pageInfo.hasNextPage && <p className={styles.quiet}>{t('circles.moreReplies', { count: post.replyCount - post.replies.nodes.length })}</p>}
      {canPost && !post.deletedAt && (
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
  const [editing, setEditing] = useState(false);
  if (post.deletedAt) return <p className={styles.tombstone}>{t('circles.removed')}</p>;
  return (
    <>
      <div className={styles.postHead}>
        <MemberChip member={post.author} community={slug} absent={t('circles.former')} size="s" />
        {shared && <span>{t('circles.sharedIdea')}</span>}
        <Link to={`?post=${post.id}`}><RelativeTime at={post.createdAt} /></Link>
        {post.editedAt && <span>{t('circles.edited')}</span>}
      </div>
      {editing ? <Editor post={post} onDone={() => setEditing(false)} /> : post.body && <Markdown html={post.bodyHtml} lang={locale} />}
      {!editing && (post.viewerCan.edit.allowed || post.viewerCan.remove.allowed) && <Own post={post} onEdit={() => setEditing(true)} />}
    </>
  );
}

function Editor({ post, onDone }: { post: CirclePostWordsFragment; onDone(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [body, setBody] = useState(post.body);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(EditCirclePostDocument, { post: post.id, body })) onDone();
  };
  return (
    <form method="post" className={styles.composer} onSubmit={(event) => void save(event)}>
      <MarkdownEditor compact hideLabel label={t('circles.edit')} value={body} onChange={setBody} maxLength={LONGEST_POST} rows={4} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy}>{t('common.save')}</SubmitButton>
      </div>
    </form>
  );
}

function Own({ post, onEdit }: { post: CirclePostWordsFragment; onEdit(): void }) {
  const t = useT();
  const { act, busy } = useAct();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await act(RemoveCirclePostDocument, { post: post.id }, t('circles.removedDone'));
    setAsking(false);
  };
  return (
    <div className={styles.actions}>
      <Button size="s" tone="quiet" icon={<Icon name="edit" size={16} />} onClick={onEdit}>{t('circles.edit')}</Button>
      <Button size="s" tone="quiet" icon={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>{t('circles.remove')}</Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('circles.removeTitle')}
        description={t('circles.removeText')}
        footer={<><Button onClick={() => setAsking(false)}>{t('circles.keep')}</Button><Button tone="danger" busy={busy} onClick={() => void remove()}>{t('circles.remove')}</Button></>}
      />
    </div>
  );
}

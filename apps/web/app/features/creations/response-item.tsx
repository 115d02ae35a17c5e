import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { EditCreationResponseDocument, RemoveCreationResponseDocument, type CreationResponseFactsFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { classes } from '~/kit/classes';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import actionStyles from '../comments/comment-actions.module.css';
import composerStyles from '../comments/comment-composer.module.css';
import styles from '../comments/comment-item.module.css';
import { LONGEST_COMMENT } from '../posting/limits';

export type ResponseChange = Partial<CreationResponseFactsFragment> & { id: string };

interface Props {
  response: CreationResponseFactsFragment;
  /** The response that starts the thread. */
  top: string;
  onChange(change: ResponseChange): void;
  onReply?(): void;
}

/** One response; staff are set apart, an erased one leaves its place. */
export function ResponseItem({ response, top, onChange, onReply }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const [editing, setEditing] = useState(false);
  const id = `response-${response.id}`;
  if (response.deletedAt) return <p id={id} className={styles.tombstone}>{t('creations.responseErased')}</p>;
  const to = response.inReplyTo && response.inReplyTo.id !== top ? response.inReplyTo.author : null;
  const done = (change: ResponseChange | null) => {
    setEditing(false);
    if (change) onChange(change);
  };
  return (
    <article id={id} className={classes(styles.comment, response.byStaff && styles.staff)}>
      <div className={styles.head}>
        <MemberChip member={response.author} community={community.slug} absent={t('creations.former')} size="s" />
        <span className={styles.meta}>
          {to && <span>{t('idea.commentInReplyTo', { author: to.displayName })}</span>}
          <a href={`#${id}`} className={styles.time}><span className="visually-hidden">{t('creations.responseLink')}: </span><RelativeTime at={response.createdAt} /></a>
          {response.editedAt && <span>{t('creations.edited')}</span>}
        </span>
      </div>
      {editing ? <Editor response={response} onDone={done} /> : (
        <>
          <Markdown html={response.html} lang={community.locale} className={styles.body} />
          <Actions response={response} onChange={onChange} onReply={onReply} onEdit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}

function Actions({ response, onChange, onReply, onEdit }: Omit<Props, 'top'> & { onEdit(): void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <div className={actionStyles.actions}>
      {onReply && <Button size="s" tone="quiet" icon={<Icon name="reply" size={16} />} onClick={onReply}>{t('creations.reply')}</Button>}
      {response.viewerCan.edit.allowed && <Button size="s" tone="quiet" icon={<Icon name="edit" size={16} />} onClick={onEdit}>{t('creations.editResponse')}</Button>}
      {response.viewerCan.remove.allowed && <Button size="s" tone="quiet" icon={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>{t('creations.removeResponse')}</Button>}
      <RemoveDialog response={response} open={asking} onClose={() => setAsking(false)} onChange={onChange} />
    </div>
  );
}

function Editor({ response, onDone }: { response: CreationResponseFactsFragment; onDone(change: ResponseChange | null): void }) {
  const t = useT();
  const [body, setBody] = useState(response.body);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (body === response.body) return onDone(null);
    setBusy(true);
    try {
      onDone((await mutate(EditCreationResponseDocument, { input: { response: response.id, body } })).editCreationResponse.response);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <form className={composerStyles.composer} onSubmit={(event) => void save(event)}>
      <MarkdownEditor compact label={t('creations.editResponse')} value={body} onChange={setBody} maxLength={LONGEST_COMMENT} rows={4} />
      <FormProblem problem={problem} />
      <div className={composerStyles.buttons}>
        <Button tone="quiet" onClick={() => onDone(null)}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy}>{t('common.save')}</SubmitButton>
      </div>
    </form>
  );
}

function RemoveDialog({ response, open, onClose, onChange }: { response: { id: string }; open: boolean; onClose(): void; onChange: Props['onChange'] }) {
  const t = useT();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      onChange((await mutate(RemoveCreationResponseDocument, { input: { response: response.id } })).removeCreationResponse.response);
      toast(t('creations.responseRemoved'), { tone: 'good' });
    } catch (error) {
      toast(problemText(t, asProblem(error)), { tone: 'bad' });
    } finally {
      setBusy(false);
      onClose();
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => !stays && onClose()}
      title={t('creations.removeResponseTitle')}
      description={t('creations.removeResponseText')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="danger" busy={busy} onClick={() => void remove()}>{t('creations.removeResponse')}</Button>
        </>
      }
    />
  );
}

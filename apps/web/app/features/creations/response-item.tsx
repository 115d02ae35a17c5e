import { useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { EditCreationResponseDocument, RemoveCreationResponseDocument, type CreationResponseFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { classes } from '~/kit/classes';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { RemovalDialog } from '~/kit/removal-dialog';
import { useCommunity } from '~/shell/use-root';
import actionStyles from '../comments/comment-actions.module.css';
import styles from '../comments/comment-item.module.css';
import { LONGEST_COMMENT } from '../posting/limits';
import { Folded } from '../mutes/folded';
import { ReportButton } from '../reports/report-button';
import { Correction } from '../talking/correction';
import { LabelNote } from '../withheld/label-note';
import { isKeptFrom, WithheldNote, WithheldPlace } from '../withheld/withheld-note';

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
  if (isKeptFrom(response, response.body)) return <WithheldPlace id={id} withheld={response.withheld!} decision={response.decision?.id} />;
  const to = response.inReplyTo && response.inReplyTo.id !== top ? response.inReplyTo.author : null;
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
      {editing ? <Editor response={response} onChange={onChange} onDone={() => setEditing(false)} /> : (
        <Folded author={response.author}>
          {response.withheld && <WithheldNote withheld={response.withheld} author={response.author} decision={response.decision} />}
          <Markdown html={response.html} lang={community.locale} className={styles.body} />
          <LabelNote label={response.labelledBy} />
          <Actions response={response} onChange={onChange} onReply={onReply} onEdit={() => setEditing(true)} />
        </Folded>
      )}
    </article>
  );
}

function Actions({ response, onChange, onReply, onEdit }: Omit<Props, 'top'> & { onEdit(): void }) {
  const t = useT();
  const { pathname } = useLocation();
  const [asking, setAsking] = useState(false);
  return (
    <div className={actionStyles.actions}>
      {onReply && <Button size="s" tone="quiet" icon={<Icon name="reply" size={16} />} onClick={onReply}>{t('creations.reply')}</Button>}
      {response.viewerCan.edit.allowed && <Button size="s" tone="quiet" icon={<Icon name="edit" size={16} />} onClick={onEdit}>{t('creations.editResponse')}</Button>}
      {response.viewerCan.remove.allowed && <Button size="s" tone="quiet" icon={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>{t('creations.removeResponse')}</Button>}
      <ReportButton subject={{ kind: 'CREATION_RESPONSE', id: response.id, path: `${pathname}#response-${response.id}`, author: response.author?.id, reported: response.reportedByViewer }} />
      <RemoveDialog response={response} open={asking} onClose={() => setAsking(false)} onChange={onChange} />
    </div>
  );
}

function Editor({ response, onChange, onDone }: { response: CreationResponseFactsFragment; onChange: Props['onChange']; onDone(): void }) {
  const t = useT();
  const save = async (body: string, rephrased: string | null) => {
    const { editCreationResponse } = await mutate(EditCreationResponseDocument, { input: { response: response.id, body, rephrased } });
    onChange(editCreationResponse.response);
    return editCreationResponse.response;
  };
  return <Correction label={t('creations.editResponse')} body={response.body} maxLength={LONGEST_COMMENT} onSave={save} onDone={onDone} />;
}

function RemoveDialog({ response, open, onClose, onChange }: { response: { id: string }; open: boolean; onClose(): void; onChange: Props['onChange'] }) {
  const t = useT();
  return (
    <RemovalDialog
      open={open}
      onClose={onClose}
      title={t('creations.removeResponseTitle')}
      text={t('creations.removeResponseText')}
      keep={t('common.cancel')}
      action={t('creations.removeResponse')}
      done={t('creations.responseRemoved')}
      onRemove={async () => onChange((await mutate(RemoveCreationResponseDocument, { input: { response: response.id } })).removeCreationResponse.response)}
    />
  );
}

import { useState, type FormEvent } from 'react';
import { MergeIdeaDocument, type MergePreviewQuery, type MergeSideFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { Facts } from '~/kit/card-words';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { SupportMeter } from '~/kit/support-meter';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import { useChange } from './use-change';
import { usePreview, useTargets } from './use-targets';
import styles from './merges.module.css';

export interface MergeProps {
  /** The duplicate; null while nothing is merged. */
  readonly idea: { readonly id: string; readonly title: string } | null;
  /** Chosen already, on a list of pairs. */
  readonly target?: MergeSideFragment;
  onClose(): void;
  onMerged(): void;
}

const LONGEST_NOTE = 500;

/** Choose what an idea duplicates, see who would stand behind it then, say why, merge. */
export default function MergeSheet({ idea, target, onClose, onMerged }: MergeProps) {
  const t = useT();
  const [chosen, setChosen] = useState<MergeSideFragment | null>(target ?? null);
  if (!idea) return null;
  return (
    <Dialog open onOpenChange={(stays) => !stays && onClose()} title={t('merges.dialogTitle')} description={t('merges.dialogText', { title: idea.title })}>
      {chosen
        ? <MergeForm idea={idea} target={chosen} onBack={target ? null : () => setChosen(null)} onClose={onClose} onMerged={onMerged} />
        : <TargetChoice idea={idea} onChoose={setChosen} />}
    </Dialog>
  );
}

function TargetChoice({ idea, onChoose }: { idea: { id: string }; onChoose(target: MergeSideFragment): void }) {
  const t = useT();
  const { community } = useCommunity()!;
  const [search, setSearch] = useState('');
  const { found, suggested } = useTargets(community.slug, idea.id, search);
  const shown = found ?? suggested;
  return (
    <div className={styles.form}>
      <TextField type="search" label={t('merges.search')} hint={t('merges.searchHint')} value={search} onChange={(event) => setSearch(event.target.value)} before={<Icon name="search" size={18} />} autoFocus />
      <p className={styles.quiet} role="status">{found ? t('merges.found', { count: found.length }) : suggested.length > 0 ? t('merges.suggested') : ''}</p>
      <ul role="list" className={styles.targets}>
        {shown.map((target) => (
          <li key={target.id}>
            <button type="button" className={styles.target} onClick={() => onChoose(target)}>
              <strong lang={community.locale}>{target.title}</strong>
              <Facts><StatusBadge status={target.status} size="s" /><span>{t('kit.meterRaw', { count: target.support.raw })}</span></Facts>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FormProps {
  idea: { id: string };
  target: MergeSideFragment;
  /** Null where the target is given. */
  onBack: (() => void) | null;
  onClose(): void;
  onMerged(): void;
}

function MergeForm({ idea, target, onBack, onClose, onMerged }: FormProps) {
  const t = useT();
  const toast = useToast();
  const { community } = useCommunity()!;
  const [note, setNote] = useState('');
  const preview = usePreview(idea.id, target.id);
  const { send, busy, problem } = useChange(MergeIdeaDocument, () => {
    toast(t('merges.merged', { title: target.title }), { tone: 'good' });
    onClose();
    onMerged();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ duplicate: idea.id, target: target.id, note });
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit}>
      <p className={styles.into}>
        <Icon name="merge" size={18} />
        <strong lang={community.locale}>{target.title}</strong>
        {onBack && <Button size="s" tone="quiet" onClick={onBack}>{t('merges.chooseOther')}</Button>}
      </p>
      <Preview preview={preview} />
      <TextArea label={t('merges.note')} hint={t('merges.noteHint')} optional value={note} onChange={(event) => setNote(event.target.value)} maxLength={LONGEST_NOTE} rows={3} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={onClose}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy} disabled={preview !== null && preview.refusal !== null}>{t('merges.merge')}</SubmitButton>
      </div>
    </form>
  );
}

type PreviewFacts = NonNullable<NonNullable<MergePreviewQuery['idea']>['mergePreview']>;

/** Who stands behind the target afterwards, everybody once. */
function Preview({ preview }: { preview: PreviewFacts | null }) {
  const t = useT();
  return (
    <section className={styles.preview} aria-live="polite" aria-busy={preview === null} aria-label={t('merges.preview')}>
      {preview?.refusal && <p className={styles.refusal}><Icon name="warning" size={18} />{problemText(t, { code: preview.refusal, params: {} })}</p>}
      {preview && !preview.refusal && (
        <>
          <p className={styles.quiet}>{t('merges.preview')}</p>
          <SupportMeter support={preview.combined} brief />
          <p><T k="merges.previewBoth" values={{ count: preview.both }} /></p>
        </>
      )}
    </section>
  );
}

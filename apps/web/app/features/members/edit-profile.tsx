import { useRef, useState, type FormEvent } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import type { ProblemFacts } from '~/data/problem';
import { UpdateProfileDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea, TextField } from '~/kit/field';
import { useToast } from '~/kit/toast';
import { sessionChanged } from '~/shell/session-change';
import { useCommunity } from '~/shell/use-root';
import { isNudged, useRephrasing } from '../withheld/use-rephrasing';
import styles from './edit-profile.module.css';

const LONGEST_NAME = 60;
const LONGEST_BIO = 500;

interface Props {
  member: { readonly handle: string; readonly displayName: string; readonly bio: string };
  onClose(): void;
}

/** Name and a few words of one's own, in one community; what intake thinks of them is said here. */
export default function EditProfile({ member, onClose }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const [name, setName] = useState(member.displayName);
  const [bio, setBio] = useState(member.bio);
  const { save, busy, problem } = useSaving(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ ...(name === member.displayName ? {} : { displayName: name }), bio });
  };
  return (
    <Dialog open onOpenChange={(stays) => !stays && onClose()} title={t('members.editTitle', { community: community.name })}>
      <form method="post" className={styles.form} onSubmit={submit}>
        <TextField label={t('members.editName')} hint={t('members.editNameHint', { handle: member.handle })} value={name} onChange={(event) => setName(event.target.value)} maxLength={LONGEST_NAME} autoComplete="nickname" required />
        <TextArea label={t('members.editBio')} hint={t('members.editBioHint')} optional value={bio} onChange={(event) => setBio(event.target.value)} maxLength={LONGEST_BIO} rows={3} />
        <p className={styles.quiet}><T k="members.editPicture" values={{ link: (text) => <Link to="/settings">{text}</Link> }} /></p>
        <FormProblem problem={problem} />
        <div className={styles.buttons}>
          <Button tone="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <SubmitButton tone="primary" busy={busy} disabled={name.trim() === ''}>{t(isNudged(problem) ? 'withheld.saveAnyway' : 'common.save')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

function useSaving(onSaved: () => void) {
  const t = useT();
  const toast = useToast();
  const { slug } = useCommunity()!.community;
  const { revalidate } = useRevalidator();
  const rephrasing = useRephrasing();
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const save = async (change: { displayName?: string; bio: string }) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const { updateMember } = await mutate(UpdateProfileDocument, { input: { community: slug, ...change, rephrased: rephrasing.rephrased() } });
      sessionChanged();
      toast(t(updateMember.member.withheld ? 'withheld.heldSaved' : 'members.profileSaved'), { tone: 'good' });
      await revalidate();
      onSaved();
    } catch (error) {
      setProblem(rephrasing.stopped(error));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return { save, busy, problem };
}

import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { AttestRealNameDocument, RevokeEvidenceDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import type { Profile } from '../members/profile.server';
import { ReasonDialog } from '../merges/reason-dialog';
import { useAct } from './use-act';
import styles from './identity.module.css';

const LONGEST_NOTE = 1_000;

/** For staff: vouching for a member's name, who did already, and taking one's word back. */
export function AttestName({ member }: { member: Profile }) {
  const t = useT();
  const { membership, roles = [] } = useCommunity()!;
  const { busy, problem, act } = useAct();
  const [open, setOpen] = useState(false);
  if (roles.length === 0 || member.imported || member.id === membership?.id || !member.attestations) return null;
  const mine = member.attestations.some(({ attestor }) => attestor?.id === membership?.id);
  const attest = async (note: string) => {
    if (await act(() => mutate(AttestRealNameDocument, { input: { member: member.id, note } }), t('identity.attested'))) setOpen(false);
  };
  return (
    <div className={styles.attest}>
      {member.attestations.map((attestation) => <Attestation key={attestation.id} attestation={attestation} may={roles.includes('OWNER') || attestation.attestor?.id === membership?.id} />)}
      {!mine && <p><Button size="s" tone="quiet" icon={<Icon name="user" size={16} />} onClick={() => setOpen(true)}>{t('identity.attest')}</Button></p>}
      <ReasonDialog
        open={open} onClose={() => setOpen(false)} busy={busy} problem={problem} max={LONGEST_NOTE} onSend={(note) => void attest(note)}
        title={t('identity.attestTitle', { name: member.displayName })} text={t('identity.attestText')} label={t('identity.attestNote', { name: member.displayName })} action={t('identity.attest')}
      />
    </div>
  );
}

function Attestation({ attestation: { id, note, at, attestor }, may }: { attestation: NonNullable<Profile['attestations']>[number]; may: boolean }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  return (
    <div className={styles.quiet}>
      {t('identity.attestedAlready', { name: attestor?.displayName ?? '?', date: t.date(at), note: note ?? '' })}{' '}
      {may && <Button size="s" tone="quiet" busy={busy} onClick={() => void act(() => mutate(RevokeEvidenceDocument, { input: { evidence: id } }), t('identity.withdrawn'))}>{t('identity.withdraw')}</Button>}
      <FormProblem problem={problem} />
    </div>
  );
}

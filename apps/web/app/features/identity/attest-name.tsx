import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { AttestRealNameDocument, RevokeEvidenceDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { useNow } from '~/shell/now';
import { useCommunity } from '~/shell/use-root';
import type { Profile } from '../members/profile.server';
import { ReasonDialog } from '../merges/reason-dialog';
import styles from './identity.module.css';

const LONGEST_NOTE = 1_000;
/** Two months before a name is to be attested anew. */
const RENEWABLE_MS = 60 * 24 * 60 * 60 * 1000;

/** For staff: vouching for a member's name, who did already, and taking one's word back. */
export function AttestName({ member }: { member: Profile }) {
  const t = useT();
  const { membership, roles = [] } = useCommunity()!;
  const { busy, problem, act } = useAct();
  const now = useNow();
  const [open, setOpen] = useState(false);
  if (roles.length === 0 || member.imported || member.id === membership?.id || !member.attestations) return null;
  const mine = member.attestations.find(({ attestor }) => attestor?.id === membership?.id);
  const renewable = mine?.expiresAt && Date.parse(mine.expiresAt) - now < RENEWABLE_MS;
  const attest = async (note: string) => {
    if (await act(() => mutate(AttestRealNameDocument, { input: { member: member.id, note } }), t('identity.attested'))) setOpen(false);
  };
  return (
    <section className={styles.attest} aria-labelledby="for-the-team">
      <h2 id="for-the-team">{t('identity.forTheTeam')}</h2>
      {member.attestations.length === 0 && <p className={styles.quiet}>{t('identity.notAttested')}</p>}
      {member.attestations.map((attestation) => <Attestation key={attestation.id} attestation={attestation} may={roles.includes('OWNER') || attestation.attestor?.id === membership?.id} />)}
      {(!mine || renewable) && <p><Button size="s" icon={<Icon name="user" size={16} />} onClick={() => setOpen(true)}>{t(renewable ? 'identity.attestAgain' : 'identity.attest')}</Button></p>}
      <ReasonDialog
        open={open} onClose={() => setOpen(false)} busy={busy} problem={problem} max={LONGEST_NOTE} onSend={(note) => void attest(note)}
        title={t('identity.attestTitle', { name: member.displayName })} text={t('identity.attestText')} label={t('identity.attestNote', { name: member.displayName })} action={t('identity.attest')}
      />
    </section>
  );
}

function Attestation({ attestation: { id, note, at, expiresAt, attestor }, may }: { attestation: NonNullable<Profile['attestations']>[number]; may: boolean }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  return (
    <div className={styles.quiet}>
      {t('identity.attestedAlready', { name: attestor?.displayName ?? t('inbox.somebody'), date: t.date(at), note: note ?? '' })} {expiresAt && t('identity.attestedUntil', { date: t.date(expiresAt) })}{' '}
      {may && <Button size="s" tone="quiet" busy={busy} onClick={() => void act(() => mutate(RevokeEvidenceDocument, { input: { evidence: id } }), t('identity.withdrawn'))}>{t('identity.withdraw')}</Button>}
      <FormProblem problem={problem} />
    </div>
  );
}

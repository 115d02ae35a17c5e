import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type EvidenceFactsFragment, RevokeEvidenceDocument, ShowEvidenceDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Checkbox } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { KIND_ICONS } from './kind-icons';
import styles from './identity.module.css';

/** One proof that stands: what it is, since when, who sees it, and how to drop it. */
export function EvidenceItem({ evidence }: { evidence: EvidenceFactsFragment }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const [shown, setShown] = useState(evidence.public);
  const show = async (next: boolean) => {
    setShown(next);
    const done = await act(() => mutate(ShowEvidenceDocument, { input: { evidence: evidence.id, public: next } }), t(next ? 'identity.shown' : 'identity.hidden'));
    if (!done) setShown(!next);
  };
  return (
    <li className={styles.evidence}>
      <Icon name={KIND_ICONS[evidence.kind]} size={22} />
      <div className={styles.facts}>
        <p className={styles.detail}><strong>{t(`identity.kind_${evidence.kind}`)}</strong> {evidence.kind !== 'REAL_NAME' && <span>{evidence.detail}</span>}</p>
        <EvidenceDates evidence={evidence} />
        {evidence.warnedAt && <p className={styles.warned}><Icon name="hourglass" size={18} />{t(`identity.warned_${evidence.kind}`)}</p>}
        {evidence.note && <p className={styles.quiet}>{t('identity.noteByTeam', { note: evidence.note })}</p>}
        <Checkbox label={t('identity.show')} hint={t(`identity.showHint_${evidence.kind}`)} checked={shown} disabled={busy} onChange={(event) => void show(event.currentTarget.checked)} />
        <FormProblem problem={problem} />
      </div>
      <Drop evidence={evidence} />
    </li>
  );
}

function EvidenceDates({ evidence: { kind, at, expiresAt, community, attestor } }: { evidence: EvidenceFactsFragment }) {
  const t = useT();
  const parts = [
    t('identity.since', { date: t.date(at) }),
    expiresAt && t('identity.until', { date: t.date(expiresAt) }),
    community && t('identity.at', { name: community.name }),
    kind === 'REAL_NAME' && attestor && t('identity.attestedBy', { name: attestor.displayName }),
  ];
  return <p className={styles.quiet}>{parts.filter(Boolean).join(' · ')}</p>;
}

function Drop({ evidence }: { evidence: EvidenceFactsFragment }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const [asking, setAsking] = useState(false);
  const drop = async () => {
    if (await act(() => mutate(RevokeEvidenceDocument, { input: { evidence: evidence.id } }), t('identity.dropped'))) setAsking(false);
  };
  const text = evidence.kind === 'EMAIL' ? 'identity.dropTextEmail' : evidence.kind === 'PURCHASE' ? 'identity.dropTextPurchase' : 'identity.dropText';
  return (
    <>
      <Button size="s" tone="quiet" onClick={() => setAsking(true)} aria-label={t('identity.dropLabel', { kind: t(`identity.kind_${evidence.kind}`), detail: evidence.detail })}>{t('identity.drop')}</Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('identity.dropTitle')} description={t(text)} footer={<Button tone="danger" busy={busy} onClick={() => void drop()}>{t('identity.drop')}</Button>}>
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}

/** What stood once: a quiet list. */
export function PastEvidence({ past }: { past: readonly EvidenceFactsFragment[] }) {
  const t = useT();
  if (past.length === 0) return null;
  return (
    <details className={styles.past}>
      <summary>{t('identity.past')}</summary>
      <ul role="list">
        {past.map((evidence) => (
          <li key={evidence.id}>
            {t(`identity.kind_${evidence.kind}`)} <span className={styles.broken}>{evidence.detail}</span>
            {evidence.ending && evidence.endedAt && <span className={styles.quiet}>{t(`identity.ended_${evidence.ending}`, { date: t.date(evidence.endedAt) })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

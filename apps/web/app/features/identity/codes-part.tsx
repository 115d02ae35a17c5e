import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { Growing } from '~/features/members/growing';
import { CommunityPurchasesDocument, type CommunityPurchasesQuery, RevokePurchaseBatchDocument, UploadPurchaseCodesDocument, type UploadPurchaseCodesMutation } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { classes } from '~/kit/classes';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import settings from '../running/settings.module.css';
import { fileParts } from './file-parts';
import { TokensSection } from './tokens-section';
import styles from './identity.module.css';

export type Purchases = NonNullable<CommunityPurchasesQuery['community']>;
type Batch = NonNullable<Purchases['purchaseBatches']>['nodes'][number];
type Refused = UploadPurchaseCodesMutation['uploadPurchaseCodes']['refused'][number];

/** Lines that are shown of those that brought no code. */
const MOST_LINES = 20;

/** The brand's proofs of purchase: codes brought as files, codes its programs asked for, and their tokens. */
export function CodesPart({ purchases }: { purchases: Purchases }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { purchaseBatches: batches, apiTokens: tokens } = purchases;
  if (!batches || !tokens) return null;
  const fetchPage = async (after: string) => (await mutate(CommunityPurchasesDocument, { slug, batches: after })).community!.purchaseBatches!;
  return (
    <>
      <section aria-labelledby="upload">
        <h3 id="upload" className={settings.heading}>{t('identity.uploadTitle')}</h3>
        <UploadForm />
      </section>
      <section aria-labelledby="batches">
        <h3 id="batches" className={settings.heading}>{t('identity.batches')}</h3>
        {batches.nodes.length === 0 && <p className={settings.quiet}>{t('identity.batchesNone')}</p>}
        <Growing key={batches.nodes[0]?.id} page={batches} fetchPage={fetchPage} hrefOf={(after) => `/c/${slug}/settings/codes?batches=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
          {(nodes: readonly Batch[]) => <ul role="list" className={settings.list}>{nodes.map((batch) => <li key={batch.id}><BatchRow batch={batch} /></li>)}</ul>}
        </Growing>
      </section>
      <TokensSection tokens={tokens} />
    </>
  );
}

function UploadForm() {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { busy, problem, act } = useAct();
  const [round, setRound] = useState(0);
  const [done, setDone] = useState<{ added: number; refused: Refused[] } | null>(null);
  const upload = async (form: HTMLFormElement) => {
    const values = new FormData(form);
    const expires = String(values.get('expires') ?? '');
    const once = { community: slug, label: String(values.get('label')), expiresAt: expires ? new Date(`${expires}T23:59:59Z`).toISOString() : null };
    const text = await (values.get('file') as File).text();
    const all = { added: 0, refused: [] as Refused[] };
    const send = async () => {
      let batch: string | null = null;
      for (const { csv, before } of fileParts(text)) {
        const part: UploadPurchaseCodesMutation['uploadPurchaseCodes'] = (await mutate(UploadPurchaseCodesDocument, { input: { ...once, csv, batch } })).uploadPurchaseCodes;
        batch = part.batch.id;
        all.added += part.added;
        all.refused.push(...part.refused.map((refused) => ({ ...refused, line: refused.line + before })));
      }
    };
    const sent = await act(send, t('common.saved'));
    setDone(all);
    if (sent) setRound((round) => round + 1);
  };
  return (
    <form key={round} method="post" className={classes(settings.form, styles.upload)} onSubmit={(event) => { event.preventDefault(); void upload(event.currentTarget); }}>
      <p className={settings.quiet}>{t('identity.uploadText')}</p>
      <TextField label={t('identity.uploadLabel')} hint={t('identity.uploadLabelHint')} name="label" maxLength={100} required />
      <div className={settings.inline}>
        <TextField label={t('identity.uploadFile')} name="file" type="file" accept=".csv,text/csv,text/plain" required />
        <TextField label={t('identity.uploadExpires')} name="expires" type="date" optional />
      </div>
      <FormProblem problem={problem} />
      <div className={settings.save}><SubmitButton tone="primary" busy={busy}>{t('identity.upload')}</SubmitButton></div>
      <div role="status">{done && <Outcome {...done} />}</div>
    </form>
  );
}

function Outcome({ added, refused }: { added: number; refused: readonly Refused[] }) {
  const t = useT();
  return (
    <div className={settings.consequence}>
      <div>
        <p>{t('identity.uploaded', { count: added })} {refused.length > 0 && t('identity.uploadRefused', { count: refused.length })}</p>
        {refused.length > 0 && (
          <ul className={settings.effects}>
            {refused.slice(0, MOST_LINES).map(({ line, reason }) => <li key={line}>{t('identity.refusedLine', { line, reason: t(`identity.refused_${reason}`) })}</li>)}
            {refused.length > MOST_LINES && <li>{t('identity.refusedMore', { count: refused.length - MOST_LINES })}</li>}
          </ul>
        )}
      </div>
    </div>
  );
}

function BatchRow({ batch }: { batch: Batch }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const [asking, setAsking] = useState(false);
  const [revokedAt, setRevokedAt] = useState(batch.revokedAt); // a later page of the list is not read again
  const { label } = batch;
  const revoke = async () => {
    const send = async () => setRevokedAt((await mutate(RevokePurchaseBatchDocument, { input: { batch: batch.id } })).revokePurchaseBatch.batch.revokedAt);
    if (await act(send, t('identity.batchRevokedDone'))) setAsking(false);
  };
  const facts = [
    t('identity.batchCounts', { redeemed: batch.redeemed, codes: batch.codes }),
    batch.apiToken ? t('identity.batchToken', { name: batch.apiToken.name }) : batch.createdBy && t('identity.batchFile', { name: batch.createdBy.displayName }),
    t.date(batch.createdAt),
    batch.expiresAt && t('identity.batchExpires', { date: t.date(batch.expiresAt) }),
  ];
  return (
    <>
      <span className={settings.who}><strong>{label}</strong><span className={settings.quiet}>{facts.filter(Boolean).join(' · ')}</span></span>
      {revokedAt ? <Badge size="s">{t('identity.batchRevoked', { date: t.date(revokedAt) })}</Badge> : <Button size="s" onClick={() => setAsking(true)} aria-label={t('identity.batchRevokeLabel', { label })}>{t('identity.batchRevoke')}</Button>}
      <Dialog open={asking} onOpenChange={setAsking} title={t('identity.batchRevokeTitle', { label })} description={t('identity.batchRevokeText')} footer={<Button tone="danger" busy={busy} onClick={() => void revoke()}>{t('identity.batchRevoke')}</Button>}>
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}

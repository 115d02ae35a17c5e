import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type OwnTermFragment, ResignTermDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { useCommunity } from '~/shell/use-root';
import styles from './terms.module.css';

/** Leaving: at once, without a reason, and asked about once. */
export function ResignPart({ term }: { term: OwnTermFragment }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const resign = () => act(() => mutate(ResignTermDocument, { input: { term: term.id } }), t('terms.resigned'));
  return (
    <section className={styles.part} aria-labelledby="leave">
      <h2 id="leave">{t('terms.leave')}</h2>
      <p>{t('terms.leaveText')}</p>
      <p><Button size="s" onClick={() => setOpen(true)}>{t('terms.resign')}</Button></p>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('terms.resignTitle', { community: name })}
        description={t('terms.resignSure')}
        footer={<><Button onClick={() => setOpen(false)}>{t('terms.stay')}</Button><Button tone="danger" busy={busy} onClick={() => void resign()}>{t('terms.resignNow')}</Button></>}
      >
        <FormProblem problem={problem} />
      </Dialog>
    </section>
  );
}

import { useRef, useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { MyCirclesDocument, ShareIntoCircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Select, TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { circlePath } from '../paths';
import { useAct } from './use-act';
import styles from './circles.module.css';

interface Mine {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Shows an idea to one of one's circles. Which these are is asked when it opens. */
export function ShareIntoCircle({ idea }: { idea: string }) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  const [mine, setMine] = useState<readonly Mine[] | null>(null);
  const [open, setOpen] = useState(false);
  if (!membership) return null;
  const show = async () => {
    setOpen(true);
    const { viewer } = await mutate(MyCirclesDocument, { community: slug }).catch(() => ({ viewer: null }));
    setMine(viewer?.membership?.circles.nodes ?? []);
  };
  return (
    <>
      <Button icon={<Icon name="users" size={18} />} onClick={() => void show()}>{t('circles.shareInto')}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('circles.shareInto')} description={t('circles.shareText')}>
        {mine && (mine.length > 0 ? <ShareForm idea={idea} mine={mine} onDone={() => setOpen(false)} /> : <p>{t('circles.shareNone')} <LinkButton size="s" to={circlePath(slug)}>{t('circles.showAll')}</LinkButton></p>)}
      </Dialog>
    </>
  );
}

function ShareForm({ idea, mine, onDone }: { idea: string; mine: readonly Mine[]; onDone(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const key = useRef(newIdempotencyKey());
  const [circle, setCircle] = useState(mine[0]!.id);
  const [note, setNote] = useState('');
  const share = async () => {
    const name = mine.find(({ id }) => id === circle)!.name;
    if (await act(ShareIntoCircleDocument, { circle, idea, note, idempotencyKey: key.current }, t('circles.shared', { name }))) onDone();
    else key.current = newIdempotencyKey();
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); void share(); }}>
      <Select label={t('circles.shareWhich')} value={circle} onChange={(event) => setCircle(event.target.value)} options={mine.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextArea label={t('circles.shareNote')} optional value={note} onChange={(event) => setNote(event.target.value)} maxLength={5000} rows={3} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}><Button type="submit" tone="primary" busy={busy}>{t('circles.shareSend')}</Button></div>
    </form>
  );
}

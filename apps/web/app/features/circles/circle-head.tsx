import { useState } from 'react';
import { Link } from 'react-router';
import { JoinCircleDocument, LeaveCircleDocument, RecogniseCircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { circlePath } from '../paths';
import { CircleMarks } from './circle-marks';
import type { CircleState } from './circles-state';
import type { CircleFull } from './circles.server';
import { useAct } from './use-act';
import styles from './circles.module.css';

/** Its name, its marks, and the way in or out. */
export function CircleHead({ circle, tab }: { circle: CircleFull; tab: CircleState['tab'] }) {
  const t = useT();
  const { slug, locale, name } = useCommunity()!.community;
  return (
    <header className={styles.head}>
      <p className={styles.back}><Link to={circlePath(slug)}>{t('circles.all')}</Link></p>
      <h1 lang={locale}>{circle.name}</h1>
      <div className={styles.marks}><CircleMarks circle={circle} size="m" /></div>
      {circle.recognitionNote && <p className={styles.note}><strong>{t('circles.brandSays', { community: name })}</strong> <span lang={locale}>{circle.recognitionNote}</span></p>}
      <div className={styles.actions}>
        <Way circle={circle} />
        {circle.election && tab !== 'about' && <LinkButton to={circlePath(slug, circle.slug, '?tab=about')} icon={<Icon name="hourglass" size={18} />}>{t('circles.toElection')}</LinkButton>}
        {circle.viewerCan.keep.allowed && <LinkButton tone="quiet" to={circlePath(slug, circle.slug, '/settings')} icon={<Icon name="settings" size={18} />}>{t('circles.settings')}</LinkButton>}
        {circle.viewerCan.recognise.allowed && <Recognition circle={circle} />}
      </div>
    </header>
  );
}

/** In, out, or in between. */
function Way({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { act, busy } = useAct();
  const leave = (done: string) => void act(LeaveCircleDocument, { circle: circle.id }, done);
  if (circle.viewerRequest) {
    return <><span className={styles.quiet}>{t('circles.requestWaits')}</span><Button size="s" busy={busy} onClick={() => leave(t('circles.requestTakenBack'))}>{t('circles.takeRequestBack')}</Button></>;
  }
  if (circle.viewerMembership) return <Leaving circle={circle} busy={busy} onLeave={() => leave(t('circles.left', { name: circle.name }))} />;
  if (circle.viewerCan.join.reason === 'CIRCLE_EMPTY') return <p className={styles.quiet}>{t('circles.empty')}</p>;
  if (circle.joining === 'BY_REQUEST') return <Asking circle={circle} />;
  const join = () => void act(JoinCircleDocument, { circle: circle.id });
  return <Button tone="primary" busy={busy} icon={<Icon name="plus" size={18} />} onClick={join}>{t('circles.join')}</Button>;
}

function Leaving({ circle, busy, onLeave }: { circle: CircleFull; busy: boolean; onLeave(): void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>{t('circles.stay')}</Button>
      <Button tone="danger" busy={busy} onClick={() => { setOpen(false); onLeave(); }}>{t('circles.leave')}</Button>
    </>
  );
  return (
    <>
      <Button tone="quiet" icon={<Icon name="signOut" size={18} />} onClick={() => setOpen(true)}>{t('circles.leave')}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('circles.leaveTitle', { name: circle.name })} description={t(circle.joining === 'OPEN' ? 'circles.leaveText' : 'circles.leaveTextRequest')} footer={footer} />
    </>
  );
}

function Asking({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const send = async () => {
    if (await act(JoinCircleDocument, { circle: circle.id, message }, t('circles.requestSent'))) setOpen(false);
  };
  return (
    <>
      <Button tone="primary" icon={<Icon name="plus" size={18} />} onClick={() => setOpen(true)}>{t('circles.ask')}</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('circles.askTitle', { name: circle.name })}
        description={t('circles.askText', { name: circle.keeper?.displayName ?? circle.name })}
        footer={<><Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button><Button tone="primary" busy={busy} onClick={() => void send()}>{t('circles.askSend')}</Button></>}
      >
        <TextArea label={t('circles.askMessage')} optional value={message} onChange={(event) => setMessage(event.target.value)} maxLength={500} rows={4} />
      </Dialog>
    </>
  );
}

/** The brand's own mark on a circle. */
function Recognition({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState(circle.recognitionNote ?? '');
  const is = circle.recognisedAt !== null;
  const send = async (recognised: boolean) => {
    if (await act(RecogniseCircleDocument, { circle: circle.id, recognised, note }, t(recognised ? 'circles.recognisedDone' : 'circles.unrecognisedDone'))) setOpen(false);
  };
  const footer = (
    <>
      {is && <Button tone="danger" busy={busy} onClick={() => void send(false)}>{t('circles.unrecognise')}</Button>}
      <Button tone="primary" busy={busy} onClick={() => void send(true)}>{t(is ? 'common.save' : 'circles.recognise')}</Button>
    </>
  );
  return (
    <>
      <Button tone="quiet" icon={<Icon name="sparkle" size={18} />} onClick={() => setOpen(true)}>{t(is ? 'circles.recognition' : 'circles.recognise')}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('circles.recognition')} description={t('circles.recogniseText')} footer={footer}>
        <TextArea label={t('circles.recogniseNote')} hint={t('circles.recogniseNoteHint')} optional value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} rows={3} />
      </Dialog>
    </>
  );
}

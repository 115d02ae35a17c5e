import { useState } from 'react';
import { GiveUpSeatDocument, WithdrawApplicationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { useAct } from '../circles/use-act';
import type { CallFull } from '../recruitment/recruitment.server';

interface Props {
  call: CallFull;
  own: NonNullable<CallFull['viewerApplication']>;
}

/** The way out: withdrawing, leaving the waiting list, or giving up a seat. What it means is said first. */
export function TakeBack({ call, own }: Props) {
  const t = useT();
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const words = wordsOf(call, own);
  const go = async () => {
    const input = { application: own.id };
    const done = await (own.state === 'SELECTED' ? act(GiveUpSeatDocument, input, t('applying.gaveUp')) : act(WithdrawApplicationDocument, input, t('recruitment.withdrawn')));
    if (done) setOpen(false);
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>{t(words.act)}</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t(words.title)}
        description={t(words.text)}
        footer={<><Button onClick={() => setOpen(false)}>{t('applying.keepIt')}</Button><Button tone="danger" busy={busy} onClick={() => void go()}>{t(words.act)}</Button></>}
      />
    </>
  );
}

function wordsOf(call: CallFull, own: Props['own']) {
  if (own.state === 'SELECTED') return { act: 'applying.giveUp', title: 'applying.giveUpTitle', text: 'applying.giveUpText' } as const;
  if (own.state === 'WAITING') return { act: 'applying.leaveList', title: 'applying.leaveListTitle', text: 'applying.leaveListText' } as const;
  return { act: 'applying.withdraw', title: 'applying.withdrawTitle', text: call.state === 'OPEN' ? 'applying.withdrawText' : 'applying.withdrawTextClosed' } as const;
}

import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { AnswerDialog } from '../answers/answer-dialog';

/** For the brand's team, where they read: the same dialog as on the desk. */
export function AnswerButton({ idea }: { idea: { id: string } }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="reply" size={18} />} onClick={() => setOpen(true)}>{t('desk.answerAsTeam')}</Button>
      <AnswerDialog idea={open ? idea.id : null} onClose={() => setOpen(false)} onAnswered={() => void revalidate()} />
    </>
  );
}

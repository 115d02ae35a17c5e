import { useState } from 'react';
import { useComplaint } from '~/data/use-complaint';
import { Button } from './button';
import { Dialog } from './dialog';
import { useToast } from './toast';

interface RemovalDialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  /** What is lost, and what stays. */
  text: string;
  /** The way out, such as “Keep it”. */
  keep: string;
  /** The act, such as “Remove”. */
  action: string;
  /** Said once it is done. */
  done: string;
  /** Does it; what it throws is said. */
  onRemove(): Promise<void>;
}

/** Asks before something goes for good. */
export function RemovalDialog({ open, onClose, title, text, keep, action, done, onRemove }: RemovalDialogProps) {
  const toast = useToast();
  const complain = useComplaint();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await onRemove();
      toast(done, { tone: 'good' });
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
      onClose();
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => !stays && onClose()}
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button tone="danger" busy={busy} onClick={() => void remove()}>{action}</Button>
        </>
      }
    />
  );
}

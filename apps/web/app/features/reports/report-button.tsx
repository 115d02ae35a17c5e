import { lazy, Suspense, useState } from 'react';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import type { SubjectKind } from './categories';

const ReportDialog = lazy(() => import('./report-dialog'));

export interface Reported {
  readonly kind: SubjectKind;
  readonly id: string;
  /** Where it stands, without the host. */
  readonly path: string;
  /** Of whoever wrote it; nobody reports their own. */
  readonly author: string | null | undefined;
  /** Whether the reader has reported it, and nobody has decided since. */
  readonly reported: boolean;
}

/** Tells the moderators that something breaks a rule or the law: a small flag, or a word where there is room. */
export function ReportButton({ subject, words }: { subject: Reported; words?: boolean }) {
  const t = useT();
  const { membership } = useCommunity()!;
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  if (membership && membership.id === subject.author) return null;
  const done = sent || subject.reported;
  const label = t(done ? 'reports.reported' : `reports.report_${subject.kind}`);
  const icon = <Icon name={done ? 'check' : 'flag'} size={words ? 18 : 16} />;
  return (
    <>
      {words
        ? <Button tone="quiet" icon={icon} onClick={() => setOpen(true)}>{done ? label : t('reports.report')}</Button>
        : <IconButton size="s" icon={icon} label={label} onClick={() => setOpen(true)} />}
      {open && <Suspense><ReportDialog subject={subject} onReported={() => setSent(true)} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

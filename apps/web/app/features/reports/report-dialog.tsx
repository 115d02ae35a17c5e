import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { ReportCategory } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { signInPath, useCommunity, useViewer } from '~/shell/use-root';
import { pagePath } from '../paths';
import { CategoryChoice } from './category-choice';
import { Filed } from './filed';
import { emptyNotice, LONGEST_EXPLANATION, noticeInput, NoticeFields } from './notice-fields';
import type { Reported } from './report-button';
import styles from './reports.module.css';
import { useReport } from './use-report';

interface Props {
  subject: Reported;
  onReported(): void;
  onClose(): void;
}

/** What is wrong with something, and in what words; who is not signed in may still say that it is illegal. */
export default function ReportDialog({ subject, onReported, onClose }: Props) {
  const t = useT();
  const [reference, setReference] = useState<string | null>(null);
  const filed = (given: string) => {
    setReference(given);
    onReported();
  };
  return (
    <Dialog open onOpenChange={(stays) => !stays && onClose()} title={t(reference ? 'reports.thanks' : `reports.report_${subject.kind}`)} description={reference ? undefined : t('reports.lead')}>
      {reference ? <Filed reference={reference} onClose={onClose} /> : <Form subject={subject} onFiled={filed} onReported={onReported} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ subject, onFiled, onReported, onClose }: { subject: Reported; onFiled(reference: string): void; onReported(): void; onClose(): void }) {
  const t = useT();
  const viewer = useViewer();
  const [category, setCategory] = useState<ReportCategory | null>(viewer ? null : 'ILLEGAL_CONTENT');
  const [explanation, setExplanation] = useState('');
  const [notice, setNotice] = useState(() => emptyNotice(new URL(subject.path, location.origin).href));
  const { send, busy, problem } = useReport(onFiled);
  const illegal = category === 'ILLEGAL_CONTENT';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = await send({ subject: subject.id, category: category!, explanation, notice: illegal ? noticeInput(notice) : null });
    if (refused?.code === 'ALREADY_REPORTED') onReported();
  };
  const words = (
    <TextArea
      label={t(illegal ? 'reports.why' : 'reports.explanation')} hint={illegal ? t('reports.whyHint') : t('reports.explanationHint')} optional={!illegal} required={illegal}
      value={explanation} onChange={(event) => setExplanation(event.target.value)} maxLength={LONGEST_EXPLANATION} rows={3}
    />
  );
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      {viewer ? <CategoryChoice value={category} onChange={setCategory} /> : <SignInFirst path={subject.path} />}
      {illegal ? <NoticeFields value={notice} onChange={setNotice} signedIn={viewer !== null}>{words}</NoticeFields> : category && words}
      {viewer && <p className={styles.quiet}><Rules /></p>}
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={onClose}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy} disabled={category === null}>{t(illegal ? 'reports.sendNotice' : 'reports.send')}</SubmitButton>
      </div>
    </form>
  );
}

function Rules() {
  const { slug } = useCommunity()!.community;
  return <T k="reports.rules" values={{ link: (text) => <Link to={pagePath(slug, 'guidelines')}>{text}</Link> }} />;
}

function SignInFirst({ path }: { path: string }) {
  return <p className={styles.aside}><T k="reports.visitor" values={{ link: (text) => <Link to={signInPath(path)}>{text}</Link> }} /></p>;
}

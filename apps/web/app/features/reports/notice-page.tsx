import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { ReportedMemberDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity, useRoot, useViewer } from '~/shell/use-root';
import { pagePath } from '../paths';
import { Filed } from './filed';
import { emptyNotice, LONGEST_EXPLANATION, noticeInput, NoticeFields } from './notice-fields';
import styles from './reports.module.css';
import { type Addressed, subjectOf } from './subject-of';
import { useReport } from './use-report';

interface Props {
  /** Given by the link that led here; else the address that is typed says what it is about. */
  subject: string | null;
  /** Where it stands, as far as the link said so. */
  location: string;
}

/** Where anybody, signed in or not, files a notice of illegal content. */
export function NoticePage(props: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const [reference, setReference] = useState<string | null>(null);
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t(reference ? 'reports.thanks' : 'reports.noticeTitle')} lead={reference ? undefined : t('reports.noticeLead', { community: community.name })} />
      {reference ? <Filed reference={reference} /> : <Form {...props} onFiled={setReference} />}
      {!reference && <p className={styles.quiet}><T k="reports.noticeOther" values={{ link: (text) => <Link to={pagePath(community.slug, 'guidelines')}>{text}</Link> }} /></p>}
    </Page>
  );
}

function Form({ subject, location, onFiled }: Props & { onFiled(reference: string): void }) {
  const t = useT();
  const viewer = useViewer();
  const { slug } = useCommunity()!.community;
  const { origin } = useRoot()!;
  const [notice, setNotice] = useState(() => emptyNotice(location));
  const [explanation, setExplanation] = useState('');
  const [unknown, setUnknown] = useState(false);
  const { send, busy, problem, setProblem } = useReport(onFiled);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const found = await idOf(subjectOf(notice.location, slug, origin), slug) ?? subject;
      setUnknown(found === null);
      if (found) await send({ subject: found, category: 'ILLEGAL_CONTENT', explanation, notice: noticeInput(notice) });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <NoticeFields value={notice} onChange={setNotice} signedIn={viewer !== null} locationError={unknown ? t('reports.locationUnknown') : null}>
        <TextArea label={t('reports.why')} hint={t('reports.whyHint')} value={explanation} onChange={(event) => setExplanation(event.target.value)} maxLength={LONGEST_EXPLANATION} rows={5} required />
      </NoticeFields>
      <FormProblem problem={problem} />
      <div className={styles.buttons}><SubmitButton tone="primary" busy={busy}>{t('reports.sendNotice')}</SubmitButton></div>
    </form>
  );
}

/** A profile's address names its member by handle. */
async function idOf(addressed: Addressed | null, slug: string): Promise<string | null> {
  if (!addressed) return null;
  if ('id' in addressed) return addressed.id;
  const { community } = await mutate(ReportedMemberDocument, { slug, handle: addressed.handle });
  return community?.member?.id ?? null;
}

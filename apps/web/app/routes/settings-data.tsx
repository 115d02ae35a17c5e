import { useCallback, useState } from 'react';
import { Link, useLoaderData, useRevalidator, useSearchParams, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import type { ProblemFacts } from '~/data/problem';
import { query, signInFirst } from '~/data/query.server';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import styles from '~/features/my-data/my-data.module.css';
import { TextsChoice } from '~/features/my-data/texts-choice';
import { CancelAccountDeletionDocument, MyDataDocument, RequestAccountDeletionDocument, type RequestAccountDeletionInput } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { LinkButton, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { PasswordField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { Page, PageTitle } from '~/shell/page';
import { sessionChanged } from '~/shell/session-change';

/** In UTC like the mail that names the day, so that both say the same. */
const LONG_DAY = { dateStyle: 'long', timeZone: 'UTC' } as const;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('myData.title') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, MyDataDocument);
  if (!viewer) throw signInFirst(request);
  return viewer;
}

type Deletion = NonNullable<Awaited<ReturnType<typeof loader>>['deletion']>;

export default function MyData() {
  const t = useT();
  const { account, deletion } = useLoaderData<typeof loader>();
  return (
    <Page width="text">
      <p className={styles.back}><Link to="/settings">← {t('myData.back')}</Link></p>
      <PageTitle title={t('myData.title')} lead={t('myData.lead')} />
      <div className={styles.sections}>
        {deletion && <Pending deletion={deletion} />}
        <Download />
        <DeleteAccount deletion={deletion ?? null} mailed={account.emailConfirmed} />
      </div>
    </Page>
  );
}

/** A plain link, so that the browser saves the file as it comes; a refusal brings back here with its code. */
function Download() {
  const t = useT();
  const refused = useSearchParams()[0].get('refused');
  const reason = refused && problemText(t, { code: refused as ProblemFacts['code'], params: {} });
  return (
    <Card as="section" aria-labelledby="download">
      <h2 id="download">{t('myData.downloadTitle')}</h2>
      <p>{t('myData.downloadText')}</p>
      {reason && <p role="alert">{t('myData.refused', { reason })}</p>}
      <div className={styles.row}>
        <LinkButton to="/me/data.zip" reloadDocument icon={<Icon name="document" size={18} />}>{t('myData.download')}</LinkButton>
        <span className={styles.quiet}>{t('myData.downloadNote')}</span>
      </div>
    </Card>
  );
}

/** The way back, first on the page while there is one. */
function Pending({ deletion }: { deletion: Deletion }) {
  const t = useT();
  const toast = useToast();
  const refresh = useRefresh();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async () => {
      await mutate(CancelAccountDeletionDocument, { input: {} });
      await refresh();
      toast(t('myData.cancelled'), { tone: 'good' });
    }, [refresh, t, toast]),
  );
  return (
    <Card as="section" tone="accent" aria-labelledby="pending">
      <h2 id="pending">{t('myData.pendingTitle', { date: t.date(new Date(deletion.dueAt), LONG_DAY) })}</h2>
      <p>{t(deletion.texts === 'ERASE' ? 'myData.pendingErase' : 'myData.pendingKeep')} {t('myData.pendingNote')}</p>
      <form method="post" onSubmit={onSubmit} className={styles.row}>
        <FormProblem problem={problem} />
        <SubmitButton tone="primary" busy={busy}>{t('myData.cancel')}</SubmitButton>
      </form>
    </Card>
  );
}

/** @param mailed whether their address is theirs, so that a mail says the day too */
function DeleteAccount({ deletion, mailed }: { deletion: Deletion | null; mailed: boolean }) {
  const t = useT();
  const [round, setRound] = useState(0);
  const { busy, problem, onSubmit } = useRequest(useCallback(() => setRound((round) => round + 1), []), deletion ? 'myData.changed' : mailed ? 'myData.requestedMail' : 'myData.requested');
  const wrong = problemFor(problem, ['WRONG_CREDENTIALS']);
  const alone = problemFor(problem, ['LAST_OWNER']);
  return (
    <Card as="section" aria-labelledby="delete">
      <h2 id="delete">{t(deletion ? 'myData.change' : 'myData.deleteTitle')}</h2>
      <p>{t(deletion ? 'myData.changeText' : 'myData.deleteText')}</p>
      {!deletion && <Consequences />}
      <form key={`${round} ${deletion?.texts}`} method="post" onSubmit={onSubmit} className={styles.form}>
        <TextsChoice chosen={deletion?.texts} />
        <PasswordField label={t('myData.password')} name="password" autoComplete="current-password" required error={wrong && t('myData.wrongPassword')} />
        {alone && <p role="alert">{t('myData.lastOwner', { communities: String(alone.params.communities ?? '') })}</p>}
        <FormProblem problem={wrong || alone ? null : problem} />
        <div><SubmitButton tone={deletion ? 'secondary' : 'danger'} busy={busy}>{t(deletion ? 'myData.changeSubmit' : 'myData.request')}</SubmitButton></div>
      </form>
    </Card>
  );
}

function Consequences() {
  const t = useT();
  return (
    <dl className={styles.facts}>
      <div><dt>{t('myData.goes')}</dt><dd>{t('myData.goesText')}</dd></div>
      <div><dt>{t('myData.stays')}</dt><dd>{t('myData.staysText')}</dd></div>
    </dl>
  );
}

/** Sends the request; afterwards the form begins afresh and the page says the day. */
function useRequest(onDone: () => void, word: 'myData.changed' | 'myData.requestedMail' | 'myData.requested') {
  const t = useT();
  const toast = useToast();
  const refresh = useRefresh();
  return useSubmission(
    useCallback(async (values: Record<string, string>) => {
      const input = { texts: values.texts, password: values.password ?? '' } as RequestAccountDeletionInput;
      const { requestAccountDeletion } = await mutate(RequestAccountDeletionDocument, { input });
      onDone();
      await refresh();
      const date = t.date(new Date(requestAccountDeletion.deletion.dueAt), LONG_DAY);
      toast(t(word, { date }), { tone: 'good' });
    }, [onDone, refresh, t, toast, word]),
  );
}

/** The banner of every other page follows too. */
function useRefresh(): () => Promise<void> {
  const { revalidate } = useRevalidator();
  return useCallback(async () => {
    sessionChanged();
    await revalidate();
  }, [revalidate]);
}

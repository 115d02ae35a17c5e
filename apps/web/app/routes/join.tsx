import { useCallback } from 'react';
import { redirect, useLoaderData, useNavigate, useSearchParams, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import { notFound, query, signInFirst } from '~/data/query.server';
import { suggestHandle } from '~/features/account/suggest-handle';
import { safePath } from '~/features/account/safe-path';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { JoinCommunityDocument, JoinPageDocument, SessionDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, TextField } from '~/kit/field';
import { Markdown } from '~/kit/markdown';
import { useToast } from '~/kit/toast';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { Page, PageTitle } from '~/shell/page';
import { sessionChanged } from '~/shell/session-change';
import styles from '~/features/account/join.module.css';

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageMeta(matches, { title: metaTranslator(matches)('account.joinTitle', { name: loaderData?.community.name ?? '' }) });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const side = { request, context };
  const [{ viewer }, { community }] = await Promise.all([query(side, SessionDocument), query(side, JoinPageDocument, { slug: params.slug! })]);
  if (!community) throw notFound();
  if (!viewer) throw signInFirst(request);
  const to = safePath(new URL(request.url).searchParams.get('to'), `/c/${params.slug}`);
  if (viewer.memberships.some((member) => member.community.slug === params.slug)) throw redirect(to);
  return { community, slug: params.slug!, displayName: viewer.account.displayName };
}

export default function Join() {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { community, slug, displayName } = useLoaderData<typeof loader>();
  const { name, minAge, terms } = community;
  const to = safePath(search.get('to'), `/c/${slug}`);
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async (values) => {
      const { handle = '', displayName = '', terms: accepted, age } = values;
      const { joinCommunity } = await mutate(JoinCommunityDocument, {
        input: { community: slug, handle, displayName, acceptedTerms: accepted ? terms.version : 0, ofAge: Boolean(age) },
      });
      toast(t('account.joined', { name }), { tone: 'good' });
      if (joinCommunity.member.withheld) toast(t('withheld.profileYours'));
      sessionChanged();
      await navigate(to, { replace: true });
    }, [name, navigate, slug, t, terms.version, to, toast]),
  );
  const handleProblem = problemFor(problem, ['HANDLE_TAKEN', 'HANDLE_RESERVED', 'INVALID_HANDLE']);
  return (
    <Page width="form">
      <PageTitle title={t('account.joinTitle', { name })} lead={t('account.joinLead')} />
      <form method="post" onSubmit={onSubmit} className={styles.form}>
        <TextField label={t('account.memberName')} name="displayName" defaultValue={displayName} maxLength={60} autoComplete="nickname" required />
        <TextField label={t('account.handle')} hint={t('account.handleHint')} name="handle" defaultValue={suggestHandle(displayName)} before="@" maxLength={30} autoComplete="off" autoCapitalize="none" spellCheck={false} required error={handleProblem && problemText(t, handleProblem)} />
        <details className={styles.terms}>
          <summary>{t('account.termsSummary')}</summary>
          <Markdown html={terms.bodyHtml} lang={community.locale} />
        </details>
        <Checkbox name="terms" required label={<T k="account.acceptTerms" values={{ link: (text) => <a href={`/c/${slug}/terms`} target="_blank" rel="noopener">{text}</a> }} />} />
        <Checkbox name="age" required label={t('account.ofAge', { age: minAge })} />
        <FormProblem problem={handleProblem ? null : problem} />
        <SubmitButton tone="primary" size="l" block busy={busy}>{t('account.join')}</SubmitButton>
      </form>
    </Page>
  );
}

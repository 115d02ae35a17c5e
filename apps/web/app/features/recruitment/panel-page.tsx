import { useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import {
  type ApplicantFragment,
  CallApplicationsDocument,
  DecideApplicationDocument,
  DeclareConflictDocument,
  ScoreApplicationDocument,
  VoteForApplicationDocument,
  WithdrawApplicationVoteDocument,
} from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, LinkButton, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextArea } from '~/kit/field';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { Growing } from '../members/growing';
import { callPath } from '../paths';
import type { Panel } from './recruitment.server';
import styles from './recruitment.module.css';

const STATES = ['', 'SUBMITTED', 'SELECTED', 'WAITING', 'DECLINED'] as const;
type Outcome = 'SELECTED' | 'WAITING' | 'DECLINED';

/** Who applied: for the panel in the order of their points, with the arithmetic; for the community to vote. */
export function PanelPage({ call }: { call: Panel }) {
  const t = useT();
  const { key, search } = useLocation();
  const { slug } = useCommunity()!.community;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const current = new URLSearchParams(search).get('state') ?? '';
  const hrefOf = (state: string, after = '') => callPath(slug, call.id, `/panel${state || after ? '?' : ''}${new URLSearchParams({ ...(state && { state }), ...(after && { after }) })}`);
  const page = call.applications!;
  const state = STATES.find((one) => one === current);
  const fetchPage = async (after: string) => (await mutate(CallApplicationsDocument, { id: call.id, after, orderBy: 'RANKING' as const, state: state ? [state] : null })).call!.applications!;
  const choose = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Page>
      <PageTitle title={t(call.viewerIsOfPanel ? 'recruitment.panel' : 'recruitment.candidates')} lead={call.title} actions={<LinkButton size="s" to={callPath(slug, call.id)}>{t('recruitment.toCall')}</LinkButton>} />
      {call.viewerIsOfPanel && <p className={styles.quiet}>{t(`recruitment.arithmetic_${call.selection}`)} {t('recruitment.seatsTaken', { taken: call.seatsTaken, count: call.seats })}</p>}
      {call.viewerIsOfPanel && <Tabs label={t('recruitment.states')} tabs={STATES.map((one) => ({ to: hrefOf(one), label: t(one ? `recruitment.tab_${one}` : 'recruitment.tab_ALL'), current: one === current }))} />}
      {page.nodes.length === 0 && <EmptyState title={t('recruitment.nobodyTitle')} text={t('recruitment.nobodyText')} />}
      {call.viewerRuns && chosen.length > 0 && <Decide chosen={chosen} onDone={() => setChosen([])} />}
      <Growing key={key} page={page} fetchPage={fetchPage} hrefOf={(after) => hrefOf(current, after)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.people}>{nodes.map((node) => <li key={node.id}><Applicant call={call} application={node} chosen={chosen.includes(node.id)} onChoose={(on) => choose(node.id, on)} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

interface ApplicantProps {
  call: Panel;
  application: ApplicantFragment;
  chosen: boolean;
  onChoose(on: boolean): void;
}

function Applicant({ call, application, chosen, onChoose }: ApplicantProps) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { ranking, standing, reach, decisions } = application;
  const who = application.member ? '' : t('recruitment.applicant', { number: application.id.slice(-4).toUpperCase() });
  return (
    <Card as="article" className={styles.applicant}>
      <header className={styles.head}>
        {application.member ? <MemberChip member={application.member} community={slug} /> : <strong>{who}</strong>}
        <span className={styles.facts}>
          <Badge tone={application.state === 'SELECTED' ? 'good' : 'neutral'}>{t(`recruitment.tab_${application.state as Outcome | 'SUBMITTED'}`)}</Badge>
          {ranking && <span>{t('recruitment.place', { place: ranking.place })}</span>}
        </span>
        {call.viewerRuns && application.viewerMayDecide.allowed && <Checkbox label={t('recruitment.choose')} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />}
      </header>
      {ranking && <p className={styles.quiet}>{t('recruitment.points', { points: ranking.points === null ? '–' : t.number(ranking.points, { maximumFractionDigits: 2 }), reviewers: ranking.reviewers })}</p>}
      {call.selection !== 'PANEL' && <Votes application={application} />}
      {standing && (
        <p className={styles.facts}>
          <span>{t(`domain.level.${standing.level}`)}</span>
          <span>{t(`domain.identity.${standing.identityLevel}`)}</span>
          <span>{t('recruitment.score', { score: standing.score })}</span>
          <span>{t('recruitment.memberFor', { count: standing.months })}</span>
          {standing.topics.map(({ category, ideas }) => <span key={category} lang={locale}>{category} ({ideas})</span>)}
          {standing.heldVotes > 0 && <span>{t('recruitment.heldVotes', { count: standing.heldVotes })}</span>}
        </p>
      )}
      <dl className={styles.answers}>
        {application.answers.map(({ question, answer }) => (
          <div key={question}><dt lang={locale}>{call.questions.find(({ id }) => id === question)?.text}</dt><dd>{answer ?? t('recruitment.hidden')}</dd></div>
        ))}
      </dl>
      {reach?.map(({ channel, url, followers, proved }, at) => (
        <p key={at} className={styles.quiet}>{channel ?? t('recruitment.hidden')} {url && <a href={url} rel="nofollow ugc noopener">{url}</a>} · {t('recruitment.declared', { count: followers })}{proved ? ` · ${t('recruitment.proved')}` : ''}</p>
      ))}
      {decisions?.map(({ id, state, reason }) => <p key={id} className={styles.quote}><strong>{t(`recruitment.tab_${state}`)}</strong> {reason}</p>)}
      {call.viewerIsOfPanel && application.state === 'SUBMITTED' && application.viewerMayJudge.allowed && <Judge call={call} application={application} />}
      {application.viewerMayJudge.reason === 'CONFLICT_DECLARED' && <p className={styles.quiet}>{t('recruitment.conflicted')}</p>}
    </Card>
  );
}

function Votes({ application }: { application: ApplicantFragment }) {
  const t = useT();
  const { act, busy } = useAct();
  const vote = () => application.viewerVoted
    ? act(WithdrawApplicationVoteDocument, { application: application.id }, t('recruitment.voteBack'))
    : act(VoteForApplicationDocument, { application: application.id }, t('recruitment.voted'));
  return (
    <p className={styles.facts}>
      <strong>{t('recruitment.verifiedVotes', { count: application.verifiedVotes })}</strong>
      <span>{t('recruitment.allVotes', { count: application.votes })}</span>
      {application.voting && <Button size="s" busy={busy} aria-pressed={application.viewerVoted} onClick={() => void vote()}>{t(application.viewerVoted ? 'recruitment.takeVoteBack' : 'recruitment.vote')}</Button>}
    </p>
  );
}

function Judge({ call, application }: { call: Panel; application: ApplicantFragment }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [marks, setMarks] = useState<Record<number, string>>({});
  const [conflict, setConflict] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { application: application.id, marks: call.criteria.map(({ position }) => ({ criterion: position, score: Number(marks[position] ?? 3) })) };
    await act(ScoreApplicationDocument, input, t('recruitment.marked'));
  };
  return (
    <details>
      <summary>{t('recruitment.judge')}</summary>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        {call.criteria.map(({ position, label, weight }) => (
          <Select key={position} label={t('recruitment.criterion', { label, weight })} value={marks[position] ?? '3'} onChange={(event) => setMarks({ ...marks, [position]: event.target.value })} options={['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))} />
        ))}
        <FormProblem problem={problem} />
        <SubmitButton busy={busy}>{t('recruitment.giveMarks')}</SubmitButton>
      </form>
      <div className={styles.form}>
        <TextArea label={t('recruitment.conflict')} hint={t('recruitment.conflictHint')} value={conflict} maxLength={500} rows={2} onChange={(event) => setConflict(event.target.value)} />
        <Button size="s" busy={busy} disabled={!conflict.trim()} onClick={() => void act(DeclareConflictDocument, { application: application.id, reason: conflict }, t('common.saved'))}>{t('recruitment.declare')}</Button>
      </div>
    </details>
  );
}

function Decide({ chosen, onDone }: { chosen: readonly string[]; onDone(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [outcome, setOutcome] = useState<Outcome>('SELECTED');
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(DecideApplicationDocument, { applications: [...chosen], outcome, reason }, t('recruitment.decided', { count: chosen.length }))) onDone();
  };
  return (
    <Card as="form" tone="accent" className={styles.form} onSubmit={(event) => void submit(event)}>
      <h2>{t('recruitment.decide', { count: chosen.length })}</h2>
      <Select label={t('recruitment.outcome')} value={outcome} onChange={(event) => setOutcome(event.target.value as Outcome)} options={(['SELECTED', 'WAITING', 'DECLINED'] as const).map((value) => ({ value, label: t(`recruitment.tab_${value}`) }))} />
      <TextArea label={t('recruitment.reason')} hint={t('recruitment.reasonHint')} value={reason} required maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      <FormProblem problem={problem} />
      <SubmitButton tone="primary" busy={busy}>{t('recruitment.answer')}</SubmitButton>
    </Card>
  );
}

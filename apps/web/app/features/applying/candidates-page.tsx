import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { BackCandidateDocument, type CandidateFragment, CandidatesDocument, type CandidateVotesFragment, LeaveCandidateDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { callPath, circlePath } from '../paths';
import { ReportButton } from '../reports/report-button';
import { useVoting } from '../voting/voting-provider';
import type { Candidates } from './applying.server';
import { CountdownClock } from './countdown-clock';
import styles from './applying.module.css';

const TABS = ['ALL', 'SELECTED', 'WAITING', 'DECLINED'] as const;

/** Who applied, for the community to read and to vote for. */
export function CandidatesPage({ call }: { call: Candidates }) {
  const t = useT();
  const { key, search } = useLocation();
  const { slug, locale } = useCommunity()!.community;
  const current = TABS.find((tab) => tab === new URLSearchParams(search).get('state')) ?? 'ALL';
  const hrefOf = (tab: (typeof TABS)[number], after = '') => {
    const query = new URLSearchParams({ ...(tab !== 'ALL' && { state: tab }), ...(after && { after }) }).toString();
    return callPath(slug, call.id, `/candidates${query && `?${query}`}`);
  };
  const fetchPage = async (after: string) => (await mutate(CandidatesDocument, { id: call.id, after, state: current === 'ALL' ? null : [current] })).call!.applications!;
  const page = call.applications!;
  return (
    <Page width="text">
      <p className={styles.backLink}><Link to={callPath(slug, call.id)}><Icon name="chevronLeft" size={18} /><span lang={locale}>{call.title}</span></Link></p>
      <PageTitle title={t('applying.candidates')} lead={t(call.voting ? 'applying.candidatesLead' : 'applying.candidatesClosed')} />
      {call.voting && call.votingUntil && <div className={styles.voteClock}><CountdownClock at={call.votingUntil} label={t('applying.untilVotes')} /></div>}
      {call.state === 'DECIDED' && <Tabs label={t('applying.candidatesTabs')} tabs={TABS.map((tab) => ({ to: hrefOf(tab), label: t(`applying.tab_${tab}`), current: tab === current }))} />}
      {page.nodes.length === 0 && <EmptyState title={t('applying.nobody')} text={t('applying.nobodyText')} />}
      <Growing key={key} page={page} fetchPage={fetchPage} hrefOf={(after) => hrefOf(current, after)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.candidates}>{nodes.map((node) => <li key={node.id}><CandidateCard call={call} candidate={node} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

const OUTCOMES = { SELECTED: 'good', WAITING: 'info', DECLINED: 'neutral' } as const;

function CandidateCard({ call, candidate }: { call: Candidates; candidate: CandidateFragment }) {
  const t = useT();
  const { community: { slug, locale }, membership } = useCommunity()!;
  const { member, state, nominatedBy } = candidate;
  // What is for the panel alone is not read here, not even by who wrote it: they would take it for public.
  const answers = call.questions.filter(({ audience }) => audience === 'COMMUNITY').flatMap(({ id, text }) => {
    const answer = candidate.answers.find(({ question }) => question === id)?.answer;
    return answer ? [{ id, text, answer }] : [];
  });
  const isOwn = member !== null && member?.id === membership?.id;
  const outcome = state === 'SELECTED' || state === 'WAITING' || state === 'DECLINED' ? state : null;
  return (
    <Card as="article" id={`application-${candidate.id}`} className={styles.candidate} aria-label={member?.displayName}>
      <div className={styles.candidateHead}>
        <MemberChip member={member} community={slug}>{isOwn && t('applying.you')}</MemberChip>
        <span className={styles.facts}>
          {outcome && <Badge tone={OUTCOMES[outcome]}>{t(`applying.tab_${outcome}`)}</Badge>}
          <ReportButton subject={{ kind: 'APPLICATION', id: candidate.id, path: callPath(slug, call.id, `/candidates#application-${candidate.id}`), author: member?.id, reported: candidate.reportedByViewer }} />
        </span>
      </div>
      {(nominatedBy?.length ?? 0) > 0 && (
        <p className={styles.facts}>{nominatedBy!.map((circle) => <Badge key={circle.id} size="s" tone="accent" icon="users"><Link to={circlePath(slug, circle.slug)} lang={locale}>{t('applying.putForward', { circles: circle.name })}</Link></Badge>)}</p>
      )}
      {answers.length === 0 && <p className={styles.quiet}>{t('applying.noWords')}</p>}
      <dl className={styles.words}>
        {answers.map(({ id, text, answer }) => <div key={id}><dt lang={locale}>{text}</dt><dd><Words text={answer} /></dd></div>)}
      </dl>
      <Votes candidate={candidate} name={member?.displayName ?? ''} />
    </Card>
  );
}

/** An answer; an address leads there, without vouching for it. */
function Words({ text }: { text: string }) {
  return /^https?:\/\/\S+$/.test(text) ? <a href={text} rel="nofollow ugc noopener" dir="ltr">{text}</a> : text;
}

/** The counts, and the reader's own vote; it shows at once, and goes back if it is refused. */
function Votes({ candidate, name }: { candidate: CandidateFragment; name: string }) {
  const t = useT();
  const voting = useVoting();
  const complain = useComplaint();
  const [votes, setVotes] = useState<CandidateVotesFragment>(candidate);
  const [busy, setBusy] = useState(false);
  const vote = async () => {
    if (!voting.pass({ kind: 'talk' })) return;
    const input = { application: candidate.id };
    setBusy(true);
    setVotes({ ...votes, viewerVoted: !votes.viewerVoted, votes: votes.votes + (votes.viewerVoted ? -1 : 1) });
    try {
      setVotes(votes.viewerVoted ? (await mutate(LeaveCandidateDocument, { input })).withdrawApplicationVote.application : (await mutate(BackCandidateDocument, { input })).voteForApplication.application);
    } catch (error) {
      setVotes(votes);
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.votes}>
      <p className={styles.count}><b>{t.number(votes.verifiedVotes)}</b> <span>{t('applying.verified', { count: votes.verifiedVotes })}</span> <small>{t('applying.ofAll', { count: votes.votes })}</small></p>
      {votes.voting && (
        <Button tone={votes.viewerVoted ? 'secondary' : 'primary'} busy={busy} aria-pressed={votes.viewerVoted} aria-label={t(votes.viewerVoted ? 'applying.voteBack' : 'applying.voteFor', { name })} icon={<Icon name={votes.viewerVoted ? 'check' : 'heart'} size={18} />} onClick={() => void vote()}>
          {t(votes.viewerVoted ? 'applying.voted' : 'applying.vote')}
        </Button>
      )}
    </div>
  );
}

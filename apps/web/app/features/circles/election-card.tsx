import { useState } from 'react';
import { StandForElectionDocument, VoteInElectionDocument, WithdrawCandidacyDocument, type ElectionFactsFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import { useAct } from './use-act';
import styles from './circles.module.css';

type Candidate = ElectionFactsFragment['candidates'][number];

/** An election while it runs: who stands, and one's vote. */
export function RunningElection({ election }: { election: ElectionFactsFragment }) {
  const t = useT();
  const { membership } = useCommunity()!;
  const mine = election.candidates.find(({ member }) => member.id === membership?.id);
  const when = (at: string) => t.date(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Card as="section" tone="accent" className={styles.section} aria-labelledby="election">
      <h2 id="election">{t('circles.electionTitle')}</h2>
      <p>{t('circles.electionText', { closes: when(election.closesAt), standing: when(election.standingUntil) })}</p>
      {election.candidates.length === 0
        ? <p className={styles.quiet}>{t('circles.noCandidates')}</p>
        : <ul role="list" className={styles.candidates}>{election.candidates.map((one) => <li key={one.member.id}><OneCandidate election={election} one={one} /></li>)}</ul>}
      {!election.viewerCan.vote.allowed && election.viewerCan.vote.reason && membership && <p className={styles.quiet}>{problemText(t, { code: election.viewerCan.vote.reason, params: {} })}</p>}
      <Standing election={election} mine={mine} />
      <p className={styles.quiet}>{t('circles.secret')}</p>
    </Card>
  );
}

function OneCandidate({ election, one: { member, statement } }: { election: ElectionFactsFragment; one: Candidate }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { act, busy } = useAct();
  const chosen = election.viewerVote?.id === member.id;
  const vote = () => void act(VoteInElectionDocument, { election: election.id, candidate: chosen ? null : member.id }, t(chosen ? 'circles.voteTakenBack' : 'circles.voteCast', { name: member.displayName }));
  return (
    <article className={styles.candidate} data-mine={chosen || undefined}>
      <MemberChip member={member} community={slug} />
      {statement && <p className={styles.statement} lang={locale}>{statement}</p>}
      {election.viewerCan.vote.allowed && (
        <p>
          <Button size="s" tone={chosen ? 'primary' : 'secondary'} busy={busy} aria-pressed={chosen} icon={chosen ? <Icon name="check" size={16} /> : undefined} onClick={vote} aria-label={t(chosen ? 'circles.votedFor' : 'circles.voteFor', { name: member.displayName })}>
            {t(chosen ? 'circles.voted' : 'circles.vote')}
          </Button>
        </p>
      )}
    </article>
  );
}

function Standing({ election, mine }: { election: ElectionFactsFragment; mine: Candidate | undefined }) {
  const t = useT();
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [statement, setStatement] = useState(mine?.statement ?? '');
  const stand = async () => {
    if (await act(StandForElectionDocument, { election: election.id, statement }, t('circles.standDone'))) setOpen(false);
  };
  const withdraw = () => void act(WithdrawCandidacyDocument, { election: election.id }, t('circles.withdrawDone'));
  const { stand: standing, vote } = election.viewerCan;
  if (!standing.allowed && !(mine && vote.allowed)) return null;
  return (
    <p className={styles.actions}>
      {standing.allowed && <Button onClick={() => setOpen(true)}>{t(mine ? 'circles.statementEdit' : 'circles.stand')}</Button>}
      {mine && vote.allowed && <Button tone="quiet" busy={busy} onClick={withdraw}>{t('circles.withdraw')}</Button>}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('circles.stand')}
        description={t('circles.standText')}
        footer={<><Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button><Button tone="primary" busy={busy} onClick={() => void stand()}>{t(mine ? 'common.save' : 'circles.stand')}</Button></>}
      >
        <TextArea label={t('circles.statement')} optional value={statement} onChange={(event) => setStatement(event.target.value)} maxLength={500} rows={4} />
      </Dialog>
    </p>
  );
}

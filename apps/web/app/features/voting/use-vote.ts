import { useEffect, useEffectEvent, useReducer } from 'react';
import { asProblem } from '~/data/problem';
import type { VoteFactsFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { sendVote } from './cast';
import { nextRequest, shownSupport, shownVote, startVote, voteReducer, type Tally } from './vote-state';
import { truthOf } from './vote-truth';
import { useVoting } from './voting-provider';

export interface Vote {
  readonly voted: boolean;
  readonly support: Tally;
  /** Turns the vote over: cast, or taken back. */
  press(): void;
}

/** The reader's vote on an idea: answered at once, corrected with a sentence when refused, undone by pressing again. */
export function useVote(idea: VoteFactsFragment): Vote {
  const t = useT();
  const toast = useToast();
  const voting = useVoting();
  const [state, dispatch] = useReducer(voteReducer, idea, (start) => startVote(truthOf(start)));
  const refuse = useRefusal(idea, () => dispatch({ type: 'pressed' }));
  const { voted, support } = truthOf(idea);
  const { raw, verified, quarantined, imported } = support;
  useEffect(() => {
    dispatch({ type: 'told', truth: { voted, support: { raw, verified, quarantined, imported } } });
  }, [voted, raw, verified, quarantined, imported]);

  const send = useEffectEvent(async (request: 'cast' | 'withdraw') => {
    dispatch({ type: 'sent' });
    try {
      const truth = await sendVote(request, idea.id);
      dispatch({ type: 'answered', truth });
      voting.settled(idea.id, truth);
      if (request === 'withdraw') toast(t('idea.voteWithdrawn'), { action: { label: t('idea.voteUndo'), onClick: () => dispatch({ type: 'pressed' }) } });
    } catch (error) {
      const problem = asProblem(error);
      dispatch({ type: 'refused', problem: problem.code });
      refuse(problem);
    }
  });
  const request = nextRequest(state);
  useEffect(() => {
    if (request) void send(request);
  }, [request]);

  return {
    voted: shownVote(state),
    support: shownSupport(state, voting.countsVerified),
    press: () => {
      if (voting.pass({ kind: 'vote', idea })) dispatch({ type: 'pressed' });
    },
  };
}

function useRefusal(idea: VoteFactsFragment, again: () => void) {
  const t = useT();
  const toast = useToast();
  const voting = useVoting();
  return (problem: ReturnType<typeof asProblem>) => {
    if (problem.code === 'SIGN_IN_REQUIRED') return voting.stop('sign-in', { kind: 'vote', idea });
    if (problem.code === 'NOT_A_MEMBER') return voting.stop('join', { kind: 'vote', idea });
    if (problem.code === 'VOTES_OF_DAY_USED') {
      voting.spent();
      return toast(problemText(t, problem));
    }
    if (problem.code !== 'OFFLINE') return toast(problemText(t, problem), { tone: 'bad' });
    toast(t('idea.voteOffline'), { tone: 'bad', action: { label: t('idea.voteRetry'), onClick: again } });
  };
}

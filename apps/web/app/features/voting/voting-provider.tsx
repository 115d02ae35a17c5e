import { createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { useRevalidator } from 'react-router';
import { useComplaint } from '~/data/use-complaint';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { useCommunity, useViewer } from '~/shell/use-root';
import { feedMemory } from '../feed/feed-memory';
import { sendVote } from './cast';
import { GateDialog } from './gate-dialog';
import { dropIntent, keepIntent, readIntent, type VoteIntent } from './vote-intent';
import { useVotesLeft } from './use-votes-left';
import type { VoteTruth } from './vote-state';

/** What stands between a person and taking part here, if anything. */
export type Gate = 'sign-in' | 'join' | null;

/** What the person was about to do when the gate stopped them. */
export type GateWish = { readonly kind: 'vote'; readonly idea: { readonly id: string; readonly title: string } } | { readonly kind: 'talk' };

interface Voting {
  readonly gate: Gate;
  /** Whether a vote by this person will count as verified, as far as the page can tell. */
  readonly countsVerified: boolean;
  /** How many votes they have left today; null while there are more than a few, or any number. */
  readonly votesLeft: number | null;
  /** Opens the gate's dialog where there is a gate; a vote is then cast once the gate is passed. True when there is none. */
  pass(wish: GateWish): boolean;
  /** Asks again for what was only found out by sending: the session had ended meanwhile. */
  stop(gate: 'sign-in' | 'join', wish: GateWish): void;
  /** To be told of every vote that the server acknowledged. */
  settled(idea: string, truth: VoteTruth): void;
  /** To be told that the server refused one because those of the day are used. */
  spent(): void;
}

/** From here on each vote is followed by a word about those that are left. */
const LAST = 2;

const VotingContext = createContext<Voting | null>(null);

export function useVoting(): Voting {
  const voting = use(VotingContext);
  if (!voting) throw new Error('useVoting outside of a community page');
  return voting;
}

/** Lets everything below vote, and casts a vote that waited for its voter to sign in and join. */
export function VotingProvider({ children }: { children: ReactNode }) {
  const slug = useCommunity()!.community.slug;
  const standing = useStanding();
  const { votesLeft, count } = useCounting();
  const [dialog, setDialog] = useState<{ gate: 'sign-in' | 'join'; wish: GateWish } | null>(null);
  const stop = useCallback<Voting['stop']>(
    (gate, wish) => {
      if (wish.kind === 'vote') keepIntent(sessionStorage, { idea: wish.idea.id, title: wish.idea.title, community: slug, at: Date.now() });
      setDialog({ gate, wish });
    },
    [slug],
  );
  const voting = useMemo<Voting>(
    () => ({
      ...standing,
      votesLeft,
      stop,
      pass: (wish) => {
        if (standing.gate) stop(standing.gate, wish);
        return standing.gate === null;
      },
      settled: (idea, truth) => {
        feedMemory.learn(idea, truth);
        void count(truth.voted);
      },
      spent: () => void count(false),
    }),
    [standing, votesLeft, count, stop],
  );
  useEffect(() => setDialog(null), [standing.gate]);
  const decline = () => {
    dropIntent(sessionStorage);
    setDialog(null);
  };
  useWaitingVote(standing.gate, (intent) => stop('join', { kind: 'vote', idea: { id: intent.idea, title: intent.title } }));
  return (
    <VotingContext value={voting}>
      {children}
      <GateDialog gate={dialog?.gate ?? null} wish={dialog?.wish ?? null} onLeave={() => setDialog(null)} onDecline={decline} />
    </VotingContext>
  );
}

function useStanding(): Pick<Voting, 'gate' | 'countsVerified'> {
  const viewer = useViewer();
  const membership = useCommunity()?.membership;
  const gate: Gate = !viewer ? 'sign-in' : membership ? null : 'join';
  const countsVerified = membership != null && membership.identityLevel !== 'ANONYMOUS' && membership.roles.length === 0;
  return useMemo(() => ({ gate, countsVerified }), [gate, countsVerified]);
}

/** Votes of the day that are left, and a word about the last of them once one is cast: a hint on the button is not seen on a phone. */
function useCounting() {
  const t = useT();
  const toast = useToast();
  const { few, recount } = useVotesLeft();
  const count = useCallback(async (voted: boolean) => {
    const left = await recount(voted);
    if (voted && left !== null && left <= LAST) toast(t('idea.votesLeft', { count: left }));
  }, [recount, t, toast]);
  return { votesLeft: few, count };
}

/** Right after joining the page still takes the reader for a stranger, until what it knows was asked again. */
const SETTLING_MS = 600;

/** Casts the vote that brought somebody here through signing in, or asks them to join first. */
function useWaitingVote(gate: Gate, askToJoin: (intent: VoteIntent) => void) {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  const slug = useCommunity()!.community.slug;
  const cast = async (intent: VoteIntent) => {
    dropIntent(sessionStorage);
    try {
      const { support } = await sendVote('cast', intent.idea);
      toast(t('idea.voteThanks', { count: support.raw }), { tone: 'good' });
      await revalidate();
    } catch (error) {
      complain(error);
    }
  };
  const resume = useEffectEvent(() => {
    const intent = gate === 'sign-in' ? null : readIntent(sessionStorage, slug, Date.now());
    if (!intent) return;
    if (gate === 'join') askToJoin(intent);
    else void cast(intent);
  });
  useEffect(() => {
    const timer = setTimeout(resume, gate === 'join' ? SETTLING_MS : 0);
    return () => clearTimeout(timer);
  }, [gate]);
}

/**
 * One person's vote on one idea as the screen knows it: what the server last said, what the person wants, and whether a
 * request is under way. Presses are answered at once; requests go one at a time, and the last wish wins.
 */

export interface Tally {
  readonly raw: number;
  readonly verified: number;
  readonly quarantined: number;
  readonly imported: number;
}

/** What the server said. */
export interface VoteTruth {
  readonly voted: boolean;
  readonly support: Tally;
}

export interface VoteState {
  readonly truth: VoteTruth;
  /** What the person wants when that is not (yet) what the server said. */
  readonly wanted: boolean | null;
  readonly sending: boolean;
  /** Why the last wish was not met: a problem's code, or `OFFLINE` when the server was not reached. */
  readonly problem: string | null;
}

export type VoteEvent =
  | { readonly type: 'pressed' }
  /** Sets a wish instead of turning it over: a vote kept for after signing in. */
  | { readonly type: 'wished'; readonly voted: boolean }
  | { readonly type: 'sent' }
  | { readonly type: 'answered'; readonly truth: VoteTruth }
  | { readonly type: 'refused'; readonly problem: string }
  /** News from elsewhere: a page loaded again, a change seen live. */
  | { readonly type: 'told'; readonly truth: VoteTruth };

export function startVote(truth: VoteTruth): VoteState {
  return { truth, wanted: null, sending: false, problem: null };
}

/** What the button shows: the wish where there is one. */
export function shownVote(state: VoteState): boolean {
  return state.wanted ?? state.truth.voted;
}

/** The request to send now, or null: never two at a time, none when the wish is met. */
export function nextRequest(state: VoteState): 'cast' | 'withdraw' | null {
  if (state.sending || state.wanted === null || state.wanted === state.truth.voted) return null;
  return state.wanted ? 'cast' : 'withdraw';
}

/** The counts to show: the server's, moved by the wish. A vote that counts as verified moves that number too. */
export function shownSupport(state: VoteState, countsVerified: boolean): Tally {
  const { support, voted } = state.truth;
  const step = Number(shownVote(state)) - Number(voted);
  if (step === 0) return support;
  const move = (count: number, moves: boolean) => (moves ? Math.max(0, count + step) : count);
  return { ...support, raw: move(support.raw, true), verified: move(support.verified, countsVerified) };
}

export function voteReducer(state: VoteState, event: VoteEvent): VoteState {
  switch (event.type) {
    case 'pressed':
      return { ...state, wanted: !shownVote(state), problem: null };
    case 'wished':
      return { ...state, wanted: event.voted, problem: null };
    case 'sent':
      return { ...state, sending: true };
    case 'answered':
      return settle({ ...state, sending: false, truth: event.truth });
    case 'refused':
      return { ...state, sending: false, wanted: null, problem: event.problem };
    case 'told':
      // While a request is under way its own answer is the newer one.
      return state.sending ? state : settle({ ...state, truth: event.truth });
  }
}

function settle(state: VoteState): VoteState {
  return state.wanted === state.truth.voted ? { ...state, wanted: null } : state;
}

import { describe, expect, it } from 'vitest';
import { nextRequest, shownSupport, shownVote, startVote, voteReducer, type VoteEvent, type VoteState } from './vote-state';

const support = { raw: 10, verified: 7, quarantined: 1, imported: 0 };
const without = { voted: false, support };
const withVote = { voted: true, support: { ...support, raw: 11, verified: 8 } };

const after = (start: VoteState, ...events: VoteEvent[]) => events.reduce(voteReducer, start);

describe('a vote on the screen', () => {
  it('shows a press at once and asks for one request', () => {
    const state = after(startVote(without), { type: 'pressed' });
    expect(shownVote(state)).toBe(true);
    expect(shownSupport(state, true)).toEqual(withVote.support);
    expect(nextRequest(state)).toBe('cast');
  });

  it('moves only the raw count when the vote will not count as verified', () => {
    const state = after(startVote(without), { type: 'pressed' });
    expect(shownSupport(state, false)).toEqual({ ...support, raw: 11 });
  });

  it('sends nothing while a request is under way, then the last wish', () => {
    const sending = after(startVote(without), { type: 'pressed' }, { type: 'sent' }, { type: 'pressed' });
    expect(nextRequest(sending)).toBeNull();
    expect(shownVote(sending)).toBe(false);
    const answered = after(sending, { type: 'answered', truth: withVote });
    expect(nextRequest(answered)).toBe('withdraw');
    expect(shownSupport(answered, true)).toEqual(support);
  });

  it('two presses before anything was sent ask for nothing', () => {
    const state = after(startVote(without), { type: 'pressed' }, { type: 'pressed' });
    expect(nextRequest(state)).toBeNull();
    expect(shownSupport(state, true)).toEqual(support);
  });

  it('goes back to the truth when refused, and says why until the next press', () => {
    const refused = after(startVote(without), { type: 'pressed' }, { type: 'sent' }, { type: 'refused', problem: 'VOTING_CLOSED' });
    expect(shownVote(refused)).toBe(false);
    expect(refused.problem).toBe('VOTING_CLOSED');
    expect(nextRequest(refused)).toBeNull();
    expect(after(refused, { type: 'pressed' }).problem).toBeNull();
  });

  it('takes live news without losing the wish, and never over an answer on its way', () => {
    const news = { voted: false, support: { ...support, raw: 20, verified: 15 } };
    const pressed = after(startVote(without), { type: 'pressed' }, { type: 'told', truth: news });
    expect(shownSupport(pressed, true)).toMatchObject({ raw: 21, verified: 16 });
    const sending = after(pressed, { type: 'sent' }, { type: 'told', truth: without });
    expect(sending.truth).toEqual(news);
  });

  it('a wish already met asks for nothing', () => {
    const state = after(startVote(withVote), { type: 'wished', voted: true }, { type: 'told', truth: withVote });
    expect(nextRequest(state)).toBeNull();
    expect(state.wanted).toBeNull();
  });
});

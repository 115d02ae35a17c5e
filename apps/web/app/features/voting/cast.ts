import { mutate } from '~/data/mutate';
import { CastVoteDocument, WithdrawVoteDocument } from '~/graphql/generated/documents';
import type { VoteTruth } from './vote-state';
import { truthOf } from './vote-truth';

/** Casting and withdrawing are safe to repeat: the same vote is the same vote. @throws ProblemError */
export async function sendVote(request: 'cast' | 'withdraw', idea: string): Promise<VoteTruth> {
  if (request === 'cast') return truthOf((await mutate(CastVoteDocument, { input: { idea } })).castVote.idea);
  return truthOf((await mutate(WithdrawVoteDocument, { input: { idea } })).withdrawVote.idea);
}

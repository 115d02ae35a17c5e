import { useState } from 'react';
import { AnswerIdeaDocument, type AnswerIdeaInput, type IdeaStatus } from '~/graphql/generated/documents';
import { hasEstimate, type Sheet } from './answer-facts';
import { type CreditChoice, creditsInput, firstChoice } from './credit-choice';
import type { Period } from './estimate';
import { keep, readKept } from './kept-answer';
import { isRefused, useSend } from './use-send';

/** What is being answered, kept while it is written. @param to where it is meant to go, if the table allows */
export function useAnswer(sheet: Sheet, to: IdeaStatus | null) {
  const [status, setStatus] = useState<IdeaStatus>(to && sheet.answerStatuses.includes(to) ? to : sheet.status);
  const [response, setText] = useState(() => readKept(sheet.id));
  const [estimate, setEstimate] = useState<Period | null>(sheet.estimate && { from: sheet.estimate.from, precision: sheet.estimate.precision });
  const [credits, setCredits] = useState<CreditChoice>(() => firstChoice(sheet.creditCandidates));
  const { send, busy, problem } = useSend(AnswerIdeaDocument);
  const setResponse = (text: string) => {
    setText(text);
    keep(sheet.id, text);
  };
  const moves = status !== sheet.status;
  const delivers = moves && status === 'DELIVERED';
  const publish = async (): Promise<'done' | 'stale' | 'refused'> => {
    const input: AnswerIdeaInput = {
      idea: sheet.id,
      status,
      expectedStatus: sheet.status,
      response,
      ...(hasEstimate(status) && { estimate: estimate && { from: estimate.from, precision: estimate.precision } }),
      ...(delivers && { credits: creditsInput(credits) }),
    };
    const answer = await send(input);
    if (isRefused(answer)) return answer.code === 'STALE_STATUS' ? 'stale' : 'refused';
    keep(sheet.id, '');
    return 'done';
  };
  return { status, setStatus, response, setResponse, estimate, setEstimate, credits, setCredits, moves, delivers, publish, busy, problem };
}

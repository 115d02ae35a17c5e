import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AnswerPreviewDocument, type AnswerPreviewInput, type AnswerPreviewQuery } from '~/graphql/generated/documents';

export type Mail = NonNullable<NonNullable<AnswerPreviewQuery['idea']>['answerPreview']>;

/** A pause in typing after which the letter is asked for again. */
const PAUSE = 400;

/** The letter that an answer sends, as the API writes it. The last one stays in sight until the next is there. @param wanted false asks for none */
export function useMailPreview(id: string, { response, status, locale }: AnswerPreviewInput, wanted: boolean) {
  const [mail, setMail] = useState<Mail | null>(null);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    const ask = async () => {
      try {
        const { idea } = await mutate(AnswerPreviewDocument, { id, input: { response, status, locale } }, leaving.signal);
        setMail(idea?.answerPreview ?? null);
        setProblem(null);
      } catch (error) {
        if (!leaving.signal.aborted) setProblem(asProblem(error));
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [id, response, status, locale, wanted]);
  return { mail, problem };
}

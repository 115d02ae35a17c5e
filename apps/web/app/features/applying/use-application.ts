import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { SaveApplicationDocument } from '~/graphql/generated/documents';
import type { CallFull } from '../recruitment/recruitment.server';
import { completed, fits, isWebAddress } from './wizard-steps';

/** A place where the applicant reaches people, as it is typed. */
export interface Place {
  readonly key: string;
  readonly channel: string;
  readonly url: string;
  readonly followers: string;
}

/** What is written so far. */
export interface Written {
  readonly answers: Readonly<Record<string, string>>;
  readonly places: readonly Place[];
}

type Phase = 'resting' | 'saving' | 'offline' | 'refused';

/** A pause in typing. */
const REST_MS = 700;

/**
 * An application as its author writes it. A draft is kept by the server after each pause in typing; what was handed in changes
 * only when its author says so, since others read it already.
 */
export function useApplication(call: CallFull, own: NonNullable<CallFull['viewerApplication']>) {
  const [written, setWritten] = useState<Written>(() => startOf(own));
  const [phase, setPhase] = useState<Phase>('resting');
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const [kept, setKept] = useState(written);
  const sending = useRef<Promise<boolean>>(Promise.resolve(true));
  const isDraft = own.state === 'DRAFT';
  const isDirty = kept !== written;

  /** Keeps what is written now; one after the other. @returns whether it is kept */
  const save = (step?: number): Promise<boolean> => {
    const now = written;
    const attempt = async (): Promise<boolean> => {
      setPhase('saving');
      try {
        await mutate(SaveApplicationDocument, { input: { application: own.id, ...inputOf(call, now), ...(step === undefined ? {} : { step }) } });
        setKept(now);
        setProblem(null);
        setPhase('resting');
        return true;
      } catch (error) {
        const facts = asProblem(error);
        setProblem(facts);
        setPhase(facts.code === 'OFFLINE' ? 'offline' : 'refused');
        return false;
      }
    };
    return (sending.current = sending.current.then(attempt));
  };

  const autosave = useEffectEvent(() => void save());
  useEffect(() => {
    if (!isDraft || !isDirty) return;
    const timer = setTimeout(() => autosave(), REST_MS);
    return () => clearTimeout(timer);
  }, [isDraft, isDirty, written]);
  useEffect(() => {
    if (phase !== 'offline') return;
    const again = () => autosave();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [phase]);

  const answer = (question: string, text: string) => setWritten((before) => ({ ...before, answers: { ...before.answers, [question]: text } }));
  const place = (places: readonly Place[]) => setWritten((before) => ({ ...before, places }));
  return { written, answer, place, save, phase, problem, isDraft, isDirty };
}

export type Writing = ReturnType<typeof useApplication>;

function startOf({ answers, reach }: NonNullable<CallFull['viewerApplication']>): Written {
  return {
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer ?? ''])),
    places: (reach ?? []).map(({ channel, url, followers }, at) => ({ key: `kept ${at}`, channel: channel ?? '', url: url ?? '', followers: String(followers) })),
  };
}

/** What is fit to be kept: an address that is none yet stays on the page until it is one. */
function inputOf(call: CallFull, { answers, places }: Written) {
  const fit = call.questions.flatMap((question) => {
    const text = answers[question.id];
    if (text === undefined) return [];
    const given = question.kind === 'LINK' || question.kind === 'VIDEO' ? completed(text) : text;
    return fits(question, given) ? [{ question: question.id, answer: given }] : [];
  });
  return { answers: fit, reach: places.filter(isWhole).map(({ channel, url, followers }) => ({ channel: channel.trim(), url: completed(url), followers: Number(followers) || 0 })) };
}

/** Whether a place can be kept. */
export function isWhole({ channel, url }: Place): boolean {
  return channel.trim() !== '' && isWebAddress(completed(url));
}

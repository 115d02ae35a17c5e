import { useRef, useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { FileReportDocument, type IllegalContentNoticeInput, type ReportCategory } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';

export interface Told {
  readonly subject: string;
  readonly category: ReportCategory;
  readonly explanation: string;
  readonly notice?: IllegalContentNoticeInput | null;
}

/** Sends a report once, however often it is tried; what was typed stays where it is. */
export function useReport(onFiled: (reference: string) => void) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const sent = useRef({ words: '', key: '' });
  const keyOf = (words: string) => {
    if (sent.current.words !== words) sent.current = { words, key: newIdempotencyKey() };
    return sent.current.key;
  };
  const send = async (told: Told): Promise<ProblemFacts | null> => {
    if (busy) return null;
    setBusy(true);
    setProblem(null);
    try {
      const { report } = await mutate(FileReportDocument, { input: { ...told, locale: t.locale, idempotencyKey: keyOf(JSON.stringify(told)) } });
      onFiled(report.report.reference);
      return null;
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      return refused;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem, setProblem };
}

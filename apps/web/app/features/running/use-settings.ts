import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { UpdateCommunityDocument, type UpdateCommunityInput } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';

type Change = Omit<UpdateCommunityInput, 'community'>;

/** Some settings as they are being edited: changed here, saved at once. */
export function useSettings<Draft extends object>(slug: string, saved: Draft, inputOf: (draft: Draft) => Change | null) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [draft, setDraft] = useState(saved);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const [clean, setClean] = useState(draft);
  const input = inputOf(draft);
  const save = async () => {
    if (!input || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await mutate(UpdateCommunityDocument, { input: { community: slug, ...input } });
      setClean(draft);
      toast(t('common.saved'), { tone: 'good' });
      await revalidate();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  return { draft, change, save, busy, problem, valid: input !== null, dirty: JSON.stringify(draft) !== JSON.stringify(clean) };
}

import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { UpdateCommunityDocument, type UpdateCommunityInput } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';

type Change = Omit<UpdateCommunityInput, 'community'>;

/** Some settings as they are being edited: changed here, saved at once. */
export function useSettings<Draft extends object>(slug: string, saved: Draft, inputOf: (draft: Draft) => Change | null) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [draft, setDraft] = useState(saved);
  const [clean, setClean] = useState(draft);
  const input = inputOf(draft);
  const save = async () => {
    if (!input || busy) return;
    const send = async () => {
      await mutate(UpdateCommunityDocument, { input: { community: slug, ...input } });
      setClean(draft);
    };
    await act(send, t('common.saved'));
  };
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  return { draft, change, save, busy, problem, valid: input !== null, dirty: JSON.stringify(draft) !== JSON.stringify(clean) };
}

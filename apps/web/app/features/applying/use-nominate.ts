import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { useComplaint } from '~/data/use-complaint';
import { NominateForCallDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import type { Voice } from './applying.server';

/** A circle puts its spokesperson forward for a call. Whether they applied is theirs to say: it shows when it is tried. */
export function useNominate() {
  const t = useT();
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const toast = useToast();
  const complain = useComplaint();
  const nominate = async (call: string, { id, name: circle, spokesperson: { displayName: name } }: Voice) => {
    const one = `${call} ${id}`;
    setBusy(one);
    try {
      await mutate(NominateForCallDocument, { input: { call, circle: id } });
      setDone([...done, one]);
      toast(t('applying.nominated', { circle, name }), { tone: 'good' });
    } catch (error) {
      if (asProblem(error).code === 'NOT_ELIGIBLE') toast(t('applying.nominateNot', { name }));
      else complain(error);
    } finally {
      setBusy(null);
    }
  };
  return { nominate, isBusy: (call: string, { id }: Voice) => busy === `${call} ${id}`, isDone: (call: string, { id }: Voice) => done.includes(`${call} ${id}`) };
}

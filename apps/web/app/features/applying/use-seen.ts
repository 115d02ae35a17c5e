import { useEffect } from 'react';
import { mutate } from '~/data/mutate';
import { SeeCallDocument } from '~/graphql/generated/documents';
import { useCommunity } from '~/shell/use-root';
import type { CallFull } from '../recruitment/recruitment.server';

/** Long enough that the page is there before anything is sent, and short enough for a quick look to count. */
const LOOK_MS = 1_500;

/**
 * Says once for each member that they saw a call: the top of its funnel. After the page is there, and never twice from one
 * browser; robots are no members, and who runs the community is not counted.
 */
export function useSeen({ id, state }: Pick<CallFull, 'id' | 'state'>): void {
  const membership = useCommunity()!.membership;
  const who = membership && membership.roles.length === 0 && state !== 'DRAFT' ? membership.id : null;
  useEffect(() => {
    if (!who || wasSaid(id, who)) return;
    const timer = setTimeout(() => void tell(id, who), LOOK_MS);
    return () => clearTimeout(timer);
  }, [id, who]);
}

async function tell(id: string, who: string): Promise<void> {
  try {
    await mutate(SeeCallDocument, { input: { call: id } });
    localStorage.setItem(keyOf(id), who);
  } catch {
    // nobody waits for it: the next visit says it
  }
}

function wasSaid(id: string, who: string): boolean {
  try {
    return localStorage.getItem(keyOf(id)) === who;
  } catch {
    return false;
  }
}

const keyOf = (id: string) => `fanfare.saw.${id}`;

import { useCallback, useState, type ReactNode } from 'react';
import { useRevalidator } from 'react-router';
import { useComplaint } from '~/data/use-complaint';
import type { MessageKey } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { sessionChanged } from '~/shell/session-change';
import { RecoveryCodes } from './recovery-codes';
import { useProven } from './use-proven';

/** Fresh recovery codes, true for done, false for left. */
type Outcome = readonly string[] | boolean;

/**
 * Does one change: with a fresh proof where one is asked for, codes shown where some came, else a word when it is done.
 * `aloud`: also says why it was refused, where nothing on the page would.
 */
export type Changing = (done: MessageKey, act: () => Promise<Outcome>, aloud?: boolean) => Promise<void>;

/** What every change of the page has in common. */
export function useSecurity(hasPasskeys: boolean): { changing: Changing; dialogs: ReactNode } {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { proven, dialog } = useProven(hasPasskeys);
  const changing = useCallback<Changing>(async (done, act, aloud = false) => {
    let outcome: Outcome = false;
    try {
      await proven(async () => { outcome = await act(); });
    } catch (error) {
      if (aloud) complain(error);
      throw error;
    }
    if (outcome === false) return;
    if (typeof outcome === 'object') setCodes(outcome);
    sessionChanged();
    await revalidate();
    if (typeof outcome !== 'object') toast(t(done), { tone: 'good' });
  }, [proven, revalidate, t, toast]);
  const dialogs = <>{dialog}<RecoveryCodes codes={codes} close={() => setCodes(null)} /></>;
  return { changing, dialogs };
}

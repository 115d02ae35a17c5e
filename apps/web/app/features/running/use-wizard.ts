import { useEffect, useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { CreateCommunityDocument, InviteStaffDocument } from '~/graphql/generated/documents';
import { type CommunityDraft, newDraft } from './community-draft';
import { proposedTexts } from './starter-texts';
import { createInput, keptWizard } from './wizard-state';

/** What was made, and whom we could not invite. */
export interface Made {
  readonly slug: string;
  readonly name: string;
  readonly invited: number;
  readonly notInvited: readonly string[];
}

/** The wizard's draft, kept in this browser, and the making of what it says. */
export function useWizard(locale: string) {
  const [draft, setDraft] = useState<CommunityDraft>(() => newDraft('', locale, proposedTexts(locale)));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  useEffect(() => {
    setDraft((fresh) => keptWizard.read() ?? { ...fresh, idempotencyKey: newIdempotencyKey() });
  }, []);
  const change = (part: Partial<CommunityDraft>) => {
    const next = { ...draft, ...part };
    setProblem(null);
    setDraft(next);
    keptWizard.write(next);
  };
  const make = async (): Promise<Made | null> => {
    setBusy(true);
    setProblem(null);
    try {
      const { createCommunity } = await mutate(CreateCommunityDocument, { input: createInput(draft) });
      const made = await invite(draft, createCommunity.community.slug);
      keptWizard.drop();
      return made;
    } catch (error) {
      const found = asProblem(error);
      // Another input under the same key: somebody went back and changed it after a try that did arrive.
      if (found.code === 'IDEMPOTENCY_KEY_REUSED') change({ idempotencyKey: newIdempotencyKey() });
      // Pictures that nobody used for a day are gone: the look goes on without them, and the person hears why.
      if (found.code === 'NOT_FOUND') change({ look: { ...draft.look, logo: null, hero: null, favicon: null } });
      setProblem(found);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const restart = () => {
    keptWizard.drop();
    setDraft(newDraft(newIdempotencyKey(), locale, proposedTexts(locale)));
  };
  return { draft, change, busy, problem, make, restart };
}

/** The community stands whatever becomes of the mails: who could not be invited is named, and can be asked again. */
async function invite({ invitations, idempotencyKey, name }: CommunityDraft, community: string): Promise<Made> {
  const asked = invitations.filter(({ email }) => email.trim() !== '');
  const notInvited: string[] = [];
  for (const { email, role, key } of asked) {
    const input = { community, email: email.trim(), role, idempotencyKey: `${idempotencyKey}:${key}` };
    await mutate(InviteStaffDocument, { input }).catch(() => notInvited.push(email));
  }
  return { slug: community, name, invited: asked.length - notInvited.length, notInvited };
}

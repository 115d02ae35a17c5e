import { useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { signInPath, useCommunity } from '~/shell/use-root';
import type { GateWish } from './voting-provider';

interface Props {
  gate: 'sign-in' | 'join' | null;
  wish: GateWish | null;
  /** Closed on the way to signing in or joining. */
  onLeave(): void;
  /** Closed for good: nothing waits any longer. */
  onDecline(): void;
}

/** Asks a visitor to sign in, or somebody signed in to join, only when they want to take part. */
export function GateDialog({ gate, wish, onLeave, onDecline }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const here = useHere();
  const joinPath = `/c/${community.slug}/join?to=${encodeURIComponent(here)}`;
  const voting = wish?.kind === 'vote' ? wish.idea.title : null;
  const joining = gate === 'join';
  return (
    <Dialog
      open={gate !== null}
      onOpenChange={(open) => !open && onDecline()}
      title={joining ? t('idea.joinTitle', { community: community.name }) : t(voting === null ? 'idea.signInTalkTitle' : 'idea.signInTitle')}
      description={joining ? joinWords() : signInWords()}
      footer={
        <>
          <Button tone="quiet" onClick={onDecline}>{t('idea.notNow')}</Button>
          {!joining && <LinkButton to={signInPath(here).replace('/sign-in', '/sign-up')} onClick={onLeave}>{t('idea.signUp')}</LinkButton>}
          <LinkButton to={joining ? joinPath : signInPath(here)} tone="primary" onClick={onLeave}>
            {joining ? t('idea.joinTitle', { community: community.name }) : t('idea.signIn')}
          </LinkButton>
        </>
      }
    />
  );

  function joinWords() {
    return voting === null ? t('idea.joinTextPlain') : t('idea.joinText', { title: voting });
  }

  function signInWords() {
    return voting === null ? t('idea.signInTextJoin') : t('idea.signInText', { title: voting });
  }
}

function useHere(): string {
  const { pathname, search, hash } = useLocation();
  return pathname + search + hash;
}

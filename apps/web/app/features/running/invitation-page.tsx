import { type CSSProperties, useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { themeVariables } from '~/design/theme';
import { AccountPage } from '~/features/account/account-page';
import { AcceptInvitationDocument, DeclineInvitationDocument, type InvitationPageQuery } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { RoleBadge } from '~/kit/badge';
import { Button, LinkButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { RelativeTime } from '~/kit/relative-time';
import { useToast } from '~/kit/toast';
import { sessionChanged } from '~/shell/session-change';
import { signInPath } from '~/shell/use-root';
import styles from './invitation.module.css';

type Invitation = NonNullable<InvitationPageQuery['invitation']>;
type Viewer = InvitationPageQuery['viewer'];

/** What somebody is invited to, and their answer. */
export function InvitationPage({ invitation, viewer, token }: { invitation: Invitation | null; viewer: Viewer; token: string }) {
  const t = useT();
  if (!invitation) return <AccountPage title={t('running.inviteUnknown')} lead={t('running.inviteUnknownText')}>{null}</AccountPage>;
  const { community, role, invitedByName, state, email } = invitation;
  if (state !== 'PENDING') return <AccountPage title={t(`running.inviteOver.${state}`)} lead={t('running.inviteOverText', { name: community.name })}><LinkButton to={`/c/${community.slug}`} block>{t('running.inviteLook', { name: community.name })}</LinkButton></AccountPage>;
  return (
    <AccountPage title={t('running.inviteHeading', { name: community.name })} lead={t(invitedByName ? 'running.inviteFrom' : 'running.inviteFromNobody', { inviter: invitedByName ?? '' })}>
      <div className={styles.card} style={themeVariables(community.theme) as CSSProperties}>
        <p className={styles.name} lang={community.locale}>{community.theme.logo && <img src={community.theme.logo} alt="" />}{community.name}</p>
        <p><RoleBadge role={role} /></p>
        <p>{t(`running.roleText.${role}`)}</p>
        <p className={styles.quiet}><T k="running.inviteExpires" values={{ email, time: <RelativeTime at={invitation.expiresAt} /> }} /></p>
      </div>
      <Answer invitation={invitation} viewer={viewer} token={token} />
    </AccountPage>
  );
}

function Answer({ invitation, viewer, token }: { invitation: Invitation; viewer: Viewer; token: string }) {
  const t = useT();
  const here = `/invitation?token=${token}`;
  if (!viewer) {
    return (
      <div className={styles.ways}>
        <p className={styles.quiet}>{t('running.inviteSignUpText', { email: invitation.email })}</p>
        <LinkButton tone="primary" size="l" block to={signInPath(here).replace('/sign-in', '/sign-up')}>{t('running.inviteSignUp')}</LinkButton>
        <LinkButton block to={signInPath(here)}>{t('running.inviteSignIn')}</LinkButton>
      </div>
    );
  }
  if (viewer.account.email !== invitation.email) return <p className={styles.other} role="alert">{t('running.inviteOther', { email: invitation.email, mine: viewer.account.email })}</p>;
  return <AnswerButtons invitation={invitation} token={token} />;
}

function AnswerButtons({ invitation, token }: { invitation: Invitation; token: string }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const answer = async (send: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await send();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const { slug, name } = invitation.community;
  const accept = () => answer(async () => {
    await mutate(AcceptInvitationDocument, { input: { token } });
    sessionChanged();
    toast(t('running.inviteAccepted', { name }), { tone: 'good' });
    await navigate(`/c/${slug}/join`);
  });
  const decline = () => answer(async () => {
    await mutate(DeclineInvitationDocument, { input: { token } });
    await revalidate();
  });
  return (
    <div className={styles.ways}>
      <FormProblem problem={problem} />
      <Button tone="primary" size="l" block busy={busy} onClick={() => void accept()}>{t('running.inviteAccept')}</Button>
      <Button tone="quiet" block busy={busy} onClick={() => void decline()}>{t('running.inviteDecline')}</Button>
      <p className={styles.quiet}>{t('running.invitePublic')}</p>
    </div>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type CommunityTeamQuery, GrantRoleDocument, InviteStaffDocument, RevokeInvitationDocument, RevokeRoleDocument, type StaffRole } from '~/graphql/generated/documents';
import { GraceDays } from '~/features/security/grace-days';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { Badge, RoleBadge, type BadgeTone } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { RoleGuide, RoleSelect } from './team-fields';
import styles from './settings.module.css';

type Team = NonNullable<CommunityTeamQuery['community']>;
type Holder = Team['staff'][number];
type OneInvitation = NonNullable<Team['invitations']>['nodes'][number];

/** Who decides here, who was asked to, and how to ask more. */
export function TeamPart({ team }: { team: Team }) {
  const t = useT();
  const { community, roles = [] } = useCommunity()!;
  return (
    <>
      <section aria-labelledby="staff">
        <h3 id="staff" className={styles.heading}>{t('running.teamNow')}</h3>
        <p className={styles.quiet}><T k="running.teamPublic" values={{ link: (text) => <Link to={`/c/${community.slug}/team`}>{text}</Link> }} /></p>
        <ul role="list" className={styles.list}>
          {team.staff.map((holder, at) => <li key={`${holder.role}-${holder.member?.id ?? at}`}><HolderRow holder={holder} /></li>)}
        </ul>
      </section>
      <section aria-labelledby="invite">
        <h3 id="invite" className={styles.heading}>{t('running.inviteTitle')}</h3>
        <InviteForm />
      </section>
      <section aria-labelledby="grant">
        <h3 id="grant" className={styles.heading}>{t('running.grantTitle')}</h3>
        <GrantForm />
      </section>
      <section aria-labelledby="invitations">
        <h3 id="invitations" className={styles.heading}>{t('running.invitations')}</h3>
        {team.invitations?.nodes.length === 0 && <p className={styles.quiet}>{t('running.invitationsNone')}</p>}
        <ul role="list" className={styles.list}>
          {team.invitations?.nodes.map((invitation) => <li key={invitation.id}><InvitationRow invitation={invitation} /></li>)}
        </ul>
      </section>
      {roles.includes('OWNER') && (
        <section aria-labelledby="second-step">
          <h3 id="second-step" className={styles.heading}>{t('security.graceTitle')}</h3>
          <GraceDays days={team.secondFactorGraceDays} />
        </section>
      )}
      <section aria-labelledby="roles">
        <h3 id="roles" className={styles.heading}>{t('running.rolesTitle')}</h3>
        <RoleGuide />
      </section>
    </>
  );
}

/** What each change of the team needs. */
function useTeamAct() {
  return { t: useT(), ...useAct(), slug: useCommunity()!.community.slug };
}

function HolderRow({ holder: { member, role, since } }: { holder: Holder }) {
  const { t, busy, problem, act, slug } = useTeamAct();
  const [asking, setAsking] = useState(false);
  if (!member) return <><span className={styles.who}><strong>{t('running.notJoined')}</strong><span className={styles.quiet}>{t('running.notJoinedText')}</span></span><RoleBadge role={role} /></>;
  const words = { name: member.displayName, role: t(`domain.role.${role}`) };
  const revoke = async () => {
    const input = { community: slug, handle: member.handle, role };
    if (await act(() => mutate(RevokeRoleDocument, { input }), t('running.revoked', words))) setAsking(false);
  };
  return (
    <>
      <MemberChip member={{ ...member, roles: [role] }} community={slug}>{t('running.since', { date: t.date(since) })}</MemberChip>
      <Button size="s" onClick={() => setAsking(true)}>{t('running.revoke')}<span className="visually-hidden"> {`${words.role}, ${words.name}`}</span></Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('running.revokeTitle', words)} description={t('running.revokeText', words)} footer={<Button tone="danger" busy={busy} onClick={() => void revoke()}>{t('running.revokeConfirm')}</Button>}>
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}

function InviteForm() {
  const { t, busy, problem, act, slug } = useTeamAct();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('BRAND_MANAGER');
  const [key, setKey] = useState(newIdempotencyKey);
  const invite = async () => {
    const input = { community: slug, email, role, idempotencyKey: key };
    if (!(await act(() => mutate(InviteStaffDocument, { input }), t('running.invited', { email })))) return;
    setEmail('');
    setKey(newIdempotencyKey());
  };
  const wrongAddress = problem?.code === 'INVALID_EMAIL' ? problemText(t, problem) : null;
  return (
    <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); void invite(); }}>
      <p className={styles.quiet}>{t('running.inviteText')}</p>
      <div className={styles.inline}>
        <TextField label={t('running.inviteEmail')} type="email" name="email" autoComplete="off" maxLength={254} required value={email} onChange={(event) => { setEmail(event.target.value); setKey(newIdempotencyKey()); }} error={wrongAddress} />
        <RoleSelect value={role} onChange={(next) => { setRole(next); setKey(newIdempotencyKey()); }} />
      </div>
      <FormProblem problem={wrongAddress ? null : problem} />
      <div><SubmitButton busy={busy}>{t('running.invite')}</SubmitButton></div>
    </form>
  );
}

function GrantForm() {
  const { t, busy, problem, act, slug } = useTeamAct();
  const [handle, setHandle] = useState('');
  const [role, setRole] = useState<StaffRole>('MODERATOR');
  const grant = async () => {
    const input = { community: slug, handle: handle.trim().replace(/^@/, ''), role };
    if (await act(() => mutate(GrantRoleDocument, { input }), t('running.granted', { handle: input.handle }))) setHandle('');
  };
  const unknown = problem?.code === 'NOT_FOUND' ? t('running.grantUnknown') : null;
  return (
    <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); void grant(); }}>
      <p className={styles.quiet}>{t('running.grantText')}</p>
      <div className={styles.inline}>
        <TextField label={t('running.grantHandle')} name="handle" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={31} required value={handle} onChange={(event) => setHandle(event.target.value)} error={unknown} />
        <RoleSelect value={role} onChange={setRole} />
      </div>
      <FormProblem problem={unknown ? null : problem} />
      <div><SubmitButton busy={busy}>{t('running.grant')}</SubmitButton></div>
    </form>
  );
}

const STATE_TONES: Record<OneInvitation['state'], BadgeTone> = { PENDING: 'info', EXPIRED: 'warn', ACCEPTED: 'good', DECLINED: 'neutral', REVOKED: 'neutral' };

function InvitationRow({ invitation }: { invitation: OneInvitation }) {
  const { t, busy, problem, act, slug } = useTeamAct();
  const { id, email, role, state, invitedAt } = invitation;
  const open = state === 'PENDING' || state === 'EXPIRED';
  const again = () => act(() => mutate(InviteStaffDocument, { input: { community: slug, email, role } }), t('running.invited', { email }));
  const revoke = () => act(() => mutate(RevokeInvitationDocument, { input: { invitation: id } }), t('running.inviteRevoked', { email }));
  return (
    <>
      <span className={styles.who}>
        <strong>{email}</strong>
        <span className={styles.quiet}><T k="running.invitedAs" values={{ role: t(`domain.role.${role}`), time: <RelativeTime at={invitedAt} /> }} /></span>
      </span>
      <span className={styles.tools}>
        <Badge size="s" tone={STATE_TONES[state]}>{t(`running.invitation.${state}`)}</Badge>
        {open && <Button size="s" busy={busy} onClick={() => void again()}>{t('running.inviteAgain')}</Button>}
        {open && <Button size="s" tone="quiet" busy={busy} onClick={() => void revoke()}>{t('running.inviteRevoke')}</Button>}
      </span>
      <FormProblem problem={problem} />
    </>
  );
}

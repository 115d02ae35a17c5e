import type { StaffRole } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { type InvitationDraft, rowKey } from './community-draft';
import styles from './fields.module.css';

export const ROLES: readonly StaffRole[] = ['OWNER', 'BRAND_MANAGER', 'MODERATOR'];

/** Each role with what it may do. */
export function RoleGuide() {
  const t = useT();
  return (
    <dl className={styles.guide}>
      {ROLES.map((role) => (
        <div key={role}>
          <dt>{t(`domain.role.${role}`)}</dt>
          <dd>{t(`running.roleText.${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function RoleSelect({ value, onChange, label }: { value: StaffRole; onChange(role: StaffRole): void; label?: string }) {
  const t = useT();
  return <Select label={label ?? t('running.role')} value={value} onChange={(event) => onChange(event.target.value as StaffRole)} options={ROLES.map((role) => ({ value: role, label: t(`domain.role.${role}`) }))} />;
}

/** People to be invited by mail once the community is made. */
export function InvitationsFields({ invitations, onChange }: { invitations: readonly InvitationDraft[]; onChange(invitations: readonly InvitationDraft[]): void }) {
  const t = useT();
  const edit = (at: number, change: Partial<InvitationDraft>) => onChange(invitations.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div className={styles.fields}>
      <RoleGuide />
      <ol role="list" className={styles.rows}>
        {invitations.map((invitation, at) => (
          <li key={invitation.key} className={styles.invitation}>
            <TextField label={t('running.inviteEmail')} type="email" autoComplete="off" maxLength={254} value={invitation.email} onChange={(event) => edit(at, { email: event.target.value })} />
            <RoleSelect value={invitation.role} onChange={(role) => edit(at, { role })} />
            <span className={styles.tools}><IconButton size="s" icon={<Icon name="trash" />} label={t('running.inviteRemove')} onClick={() => onChange(invitations.filter((one) => one !== invitation))} /></span>
          </li>
        ))}
      </ol>
      <div>
        <Button icon={<Icon name="plus" size={18} />} onClick={() => onChange([...invitations, { key: rowKey(), email: '', role: 'BRAND_MANAGER' }])}>{t('running.inviteAdd')}</Button>
      </div>
    </div>
  );
}

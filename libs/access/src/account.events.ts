import { declareEvent } from '@fanfare/events';
import type { IdentityLevel, StaffRole } from '@fanfare/kernel';

export type SecurityChange =
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'TOTP_ADDED'
  | 'TOTP_REMOVED'
  | 'RECOVERY_CODES_RENEWED'
  | 'RECOVERY_CODE_USED'
  | 'CODES_GUESSED'
  | 'REMOVED_BY_OPERATOR';

// The subject of each is the account, except where said. None carries an address, a name or a secret.

export const AccountSignedUp = declareEvent('account.signedUp');
export const AccountConfirmationRequested = declareEvent<{ locale: string | null }>('account.confirmationRequested');
/** Its subject is the request: whether an account has the address is looked up by who handles it. */
export const PasswordResetRequested = declareEvent('account.passwordResetRequested');
export const AccountPasswordChanged = declareEvent<{ how: 'CHANGED' | 'RESET' }>('account.passwordChanged');
/** Something that opens the account came, went, was used up or guessed at: its owner is told by mail. */
export const AccountSecurityChanged = declareEvent<{ what: SecurityChange }>('account.securityChanged');
/** Whoever runs the deployment took what a member of staff had lost off their account; the subject is the account. */
export const StaffSecondFactorRemoved = declareEvent('staff.secondFactorRemoved', { staffAct: true });
export const AccountEmailConfirmed = declareEvent('account.emailConfirmed');
export const AccountIdentityChanged = declareEvent<{ from: IdentityLevel; to: IdentityLevel }>('account.identityChanged');
export const RoleGranted = declareEvent<{ role: StaffRole }>('role.granted', { staffAct: true });
export const RoleRevoked = declareEvent<{ role: StaffRole }>('role.revoked', { staffAct: true });

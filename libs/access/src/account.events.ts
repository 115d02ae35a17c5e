import { declareEvent } from '@fanfare/events';
import type { IdentityLevel, StaffRole } from '@fanfare/kernel';

// The subject of each is the account, except where said. None carries an address, a name or a secret.

export const AccountSignedUp = declareEvent('account.signedUp');
export const AccountConfirmationRequested = declareEvent<{ locale: string | null }>('account.confirmationRequested');
/** Its subject is the request: whether an account has the address is looked up by who handles it. */
export const PasswordResetRequested = declareEvent('account.passwordResetRequested');
export const AccountPasswordChanged = declareEvent<{ how: 'CHANGED' | 'RESET' }>('account.passwordChanged');
export const AccountEmailConfirmed = declareEvent('account.emailConfirmed');
export const AccountIdentityChanged = declareEvent<{ from: IdentityLevel; to: IdentityLevel }>('account.identityChanged');
export const RoleGranted = declareEvent<{ role: StaffRole }>('role.granted', { staffAct: true });
export const RoleRevoked = declareEvent<{ role: StaffRole }>('role.revoked', { staffAct: true });

import { declareEvent } from '@fanfare/events';
import type { StaffRole } from '@fanfare/kernel';

// The subject of each is the invitation; none carries the address.

/** Sent, or sent again. */
export const StaffInvited = declareEvent<{ role: StaffRole }>('staff.invited', { staffAct: true });
export const InvitationRevoked = declareEvent<{ role: StaffRole }>('staff.invitationRevoked', { staffAct: true });

/** By the person who was asked. */
export const InvitationAccepted = declareEvent<{ role: StaffRole }>('staff.invitationAccepted');
export const InvitationDeclined = declareEvent<{ role: StaffRole }>('staff.invitationDeclined');

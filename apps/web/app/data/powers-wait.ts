/** Said to the window when the API refused an act of staff because a second factor is missing; see `PowersWaitDialog`. */
export const POWERS_WAIT = 'fanfare:powers-wait';

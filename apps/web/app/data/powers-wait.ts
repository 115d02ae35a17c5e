/**
 * Said to the window when the API refused an act of staff because a second factor is missing. Whoever tells of it prevents the
 * event's default, and nobody else complains; see `PowersWaitDialog`.
 */
export const POWERS_WAIT = 'fanfare:powers-wait';

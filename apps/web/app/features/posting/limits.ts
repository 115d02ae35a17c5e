/** The lengths that the API accepts; it has the last word. */
export const SHORTEST_TITLE = 8;
export const LONGEST_TITLE = 120;
export const SHORTEST_BODY = 20;
export const LONGEST_BODY = 10_000;
export const LONGEST_COMMENT = 5_000;
export const LONGEST_INTEREST_NOTE = 200;

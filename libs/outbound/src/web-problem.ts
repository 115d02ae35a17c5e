/**
 * Why a page could not be read.
 * - `URL`: not an address of the public web, by its looks alone.
 * - `ADDRESS`: it leads somewhere that is not public.
 * - `REDIRECTS`: too many of them.
 * - `TIMEOUT`, `NETWORK`, `STATUS`, `TYPE`, `SIZE`: as they say.
 */
export type WebReason = 'URL' | 'ADDRESS' | 'REDIRECTS' | 'TIMEOUT' | 'NETWORK' | 'STATUS' | 'TYPE' | 'SIZE';

/** A page could not be read. The message names no address: what a resolver answered is nobody's business. */
export class WebProblem extends Error {
  constructor(
    readonly reason: WebReason,
    /** Of an answer that is not 200. */
    readonly status: number | null = null,
    options?: ErrorOptions,
  ) {
    super(status === null ? reason : `${reason} ${status}`, options);
    this.name = 'WebProblem';
  }
}

/**
 * What the web app asks of the process that serves it, and what it offers in return. This file has no imports, so that the
 * process may copy these types or import them as types.
 */

/** One GraphQL answer, as the GraphQL specification shapes it. */
export interface ExecutionOutcome<Result = unknown> {
  data?: Result | null;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

export interface WebServices {
  /** Runs a document inside the process with the rights of the person whose request this is. Never throws for a Problem. */
  execute<Result>(document: string, variables?: Record<string, unknown>): Promise<ExecutionOutcome<Result>>;
  /** The nonce of this response's Content-Security-Policy. */
  nonce: string;
  /** PUBLIC_URL without a slash at its end, for canonical links and previews. */
  origin: string;
  /** Quoted on error pages. */
  requestId: string;
  /** True outside production: `/dev/kit` exists. */
  devTools: boolean;
  /** The bytes of a picture of ours by its path, as everybody may see it; null where there is none. */
  picture(path: string): Promise<Uint8Array | null>;
  /** Where an unexpected error of rendering goes. */
  logError(error: unknown): void;
}

/** Answers any GET or HEAD of a page, its data, a feed or a sitemap. */
export type Handle = (request: Request, services: WebServices) => Promise<Response>;

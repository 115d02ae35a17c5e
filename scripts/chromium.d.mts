/** The path of a Chromium that starts here; see chromium.mjs. */
export function chromiumExecutable(options?: { env?: NodeJS.ProcessEnv; root?: string }): Promise<string>;

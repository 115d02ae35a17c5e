import { mutate } from '~/data/mutate';
import { ProblemError } from '~/data/problem';
import { RequestPasskeyOptionsDocument, type PasskeyPurpose } from '~/graphql/generated/documents';

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof window !== 'undefined' && 'PublicKeyCredential' in window;
}

/**
 * Asks the browser for a passkey.
 * @returns JSON for the API, or null when the person closed the browser's question
 * @throws ProblemError when the API or the browser refuses
 */
export async function usePasskeyFor(purpose: Exclude<PasskeyPurpose, 'ADD'>): Promise<string | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await optionsFor(purpose);
  return answered(() => startAuthentication({ optionsJSON }));
}

/**
 * Offers passkeys among what the browser fills in for the address, and waits until one is chosen.
 * @returns null when the browser does not offer any, or another question took over
 */
export async function offerPasskeys(): Promise<string | null> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await import('@simplewebauthn/browser');
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  const optionsJSON = await optionsFor('SIGN_IN');
  return answered(() => startAuthentication({ optionsJSON, useBrowserAutofill: true }));
}

export async function stopOffering(): Promise<void> {
  const { WebAuthnAbortService } = await import('@simplewebauthn/browser');
  WebAuthnAbortService.cancelCeremony();
}

/** Has the browser make a passkey. Answers as `usePasskeyFor` does. */
export async function makePasskey(): Promise<string | null> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await optionsFor('ADD');
  return answered(() => startRegistration({ optionsJSON }));
}

async function optionsFor(purpose: PasskeyPurpose) {
  const { requestPasskeyOptions } = await mutate(RequestPasskeyOptionsDocument, { input: { purpose } });
  return JSON.parse(requestPasskeyOptions.options);
}

async function answered(ask: () => Promise<object>): Promise<string | null> {
  try {
    return JSON.stringify(await ask());
  } catch (error) {
    const { name, cause } = error as Error & { cause?: Error };
    const what = [name, cause?.name];
    if (what.includes('NotAllowedError') || what.includes('AbortError')) return null;
    throw new ProblemError({ code: what.includes('InvalidStateError') ? 'PASSKEY_EXISTS' : 'PASSKEY_REFUSED', params: {} });
  }
}

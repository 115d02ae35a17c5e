import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

type Handler = ReturnType<Provider['callback']>;

/**
 * A real OpenID provider on loopback that asks nothing: whoever comes is `subject`, with an address it has verified.
 *
 * @returns its address, which the application is told before the provider knows where that is: `open` says so
 */
export async function anIssuer(subject: string) {
  let answer: Handler = async () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'fanfare', clientSecret: 'a secret for tests' };
  return {
    /** For `OIDC_PROVIDERS`. */
    settings: { id: 'example', name: 'Example ID', issuer: url, ...client, scopes: 'openid email' },
    open: (callback: string) => void (answer = handlerOf(url, callback, client, subject)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function handlerOf(url: string, callback: string, client: { clientId: string; clientSecret: string }, subject: string): Handler {
  const configuration: Configuration = {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [callback] }],
    claims: { email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, email: `${sub}@elsewhere.example`, email_verified: true }) }),
  };
  const provider = new Provider(url, configuration);
  const finish: Handler = async (request, response) => {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: subject } });
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid email');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  };
  const rest = provider.callback();
  return async (request, response) => (request.url?.startsWith('/interaction/') ? finish(request, response) : rest(request, response));
}

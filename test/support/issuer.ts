import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

type Handler = ReturnType<Provider['callback']>;

/** What happens at a provider, for a test to change. */
interface Doings {
  /** Who comes next, and whether they decline there. */
  next: { readonly subject: string; readonly declines?: boolean };
  /** What it answers instead of tokens. */
  broken: 'silent' | 'busy' | null;
  /** Whether it has verified somebody's address; undefined where it does not say. */
  readonly verified: (subject: string) => boolean | undefined;
}

const CLIENT = { clientId: 'fanfare', clientSecret: 'a secret for tests' };

/**
 * A real OpenID provider on loopback that asks nothing: whoever comes is `subject`, with an address it has verified, unless said
 * otherwise. Its address is told to the application before the provider knows where that is: `open` says so.
 */
export async function anIssuer(subject: string, verified: Doings['verified'] = () => true) {
  let answer: Handler = async () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const doings: Doings = { next: { subject }, broken: null, verified };
  return Object.assign(doings, {
    /** For `OIDC_PROVIDERS`. */
    settings: { id: 'example', name: 'Example ID', issuer: url, ...CLIENT, scopes: 'openid email' },
    open: (callback: string) => void (answer = handlerOf(url, callback, doings)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}

function configurationFor(callback: string, { verified }: Doings): Configuration {
  const claims = (sub: string) => ({ sub, email: `${sub}@elsewhere.example`, ...(verified(sub) === undefined ? {} : { email_verified: verified(sub) }) });
  return {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [callback] }],
    claims: { email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => claims(sub) }),
  };
}

function handlerOf(url: string, callback: string, doings: Doings): Handler {
  const provider = new Provider(url, configurationFor(callback, doings));
  const finish: Handler = async (request, response) => {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    if (doings.next.declines) return provider.interactionFinished(request, response, { error: 'access_denied' });
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: doings.next.subject } });
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid email');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  };
  const rest = provider.callback();
  return async (request, response) => {
    if (doings.broken && request.url?.startsWith('/token')) return void (doings.broken === 'busy' ? (response as ServerResponse).writeHead(503).end() : request.socket.destroy());
    return request.url?.startsWith('/interaction/') ? finish(request, response) : rest(request, response);
  };
}

import * as oidc from 'openid-client';
import { Strategy } from 'openid-client/passport';
import passport from 'passport';

/** What we remember of a flow between its two halves. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly code_verifier: string;
}

export interface LinkClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly emailVerified: boolean;
}

type Next = (error: unknown) => void;
type Run = (request: object, response: object, next: Next) => void;
type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

const Passport = (passport as unknown as { Passport: new () => passport.Authenticator }).Passport;

/**
 * openid-client's passport strategy, one for each provider: PKCE as it does by itself, and always a state and a nonce too. It
 * is given no web framework's request but what it reads of one; its session is what the caller kept of the flow.
 */
export class LinkStrategy extends Strategy {
  private readonly passport = new Passport();

  constructor(
    configuration: oidc.Configuration,
    private readonly callback: string,
    scope: string,
  ) {
    super({ config: configuration, name: 'link', sessionKey: 'flow', callbackURL: callback, scope }, (tokens, verified) => {
      claimsOf(configuration, tokens).then((claims) => verified(null, claims as unknown as Express.User), (error: unknown) => verified(error));
    });
  }

  /** Where to send the browser, and what to keep until it is back. */
  async leave(): Promise<{ url: string; secrets: FlowSecrets }> {
    const session: { flow?: FlowSecrets } = {};
    const url = await this.run(this.callback, session);
    if (typeof url !== 'string') throw new Error('The provider was asked for nothing');
    return { url, secrets: session.flow! };
  }

  /**
   * What the provider says about whoever came back.
   *
   * @param search the callback's query, as the browser brought it
   * @returns null when they declined
   * @throws Error of openid-client for everything that does not fit what was kept
   */
  async comeBack(search: string, secrets: FlowSecrets): Promise<LinkClaims | null> {
    const claims = await this.run(`${this.callback}${search}`, { flow: secrets });
    if (typeof claims === 'string') throw new Error('The answer holds neither a code nor a refusal');
    return claims as LinkClaims | null;
  }

  override authorizationRequestParams(...args: Parameters<Strategy['authorizationRequestParams']>): URLSearchParams {
    const parameters = new URLSearchParams(super.authorizationRequestParams(...args));
    parameters.set('state', oidc.randomState());
    parameters.set('nonce', oidc.randomNonce());
    return parameters;
  }

  override currentUrl(request: Parameters<Strategy['currentUrl']>[0]): URL {
    return new URL(request.url);
  }

  /** An address to go to, claims, or null for a refusal by the person. */
  private run(url: string, session: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      let location: string | null = null;
      const response = {
        setHeader: (name: string, value: string) => void (name.toLowerCase() === 'location' && (location = value)),
        end: () => resolve(location),
      };
      const finish = (error: unknown, claims: unknown) => (error ? reject(error as Error) : resolve(claims || null));
      const run = this.passport.authenticate(this as never, { session: false }, finish) as Run;
      run({ method: 'GET', url, session }, response, reject);
    });
  }
}

/** Claims about the address come in the ID token or from the user-info endpoint, as the provider likes it. */
async function claimsOf(configuration: oidc.Configuration, tokens: Tokens): Promise<LinkClaims> {
  const claims = tokens.claims();
  if (!claims) throw new Error('The provider sent no ID token');
  const more = 'email_verified' in claims ? claims : await userInfo(configuration, tokens, claims.sub);
  return { issuer: claims.iss, subject: claims.sub, emailVerified: more['email_verified'] === true };
}

async function userInfo(configuration: oidc.Configuration, { access_token: token }: Tokens, subject: string): Promise<Readonly<Record<string, unknown>>> {
  return configuration.serverMetadata().userinfo_endpoint ? oidc.fetchUserInfo(configuration, token, subject) : {};
}

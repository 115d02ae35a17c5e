import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config, type OidcProvider, Problem } from '@fanfare/kernel';
import * as oidc from 'openid-client';
import { LinkStrategy } from './link-strategy.js';

/** How long a provider may take to answer anything. */
const DEADLINE_SECONDS = 5;

/** The providers that the operator set, each asked about itself at its first use. */
@Injectable()
export class LinkProviders {
  private readonly log = new Logger('LinkProviders');
  private readonly strategies = new Map<string, Promise<LinkStrategy>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get all(): readonly OidcProvider[] {
    return this.config.oidcProviders;
  }

  /** @throws Problem `NOT_FOUND` for one that nobody set */
  require(id: string): OidcProvider {
    const provider = this.all.find((one) => one.id === id);
    if (!provider) throw new Problem('NOT_FOUND', { what: 'provider' });
    return provider;
  }

  /** @throws Problem `PROVIDER_UNAVAILABLE` while it does not answer, or not as itself; the next call asks again */
  async strategyOf(provider: OidcProvider): Promise<LinkStrategy> {
    const known = this.strategies.get(provider.id) ?? this.discover(provider);
    this.strategies.set(provider.id, known);
    try {
      return await known;
    } catch (error) {
      this.strategies.delete(provider.id);
      this.log.warn(`${provider.id}: ${String(error)}`);
      throw new Problem('PROVIDER_UNAVAILABLE', { provider: provider.name }, { cause: error });
    }
  }

  private async discover(provider: OidcProvider): Promise<LinkStrategy> {
    const issuer = new URL(provider.issuer);
    const options = { timeout: DEADLINE_SECONDS, ...(issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}) };
    const configuration = await oidc.discovery(issuer, provider.clientId, provider.clientSecret, undefined, options);
    return new LinkStrategy(configuration, `${this.config.publicUrl}/link/${provider.id}/callback`, provider.scopes);
  }
}

import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, AccountLoaders, IdentityModel, type ViewerModel } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { EvidenceRow } from '../evidence.row.js';
import { ProfileUrls } from './profile-urls.js';
import { LinkWebsiteInput, LinkWebsitePayload } from './website.inputs.js';
import { WebsitesService } from './websites.service.js';

@Access('SIGNED_IN')
@Resolver(() => IdentityModel)
export class WebsitesResolver {
  constructor(
    private readonly websites: WebsitesService,
    private readonly profiles: ProfileUrls,
    private readonly accounts: AccountLoaders,
  ) {}

  @Mutation(() => LinkWebsitePayload, { description: 'Reads a page that links to one’s profile with rel="me", and lets it prove the account. It is read again each month.' })
  async linkWebsite(@Args('input') { url }: LinkWebsiteInput, @Ctx() context: RequestContext): Promise<{ evidence: EvidenceRow; viewer: ViewerModel }> {
    const evidence = await this.websites.link(context, url);
    return { evidence, viewer: await this.accounts.viewer(context) };
  }

  @ResolveField(() => [String], { description: 'The viewer’s profiles: what a website of theirs links to with rel="me", any of them.' })
  async profileUrls(@Parent() { accountId }: IdentityModel, @Ctx() context: RequestContext): Promise<string[]> {
    return accountId === context.actor.accountId ? this.profiles.of(accountId) : [];
  }
}

import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { CONFIG, type Config } from '@fanfare/kernel';
import { Access } from './access.decorator.js';
import { SetUpDeploymentInput } from './account.inputs.js';
import { AccountLoaders } from './account.loaders.js';
import { DeploymentModel } from './account.model.js';
import { SetUpDeploymentPayload } from './account.payloads.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import { VERSION } from './version.js';

@Resolver(() => DeploymentModel)
export class DeploymentResolver {
  constructor(
    private readonly setup: SetupService,
    private readonly sessions: SessionService,
    private readonly loaders: AccountLoaders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Access('PUBLIC')
  @Query(() => DeploymentModel)
  async deployment(): Promise<DeploymentModel> {
    const devMailbox = !this.config.production && !this.config.smtpUrl;
    return { needsSetup: await this.setup.isNeeded(), devMailbox, version: VERSION };
  }

  @Access('PUBLIC')
  @Mutation(() => SetUpDeploymentPayload, { description: 'Makes the first operator, by the link that was printed at start. It works once.' })
  async setUpDeployment(@Args('input') { setupToken, ...input }: SetUpDeploymentInput, @Ctx() context: RequestContext): Promise<SetUpDeploymentPayload> {
    const opened = await this.setup.setUp(setupToken, input, context);
    const token = await this.sessions.handOver(opened, context);
    const viewer = await this.loaders.viewer(context);
    return { token, viewer, account: viewer.account };
  }
}

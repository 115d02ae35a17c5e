import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, DeploymentModel } from '@fanfare/access';
import { Ctx, CurrentActor, FewPerRequest, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { DeploymentHealthModel, SendTestMailInput, SendTestMailPayload } from './deployment-health.model.js';
import { HealthReport } from './health-report.js';
import { TestMail } from './test-mail.js';

const once = new FewPerRequest('health', 1);

/** How the deployment is, for whoever runs it. */
@Resolver(() => DeploymentModel)
export class DeploymentHealthResolver {
  constructor(private readonly report: HealthReport) {}

  @Access('OPERATOR')
  @ResolveField(() => DeploymentHealthModel, { nullable: true, description: 'For whoever runs the deployment.' })
  health(@Ctx() context: RequestContext): Promise<DeploymentHealthModel> {
    once.count(context);
    return this.report.now();
  }
}

@Resolver()
export class TestMailResolver {
  constructor(private readonly mails: TestMail) {}

  @Access('OPERATOR')
  @Mutation(() => SendTestMailPayload, { description: 'Sends a mail to one’s own address, at once.' })
  sendTestMail(@Args('input') input: SendTestMailInput, @CurrentActor() actor: Actor): Promise<SendTestMailPayload> {
    return this.mails.send(actor, input.locale ?? null);
  }
}

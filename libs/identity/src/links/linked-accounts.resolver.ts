import { Args, Field, ID, InputType, Mutation, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, IdentityModel } from '@fanfare/access';
import { CurrentActor } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { IsString, MaxLength } from 'class-validator';
import { LinkedAccountsService } from './linked-accounts.service.js';
import { LinkProviders } from './link-providers.js';

@ObjectType('LinkProvider', { description: 'Where people may have an account that says something about them.' })
export class LinkProviderModel {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;
}

@InputType()
export class LinkAccountInput {
  @IsString()
  @MaxLength(40)
  @Field(() => ID)
  provider: string;
}

@ObjectType()
export class LinkAccountPayload {
  @Field({ description: 'At the provider: send the browser there, with the session it has here. It comes back to /settings/identity.' })
  url: string;
}

@Access('SIGNED_IN')
@Resolver()
export class LinkedAccountsResolver {
  constructor(private readonly links: LinkedAccountsService) {}

  @Mutation(() => LinkAccountPayload, { description: 'Begins to show an account elsewhere as evidence. Nobody signs in by it.' })
  async linkAccount(@Args('input') { provider }: LinkAccountInput, @CurrentActor() actor: Actor): Promise<LinkAccountPayload> {
    return { url: await this.links.begin(actor, provider) };
  }
}

@Access('SIGNED_IN')
@Resolver(() => IdentityModel)
export class LinkProvidersResolver {
  constructor(private readonly providers: LinkProviders) {}

  @ResolveField('linkProviders', () => [LinkProviderModel], { description: 'As the operator set them; none when they set none.' })
  linkProviders(): LinkProviderModel[] {
    return this.providers.all.map(({ id, name }) => ({ id, name }));
  }
}

import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { Database } from '@fanfare/database';
import { Access } from '../access.decorator.js';
import type { AccountRow } from '../account.js';
import { AccountLoaders } from '../account.loaders.js';
import { ViewerModel } from '../account.model.js';
import { SessionService } from '../session.service.js';
import { SignInService } from '../sign-in.service.js';
import { AccountSecurityService } from './account-security.service.js';
import { FreshProofService } from './fresh-proof.service.js';
import type { PasskeyRow } from './passkey.row.js';
import { type Factors, SecondFactorsService } from './second-factors.service.js';
import {
  AddPasskeyInput,
  ConfirmTotpInput,
  RemovePasskeyInput,
  RemoveTotpInput,
  RenamePasskeyInput,
  RenewProofInput,
  RenewRecoveryCodesInput,
  RequestPasskeyOptionsInput,
  SetUpTotpInput,
  SignInWithPasskeyInput,
} from './security.inputs.js';
import {
  AccountSecurityModel,
  AddPasskeyPayload,
  ConfirmTotpPayload,
  PasskeyModel,
  RemovePasskeyPayload,
  RemoveTotpPayload,
  RenamePasskeyPayload,
  RenewProofPayload,
  RenewRecoveryCodesPayload,
  RequestPasskeyOptionsPayload,
  SetUpTotpPayload,
  SignInWithPasskeyPayload,
} from './security.model.js';
import { StaffSecondFactorService } from './staff-second-factor.service.js';

@Resolver()
export class SecurityResolver {
  constructor(
    private readonly security: AccountSecurityService,
    private readonly proof: FreshProofService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly loaders: AccountLoaders,
  ) {}

  @Access('PUBLIC')
  @Mutation(() => RequestPasskeyOptionsPayload, { description: 'What to ask the browser for; its answer goes to signIn, signInWithPasskey, renewProof or addPasskey.' })
  async requestPasskeyOptions(@Args('input') { purpose }: RequestPasskeyOptionsInput, @Ctx() context: RequestContext): Promise<RequestPasskeyOptionsPayload> {
    return { options: await this.security.passkeyOptions(purpose, context) };
  }

  @Access('PUBLIC')
  @Mutation(() => SignInWithPasskeyPayload, { description: 'By a passkey alone: it recognises its owner, and so stands for both factors.' })
  async signInWithPasskey(@Args('input') { response }: SignInWithPasskeyInput, @Ctx() context: RequestContext): Promise<SignInWithPasskeyPayload> {
    const opened = await this.signIns.openByPasskey(response, context);
    const token = await this.sessions.handOver(opened, context);
    return { token, viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RenewProofPayload, { description: 'Proves anew that whoever is signed in owns the account; good for ten minutes, as signing in is.' })
  async renewProof(@Args('input') input: RenewProofInput, @Ctx() context: RequestContext): Promise<RenewProofPayload> {
    await this.proof.renew(input, context);
    return { viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => AddPasskeyPayload, { description: 'With the first second factor all other sessions end.' })
  async addPasskey(@Args('input') { response, name }: AddPasskeyInput, @Ctx() context: RequestContext): Promise<AddPasskeyPayload> {
    const recoveryCodes = await this.security.addPasskey(response, name, context);
    return { recoveryCodes, viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RenamePasskeyPayload)
  async renamePasskey(@Args('input') { passkey, name }: RenamePasskeyInput, @Ctx() context: RequestContext): Promise<RenamePasskeyPayload> {
    await this.security.renamePasskey(passkey, name, context);
    return { viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RemovePasskeyPayload)
  async removePasskey(@Args('input') { passkey }: RemovePasskeyInput, @Ctx() context: RequestContext): Promise<RemovePasskeyPayload> {
    await this.security.removePasskey(passkey, context);
    return { viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => SetUpTotpPayload, { description: 'A secret for an authenticator app. One in force stays so until the fresh one is confirmed.' })
  async setUpTotp(@Args('input') { label }: SetUpTotpInput, @Ctx() context: RequestContext): Promise<SetUpTotpPayload> {
    return { setUp: await this.security.setUpTotp(label ?? null, context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => ConfirmTotpPayload, { description: 'With the first second factor all other sessions end.' })
  async confirmTotp(@Args('input') { code }: ConfirmTotpInput, @Ctx() context: RequestContext): Promise<ConfirmTotpPayload> {
    const recoveryCodes = await this.security.confirmTotp(code, context);
    return { recoveryCodes, viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RemoveTotpPayload)
  async removeTotp(@Args('input') { since }: RemoveTotpInput, @Ctx() context: RequestContext): Promise<RemoveTotpPayload> {
    await this.security.removeTotp(since ?? null, context);
    return { viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RenewRecoveryCodesPayload)
  async renewRecoveryCodes(@Args('input') { count }: RenewRecoveryCodesInput, @Ctx() context: RequestContext): Promise<RenewRecoveryCodesPayload> {
    const recoveryCodes = await this.security.renewRecoveryCodes(count ?? undefined, context);
    return { recoveryCodes, viewer: await this.loaders.viewer(context) };
  }
}

@Resolver(() => ViewerModel)
export class ViewerSecurityResolver {
  @Access('SIGNED_IN')
  @ResolveField('security', () => AccountSecurityModel)
  securityOf(@Parent() { account }: { account: AccountRow }): Pick<AccountSecurityModel, 'accountId'> {
    return { accountId: account.id };
  }
}

type Whose = Pick<AccountSecurityModel, 'accountId'>;

/** Each field costs its own question, and every page asks for the deadline alone. */
@Access('SIGNED_IN')
@Resolver(() => AccountSecurityModel)
export class AccountSecurityResolver {
  constructor(
    private readonly database: Database,
    private readonly security: AccountSecurityService,
    private readonly factors: SecondFactorsService,
    private readonly proof: FreshProofService,
    private readonly staff: StaffSecondFactorService,
  ) {}

  @ResolveField(() => [PasskeyModel])
  passkeys(@Parent() { accountId }: Whose): Promise<PasskeyRow[]> {
    return this.security.passkeysOf(accountId);
  }

  @ResolveField(() => Date, { nullable: true })
  async totpSince(@Parent() whose: Whose, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await this.factorsOf(whose, context)).totpSince;
  }

  @ResolveField(() => Int)
  async recoveryCodesLeft(@Parent() whose: Whose, @Ctx() context: RequestContext): Promise<number> {
    return (await this.factorsOf(whose, context)).recoveryCodes;
  }

  @ResolveField(() => Date, { nullable: true })
  provenUntil(@Ctx() { actor }: RequestContext): Promise<Date | null> {
    return this.proof.until(actor);
  }

  @ResolveField(() => Date, { nullable: true })
  async staffDeadline(@Parent() whose: Whose, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await this.dueOf(whose, context))?.at ?? null;
  }

  @ResolveField(() => Boolean)
  async staffHeld(@Parent() whose: Whose, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.dueOf(whose, context))?.isOver ?? false;
  }

  private factorsOf({ accountId }: Whose, context: RequestContext): Promise<Factors> {
    return context.once(this.factors, () => this.factors.of(this.database.reader, accountId));
  }

  /** Most people have no power that could wait: they cost no question. */
  private async dueOf({ accountId }: Whose, context: RequestContext) {
    const { grants, isOperator, held } = context.actor;
    if (grants.length === 0 && !isOperator && !held) return null;
    return context.once(this.staff, () => this.staff.dueOf(accountId));
  }
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { Access } from './access.decorator.js';
import {
  ChangePasswordInput,
  ConfirmEmailInput,
  EndSessionsInput,
  RequestPasswordResetInput,
  ResendConfirmationInput,
  ResetPasswordInput,
  SignInInput,
  SignOutInput,
  SignUpInput,
  UpdateAccountInput,
} from './account.inputs.js';
import { AccountLoaders } from './account.loaders.js';
import { ViewerModel } from './account.model.js';
import {
  ChangePasswordPayload,
  ConfirmEmailPayload,
  EndSessionsPayload,
  RequestPasswordResetPayload,
  ResendConfirmationPayload,
  ResetPasswordPayload,
  SignInPayload,
  SignOutPayload,
  SignUpPayload,
  UpdateAccountPayload,
} from './account.payloads.js';
import { AccountPasswordsService } from './account-passwords.service.js';
import { AccountsService } from './accounts.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly passwords: AccountPasswordsService,
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
    private readonly loaders: AccountLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => ViewerModel, { nullable: true, description: 'Whoever asks; null when signed out.' })
  viewer(@Ctx() context: RequestContext): Promise<ViewerModel> | null {
    return context.actor.accountId ? this.loaders.viewer(context) : null;
  }

  @Access('PUBLIC')
  @Mutation(() => SignUpPayload, { description: 'Always begins a fresh anonymous account; the address becomes its own by confirmEmail.' })
  async signUp(@Args('input') input: SignUpInput, @Ctx() context: RequestContext): Promise<SignUpPayload> {
    const opened = await this.accounts.signUp(input, context);
    const token = await this.sessions.handOver(opened, context);
    return { token, viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => ConfirmEmailPayload, { description: 'By the code that was sent to the address; never an address that another account confirmed.' })
  async confirmEmail(@Args('input') input: ConfirmEmailInput, @Ctx() context: RequestContext): Promise<ConfirmEmailPayload> {
    await this.accounts.confirmEmail(context.actor, input.code, context.http.ip);
    return { viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => ResendConfirmationPayload)
  async resendConfirmation(@Args('input') input: ResendConfirmationInput, @Ctx() context: RequestContext): Promise<ResendConfirmationPayload> {
    await this.accounts.resendConfirmation(context.actor, input.locale ?? null, context.http.ip);
    return { sent: true };
  }

  /** The guard has held address and password against passport's local strategy: the actor is who they are. */
  @Access('PASSWORD')
  @Mutation(() => SignInPayload, { description: 'An account with a second factor answers SECOND_FACTOR_REQUIRED: ask again with what it shows.' })
  async signIn(@Args('input') input: SignInInput, @Ctx() context: RequestContext): Promise<SignInPayload> {
    const opened = await this.signIns.open(context, input);
    const token = await this.sessions.handOver(opened, context);
    return { token, viewer: await this.loaders.viewer(context) };
  }

  @Access('PUBLIC')
  @Mutation(() => SignOutPayload)
  async signOut(@Args('input') input: SignOutInput, @Ctx() context: RequestContext): Promise<SignOutPayload> {
    return { signedOut: await this.sessions.end(context, input.everywhere ?? false) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => EndSessionsPayload, { description: 'Signs out elsewhere: at one place, or everywhere but here.' })
  async endSessions(@Args('input') { session }: EndSessionsInput, @Ctx() context: RequestContext): Promise<EndSessionsPayload> {
    const ended = await this.sessions.endElsewhere(context.actor, session ?? null);
    return { ended, viewer: await this.loaders.viewer(context) };
  }

  @Access('PUBLIC')
  @Mutation(() => RequestPasswordResetPayload, { description: 'A mail goes to the account that confirmed the address, if there is one.' })
  async requestPasswordReset(@Args('input') input: RequestPasswordResetInput, @Ctx() context: RequestContext): Promise<RequestPasswordResetPayload> {
    await this.passwords.requestReset(input.email, context.http.ip);
    return { sent: true };
  }

  @Access('PUBLIC')
  @Mutation(() => ResetPasswordPayload, { description: 'By the code from the mail. All sessions end.' })
  async resetPassword(@Args('input') input: ResetPasswordInput, @Ctx() context: RequestContext): Promise<ResetPasswordPayload> {
    await this.passwords.reset(input, context.http.ip);
    return { done: true };
  }

  @Access('SIGNED_IN')
  @Mutation(() => ChangePasswordPayload, { description: 'All other sessions end.' })
  async changePassword(@Args('input') input: ChangePasswordInput, @Ctx() context: RequestContext): Promise<ChangePasswordPayload> {
    const opened = await this.passwords.change(input.current, input.password, context);
    const token = await this.sessions.handOver(opened, context);
    return { token, viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => UpdateAccountPayload)
  async updateAccount(@Args('input') input: UpdateAccountInput, @Ctx() context: RequestContext): Promise<UpdateAccountPayload> {
    await this.accounts.update(context.actor, input, context.http.ip);
    return { viewer: await this.loaders.viewer(context) };
  }
}

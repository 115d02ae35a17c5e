import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MailModule } from '@fanfare/mail';
import { AccessGuard } from './access.guard.js';
import { AccountFieldsResolver, ViewerFieldsResolver } from './account.fields.resolver.js';
import { AccountLoaders } from './account.loaders.js';
import { AccountMails } from './account.mails.js';
import { AccountPasswordsService } from './account-passwords.service.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { ActivityService } from './activity.service.js';
import { ActorChanges } from './actor-changes.js';
import { AddressSalt } from './address-salt.js';
import { AttemptsService } from './attempts.service.js';
import { Authentication } from './authentication.js';
import { CodesService } from './codes.service.js';
import { DeploymentResolver } from './deployment.resolver.js';
import { Hasher } from './hasher.js';
import { AccessHousekeeping } from './housekeeping.js';
import { AccessPersonalData } from './access.personal-data.js';
import { PasswordsService } from './passwords.service.js';
import { RestrictionsService } from './restrictions.service.js';
import { RoleHistory } from './role-history.js';
import { PersonalAllowance } from './personal-allowance.js';
import { PersonalData } from './personal-data.js';
import { RolesService } from './roles.service.js';
import { SessionService } from './session.service.js';
import { AccountSecurityService } from './second-factor/account-security.service.js';
import { ChallengesService } from './second-factor/challenges.service.js';
import { FreshProofService } from './second-factor/fresh-proof.service.js';
import { PasskeyChecks } from './second-factor/passkey-checks.js';
import { RecoveryCodesService } from './second-factor/recovery-codes.service.js';
import { SecondFactorRecovery } from './second-factor/second-factor-recovery.js';
import { SecondFactorsService } from './second-factor/second-factors.service.js';
import { SecretBox } from './second-factor/secret-box.js';
import { AccountSecurityResolver, SecurityResolver, ViewerSecurityResolver } from './second-factor/security.resolver.js';
import { StaffSecondFactorService } from './second-factor/staff-second-factor.service.js';
import { TestAccountsService } from './test-accounts.service.js';
import { TotpService } from './second-factor/totp.service.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';

const services = [AccountsService, AccountPasswordsService, RolesService, RoleHistory, SessionService, SetupService, AccountLoaders, ActivityService, ActorChanges, PersonalAllowance, PersonalData, RestrictionsService, SecretBox, SecondFactorRecovery, StaffSecondFactorService, TestAccountsService];
const workings = [
  AccessPersonalData,
  AddressSalt,
  AttemptsService,
  Authentication,
  CodesService,
  Hasher,
  PasswordsService,
  SignInService,
  AccountMails,
  AccessHousekeeping,
];
const secondFactor = [
  AccountSecurityService,
  ChallengesService,
  FreshProofService,
  PasskeyChecks,
  RecoveryCodesService,
  SecondFactorsService,
  TotpService,
];
const resolvers = [AccountsResolver, AccountFieldsResolver, ViewerFieldsResolver, SecurityResolver, ViewerSecurityResolver, AccountSecurityResolver, DeploymentResolver];

@Module({
  imports: [MailModule],
  providers: [...services, ...workings, ...secondFactor, ...resolvers, AccessGuard, { provide: APP_GUARD, useExisting: AccessGuard }],
  exports: [...services, AttemptsService, Hasher],
})
export class AccessModule {}

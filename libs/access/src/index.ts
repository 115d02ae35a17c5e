export { Access, accessOf, type AccessRule } from './access.decorator.js';
export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
export { type AccountRow, emailOf, localeOf } from './account.js';
export * from './account.events.js';
export { AccountLoaders } from './account.loaders.js';
export {
  AccountModel,
  DeploymentModel,
  IdentityLevelEnum,
  IdentityModel,
  StaffRoleEnum,
  ViewerModel,
} from './account.model.js';
export { AccountPasswordsService } from './account-passwords.service.js';
export { ActorChanges } from './actor-changes.js';
export { ActivityService } from './activity.service.js';
export { AccountsService, type NewAccount, type TrustedAccount } from './accounts.service.js';
export { type Activity, ACTIVITY_LIMITS, ANONYMOUS_COST, ATTEMPT_LIMITS } from './attempts.limits.js';
export { type Attempt, AttemptsService } from './attempts.service.js';
export { Hasher } from './hasher.js';
export { RoleHistory, type RoleHistoryRow } from './role-history.js';
export { PersonalAllowance } from './personal-allowance.js';
export { type ExportSection, type Leaving, PersonalData, type PersonalRecords } from './personal-data.js';
export * from './restriction.events.js';
export { inForceSql } from './restriction.row.js';
export { type Imposition, RestrictionsService } from './restrictions.service.js';
export { type GrantRow, type RoleChange, RolesService } from './roles.service.js';
export { isFromOurPages } from './session-credential.js';
export { type OpenedSession, SESSION_MS, SessionService } from './session.service.js';
export { deploymentPowerDueSql, HAS_SECOND_FACTOR, LONGEST_GRACE_DAYS, StaffSecondFactorService, USUAL_GRACE_DAYS } from './second-factor/staff-second-factor.service.js';
export { SecondFactorRecovery } from './second-factor/second-factor-recovery.js';
export { SecretBox } from './second-factor/secret-box.js';
export { SetupService } from './setup.service.js';
export { type TestAccount, TestAccountsService } from './test-accounts.service.js';
export { VERSION } from './version.js';

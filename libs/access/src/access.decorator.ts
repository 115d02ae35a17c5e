import { SetMetadata } from '@nestjs/common';

/**
 * Who may call a field at all; finer rules live in the services' policies.
 * - `PUBLIC`: anybody.
 * - `SIGNED_IN`: whoever has an account and a session.
 * - `OPERATOR`: who runs the deployment.
 * - `PASSWORD`: whoever proves the address and password of the field's input. It is how a session begins.
 */
export type AccessRule = 'PUBLIC' | 'SIGNED_IN' | 'OPERATOR' | 'PASSWORD';

const ACCESS = 'fanfare:access';

/** Says who may call a resolver's method, or all methods of a class. Root fields without it are refused to everybody. */
export const Access = (rule: AccessRule) => SetMetadata(ACCESS, rule);

/** What `@Access` says about a method: its own rule, else its class's, else undefined. */
export function accessOf(target: object, method: string | symbol): AccessRule | undefined {
  const type = typeof target === 'function' ? target : target.constructor;
  const handler = (type.prototype as Record<string | symbol, unknown>)[method];
  return ruleOn(handler) ?? ruleOn(type);
}

/** The rule kept on one function or class. */
export function ruleOn(holder: unknown): AccessRule | undefined {
  if (typeof holder !== 'function') return undefined;
  return Reflect.getMetadata(ACCESS, holder) as AccessRule | undefined;
}

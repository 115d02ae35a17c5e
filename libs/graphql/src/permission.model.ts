import { Field, ObjectType } from '@nestjs/graphql';
import type { Decision, ProblemCode } from '@fanfare/kernel';
import { ProblemCodeEnum } from './problem-errors.js';

/** Whether the reader may do a thing, so that a page can say why not before they try. */
@ObjectType('Permission')
export class PermissionModel {
  @Field()
  allowed: boolean;

  @Field(() => ProblemCodeEnum, { nullable: true })
  reason: ProblemCode | null;
}

export function permissionOf(decision: Decision): PermissionModel {
  return decision.allowed ? { allowed: true, reason: null } : { allowed: false, reason: decision.reason };
}

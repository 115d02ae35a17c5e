import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { RecordedEvent } from '@fanfare/events';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @IsOptional()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'The handle of who acted.' })
  actor?: string | null;

  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(100, { each: true })
  @Field(() => [String], { nullable: true, description: 'Kinds of acts, as `auditKinds` names them.' })
  kind?: string[] | null;
}

@ObjectType('AuditFact', { description: 'One thing that is known of an act: an id, a status, a number.' })
export class AuditFactModel {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType('AuditEntry', { description: 'An act of staff.' })
export class AuditEntryModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Such as `role.granted`.' })
  kind: string;

  @Field()
  at: Date;

  @Field(() => ID, { nullable: true, description: 'What it was done to: an idea, an account, a member, an invitation …' })
  subjectId: string | null;
}

/** An act as it is read from the log. */
export type AuditEntry = RecordedEvent;

/** Ids under which a thing may stand in an act: its subject, or a fact of one of these names. */
export function idsIn(entry: AuditEntry, ...names: string[]): string[] {
  const facts = names.map((name) => entry.payload[name]);
  return [entry.subjectId, ...facts].filter((id): id is string => typeof id === 'string' && UUID.test(id));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@ObjectType()
export class AuditEntryConnection extends ConnectionType(AuditEntryModel, 'AuditEntry') {}

import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { type Actor, hasRole, Problem } from '@fanfare/kernel';
import { leafText } from './entry.js';
import type { LogBodies, LogEntryKind } from './log-body.js';
import {
  LogAppealModel,
  LogCommitmentModel,
  LogDecisionModel,
  LogEndModel,
  LogEntryModel,
  LogHeadModel,
  LogKeyModel,
  LogOpeningModel,
  LogSecondModel,
} from './log.model.js';
import { LogQueries } from './log.queries.js';
import type { LogEntryRow, LogHeadRow } from './log.row.js';

@Resolver(() => LogEntryModel)
export class LogEntryFieldsResolver {
  constructor(private readonly queries: LogQueries) {}

  @ResolveField(() => LogDecisionModel, { nullable: true })
  decision(@Parent() entry: LogEntryRow) {
    const body = bodyOf(entry, 'DECISION');
    return body && { ...body, startsAt: date(body.startsAt), endsAt: date(body.endsAt) };
  }

  @ResolveField(() => LogSecondModel, { nullable: true })
  second(@Parent() entry: LogEntryRow) {
    return bodyOf(entry, 'SECOND');
  }

  @ResolveField(() => LogEndModel, { nullable: true })
  ended(@Parent() entry: LogEntryRow) {
    const body = bodyOf(entry, 'DECISION_ENDED');
    return body && { ...body, endedAt: date(body.endedAt) };
  }

  @ResolveField(() => LogAppealModel, { nullable: true })
  appeal(@Parent() entry: LogEntryRow) {
    const body = bodyOf(entry, 'APPEAL');
    return body && { ...body, openedAt: date(body.openedAt) };
  }

  @ResolveField(() => LogKeyModel, { nullable: true })
  key(@Parent() entry: LogEntryRow) {
    const body = bodyOf(entry, 'KEY');
    return body && { ...body, endorsed: body.endorsement !== null };
  }

  @ResolveField(() => [LogCommitmentModel])
  commitments(@Parent() { commitments }: LogEntryRow) {
    return Object.entries(commitments).map(([name, hash]) => ({ name, hash }));
  }

  @ResolveField(() => String, { description: 'The text that the leaf hash is made of: canonical JSON of everything public.' })
  leaf(@Parent() entry: LogEntryRow): string {
    return leafText(entry);
  }

  @ResolveField(() => String, { description: 'SHA-256 as RFC 9162 has it for leaves, in hex.' })
  leafHash(@Parent() { leafHash }: LogEntryRow): string {
    return leafHash.toString('hex');
  }

  @ResolveField(() => String)
  keyId(@Parent() { keyId }: LogEntryRow): string {
    return keyId.toString('hex');
  }

  @ResolveField(() => String, { description: 'Ed25519, in hex.' })
  signature(@Parent() { signature }: LogEntryRow): string {
    return signature.toString('hex');
  }

  @Access('SIGNED_IN')
  @ResolveField(() => [LogOpeningModel], { nullable: true, description: 'What opens its commitments, as far as it was not erased; for whom the entry concerns, and for moderators.' })
  async openings(@Parent() { log, index }: LogEntryRow, @CurrentActor() actor: Actor, @Ctx() context: RequestContext) {
    FEW_LISTS.count(context);
    const secrets = await this.queries.secrets(log, index);
    const mayRead = hasRole(actor, log, 'MODERATOR') || secrets.some(({ accountId }) => accountId !== null && accountId === actor.accountId);
    if (!mayRead) throw new Problem('NOT_ALLOWED');
    return secrets.map(({ name, salt, text }) => ({ name, salt: salt.toString('hex'), text }));
  }
}

@Resolver(() => LogHeadModel)
export class LogHeadFieldsResolver {
  @ResolveField(() => String, { description: 'In hex.' })
  root(@Parent() { root }: LogHeadRow): string {
    return root.toString('hex');
  }

  @ResolveField(() => String)
  keyId(@Parent() { keyId }: LogHeadRow): string {
    return keyId.toString('hex');
  }

  @ResolveField(() => String, { description: 'Ed25519, in hex.' })
  signature(@Parent() { signature }: LogHeadRow): string {
    return signature.toString('hex');
  }
}

function bodyOf<Kind extends LogEntryKind>(entry: LogEntryRow, kind: Kind): LogBodies[Kind] | null {
  return entry.kind === kind ? (entry.body as unknown as LogBodies[Kind]) : null;
}

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

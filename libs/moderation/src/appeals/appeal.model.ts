import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { type Appellant, AppellantEnum, type Decider, DeciderEnum } from '../moderation.enums.js';
import { APPEAL_STATES, type AppealState } from './appeal.row.js';

export const AppealStateEnum = Object.fromEntries(APPEAL_STATES.map((state) => [state, state])) as { [state in AppealState]: state };
registerEnumType(AppealStateEnum, { name: 'AppealState', description: 'Waits; or what became of the decision: it stands, fell, or another one took its place.' });

@ObjectType('Appeal', { description: 'Against what was decided at one time about an item. For whoever made it, and for moderators; decided by somebody who took no part.' })
export class AppealModel {
  @Field(() => ID)
  id: string;

  @Field(() => AppellantEnum)
  as: Appellant;

  @Field(() => Int, { description: 'The first or the second: two refused ones end the matter here.' })
  round: number;

  @Field()
  openedAt: Date;

  @Field({ description: 'Until when an answer is promised.' })
  dueAt: Date;

  @Field(() => AppealStateEnum)
  state: AppealState;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => DeciderEnum, { nullable: true })
  decidedAs: Decider | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so. Null while it waits, and once erased.' })
  reasons: string | null;
}

@ObjectType()
export class AppealConnection extends ConnectionType(AppealModel, 'Appeal') {}

@ObjectType('AppealMessage', { description: 'To the appellant, moderators speak as one.' })
export class AppealMessageModel {
  @Field(() => ID)
  id: string;

  @Field()
  byModeration: boolean;

  @Field({ description: 'Plain text.' })
  body: string;

  @Field()
  writtenAt: Date;
}

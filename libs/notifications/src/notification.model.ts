import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import { type IdeaStatus, IdeaStatusEnum } from '@fanfare/ideas';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsOptional, IsUUID } from 'class-validator';
import { MAIL_PACES, type MailPace, NOTIFICATION_KINDS, NOTIFICATION_REASONS, type NotificationKind, type NotificationReason } from './notification.kinds.js';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const NotificationKindEnum = enumOf(NOTIFICATION_KINDS);
export const NotificationReasonEnum = enumOf(NOTIFICATION_REASONS);
export const MailPaceEnum = enumOf(MAIL_PACES);

registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What happened: staff answered an idea; it reached a rung; its time ran out; it was merged, or is its own again; its text changed since one’s vote; somebody replied, mentioned one, commented; one is credited; an idea was posted by or in what one follows; somebody follows one; a merge is contested, or that was decided; whom one follows shows a creation; somebody responds to one’s creation, builds on it, appreciates it; somebody asks to join a circle one looks after; one was let in, or not, or sent away; a circle elects, or has elected, who speaks for it; the brand recognises it; a proof of who one is runs out soon, or no longer counts; somebody of the team vouches for one’s name; wrong purchase codes are tried in numbers; moderators decided about one, or warned one; a report of one’s own was judged; moderators answered one’s appeal, or it was decided; something waits for moderators; a reward came, or was taken back, or a perk is on its way.',
});
registerEnumType(NotificationReasonEnum, { name: 'NotificationReason', description: 'Why one is told; of several reasons the first in this order.' });
registerEnumType(MailPaceEnum, { name: 'MailPace', description: 'By mail: never, with the daily digest, or at once.' });

@ObjectType('Notification', { description: 'One matter, told to the reader. What it points at is as it is now, and null when they may no longer know of it.' })
export class NotificationModel {
  @Field(() => ID)
  id: string;

  @Field(() => NotificationKindEnum)
  kind: NotificationKind;

  @Field(() => NotificationReasonEnum)
  reason: NotificationReason;

  @Field()
  happenedAt: Date;

  @Field(() => Date, { nullable: true })
  readAt: Date | null;

  @Field(() => IdeaStatusEnum, { nullable: true, description: 'Where the idea went; null where it stays, as with a further response.' })
  status: IdeaStatus | null;

  @Field(() => Int, { description: 'How many the like it stands for: comments since it was last read, say.' })
  amount: number;
}

@ObjectType()
export class NotificationConnection extends ConnectionType(NotificationModel, 'Notification') {}

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @Field(() => Boolean, { nullable: true })
  unreadOnly?: boolean | null;
}

/** More than a page shows at once. */
const MOST_IDS = 200;

@InputType({ description: 'Those named, or all that happened until then.' })
export class MarkReadInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(MOST_IDS)
  @Field(() => [ID], { nullable: true, description: `At most ${MOST_IDS}.` })
  ids?: string[] | null;

  @IsOptional()
  @IsDate()
  @Type(() => Date)
  @Field(() => Date, { nullable: true })
  upTo?: Date | null;
}

@ObjectType()
export class MarkReadPayload {
  @Field(() => Int, { description: 'How many are still unread in that community; counted up to 100.' })
  unreadCount: number;
}

@ObjectType('NotificationPreference', { description: 'How the reader hears of one kind of matter.' })
export class NotificationPreferenceModel {
  @Field(() => NotificationKindEnum)
  kind: NotificationKind;

  @Field({ description: 'Whether it stands in the inbox.' })
  inApp: boolean;

  @Field(() => MailPaceEnum)
  mail: MailPace;
}

@ObjectType('NotificationPreferences')
export class NotificationPreferencesModel {
  @Field({ description: 'Whether any mail comes from this community.' })
  mails: boolean;

  @Field({ description: 'Whether mail can come at all: only a confirmed address gets any.' })
  emailConfirmed: boolean;

  @Field(() => [NotificationPreferenceModel])
  kinds: NotificationPreferenceModel[];
}

@InputType({ description: 'What is left out stays.' })
export class SetNotificationPreferenceInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @Field(() => NotificationKindEnum, { nullable: true, description: 'The kind it is about; `mails` is about all.' })
  kind?: NotificationKind | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true })
  inApp?: boolean | null;

  @IsOptional()
  @Field(() => MailPaceEnum, { nullable: true })
  mail?: MailPace | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Whether any mail comes from this community.' })
  mails?: boolean | null;
}

@ObjectType()
export class SetNotificationPreferencePayload {
  @Field(() => NotificationPreferencesModel)
  preferences: NotificationPreferencesModel;
}

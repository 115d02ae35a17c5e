import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MemberModel } from '@fanfare/members';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { LONGEST_ALT, PICTURE_KINDS, type PictureKind } from './picture.kinds.js';

export const PictureKindEnum = Object.fromEntries(PICTURE_KINDS.map((kind) => [kind, kind])) as { [kind in PictureKind]: kind };

registerEnumType(PictureKindEnum, { name: 'PictureKind', description: 'What a picture is for; each kind has its own sizes.' });

@ObjectType('Picture', {
  description: 'A picture somebody uploaded with `POST /media?kind=…`, re-encoded by us. It never changes; its addresses are on this site.',
})
export class PictureModel {
  @Field(() => ID)
  id: string;

  @Field(() => PictureKindEnum)
  kind: PictureKind;

  @Field(() => Int, { description: 'Of the largest form, in pixels.' })
  width: number;

  @Field(() => Int)
  height: number;

  @Field({ description: '#rrggbb: its average, to show while it loads.' })
  color: string;

  @Field({ description: 'What it shows, for who cannot see it; empty when the words beside it say it already.' })
  alt: string;
}

@InputType()
export class DescribePictureInput {
  @IsUUID()
  @Field(() => ID)
  picture: string;

  @MaxLength(LONGEST_ALT)
  @Field({ description: 'Plain text; empty takes it away.' })
  alt: string;
}

@ObjectType()
export class DescribePicturePayload {
  @Field(() => PictureModel)
  picture: PictureModel;
}

@InputType()
export class SetAvatarInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of a picture one uploaded as AVATAR; null takes it away.' })
  picture?: string | null;
}

@ObjectType()
export class SetAvatarPayload {
  @Field(() => MemberModel)
  member: MemberModel;
}

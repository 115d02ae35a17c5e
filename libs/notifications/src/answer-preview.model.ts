import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ANSWER_STATUSES, IdeaStatusEnum, type IdeaStatus } from '@fanfare/ideas';
import { IsIn, IsOptional, MaxLength } from 'class-validator';

@InputType({ description: 'An answer as it is being written.' })
export class AnswerPreviewInput {
  @MaxLength(20_000)
  @Field({ description: 'Markdown; may be empty still.' })
  response: string;

  @IsIn(ANSWER_STATUSES)
  @Field(() => IdeaStatusEnum, { description: 'Where it leaves the idea.' })
  status: IdeaStatus;

  @IsOptional()
  @MaxLength(35)
  @Field(() => String, { nullable: true, description: 'A BCP 47 tag; the community’s language when left out. A language we do not write becomes English.' })
  locale?: string | null;
}

@ObjectType('MailPreview', { description: 'A mail as it would go out.' })
export class MailPreviewModel {
  @Field()
  subject: string;

  @Field({ description: 'A whole document that loads nothing.' })
  html: string;

  @Field()
  text: string;

  @Field({ description: 'The language it is written in.' })
  locale: string;
}

import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';

@ObjectType('IdeaNote', { description: 'What staff tell each other about an idea. Nobody else ever sees it.' })
export class IdeaNoteModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;
}

@ObjectType()
export class IdeaNoteConnection extends ConnectionType(IdeaNoteModel, 'IdeaNote') {}

@InputType({ isAbstract: true })
abstract class NoteTextInput {
  @MaxLength(20_000)
  @Field({ description: 'Markdown, 1 to 5,000 characters.' })
  body: string;
}

@InputType()
export class AddIdeaNoteInput extends NoteTextInput {
  @IsUUID('all')
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The same key with the same input is the same note.' })
  idempotencyKey?: string | null;
}

@InputType()
export class EditIdeaNoteInput extends NoteTextInput {
  @IsUUID('all')
  @Field(() => ID)
  note: string;
}

@InputType()
export class RemoveIdeaNoteInput {
  @IsUUID('all')
  @Field(() => ID)
  note: string;
}

@ObjectType({ isAbstract: true })
abstract class NotePayload {
  @Field(() => IdeaNoteModel)
  note: IdeaNoteModel;
}

@ObjectType()
export class AddIdeaNotePayload extends NotePayload {}

@ObjectType()
export class EditIdeaNotePayload extends NotePayload {}

@ObjectType()
export class RemoveIdeaNotePayload {
  @Field()
  removed: boolean;
}

/** A note as reads answer it. */
export interface IdeaNoteRow {
  readonly id: string;
  readonly ideaId: string;
  readonly communityId: string;
  readonly authorId: string | null;
  /** Never shown: whose note it is, for policies. */
  readonly accountId: string | null;
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
}

export const NOTE_COLUMNS = `
  n.id, n.idea_id AS "ideaId", n.community_id AS "communityId", n.author_id AS "authorId", n.account_id AS "accountId", n.body,
  n.created_at AS "createdAt", n.edited_at AS "editedAt"`;

import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('CommunityRule', { description: 'One wording of a rule of a community. Decisions name it by number and keep the wording they were made under.' })
export class CommunityRuleModel {
  @Field(() => Int)
  number: number;

  @Field(() => Int, { description: 'Which wording of this number, from 1.' })
  version: number;

  @Field()
  title: string;

  @Field({ description: 'Plain text.' })
  body: string;

  @Field(() => Date)
  since: Date;

  @Field(() => Date, { nullable: true, description: 'When another wording or nothing came in its place; null while it is in force.' })
  until: Date | null;
}

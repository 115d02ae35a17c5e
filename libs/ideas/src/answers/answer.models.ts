import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('AnswerReach', { description: 'How many people hear of an answer to an idea, its duplicates’ included.' })
export class AnswerReachModel {
  @Field(() => Int)
  voters: number;

  @Field(() => Int)
  commenters: number;

  @Field(() => Int)
  followers: number;

  @Field(() => Int, { description: 'All of these and the authors who have an account here, once each.' })
  people: number;
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionType, ProblemCodeEnum } from '@fanfare/graphql';
import type { ProblemCode } from '@fanfare/kernel';
import { SupportModel } from '../vote.model.js';

@ObjectType('Merge', { description: 'That an idea was declared a duplicate.' })
export class MergeModel {
  @Field()
  mergedAt: Date;

  @Field(() => String, { nullable: true, description: 'What the brand said to it.' })
  note: string | null;
}

@ObjectType('MergeContest', { description: 'What an author says against a merge. The author and the community’s staff read it.' })
export class MergeContestModel {
  @Field()
  at: Date;

  @Field()
  reason: string;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'True: the author was right, and the merge was undone.' })
  upheld: boolean | null;

  @Field(() => String, { nullable: true, description: 'The moderator’s words.' })
  decision: string | null;
}

@ObjectType()
export class MergeContestConnection extends ConnectionType(MergeContestModel, 'MergeContest') {}

@ObjectType('MergePreview', { description: 'What a merge would come to.' })
export class MergePreviewModel {
  @Field(() => SupportModel, { description: 'Of the target afterwards: everybody once.' })
  combined: SupportModel;

  @Field(() => Int, { description: 'How many people stand behind both.' })
  both: number;

  @Field(() => ProblemCodeEnum, { nullable: true, description: 'Why it would be refused; null when it would not.' })
  refusal: ProblemCode | null;
}

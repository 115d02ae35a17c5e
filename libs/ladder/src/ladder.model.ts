import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IdeaModel } from '@fanfare/ideas';

@ObjectType('RungGrant', { description: 'A rung that an idea reached. It keeps it, whatever becomes of its support or of the ladder.' })
export class RungGrantModel {
  @Field(() => Int)
  position: number;

  @Field(() => Int, { description: 'What the rung asked then.' })
  support: number;

  @Field({ description: 'The moment of the vote that made it.' })
  reachedAt: Date;
}

@ObjectType('LadderPreviewExample')
export class LadderPreviewExampleModel {
  @Field(() => IdeaModel)
  idea: IdeaModel;

  @Field(() => Int, { description: 'Position of the highest rung reached now; 0 for none.' })
  rungBefore: number;

  @Field(() => Int, { description: 'And with the change.' })
  rungAfter: number;

  @Field(() => Date, { nullable: true })
  deadlineBefore: Date | null;

  @Field(() => Date, { nullable: true })
  deadlineAfter: Date | null;

  @Field({ description: 'Whether it would go to review, the ladder completed.' })
  completes: boolean;
}

@ObjectType('LadderPreview', { description: 'What a change of the ladder would do to the ideas of today. No running deadline gets shorter, no rung is taken away.' })
export class LadderPreviewModel {
  @Field(() => Int, { description: 'Ideas on the ladder: open or under review.' })
  ideas: number;

  @Field(() => Int, { description: 'Ideas for which anything would change at once.' })
  changedIdeas: number;

  @Field(() => Int, { description: 'Ideas that would reach a rung at once.' })
  reachedNow: number;

  @Field(() => Int, { description: 'Ideas that would go to review at once, the ladder completed.' })
  completedNow: number;

  @Field(() => Int, { description: 'Ideas whose deadline would move, always to a later day.' })
  laterDeadlines: number;

  @Field(() => Int, { description: 'Ideas that keep the longer time they were promised for their next rung.' })
  keptDeadlines: number;

  @Field(() => Int, { description: 'Ideas that keep a rung which would ask more than they have.' })
  keptRungs: number;

  @Field(() => [LadderPreviewExampleModel], { description: 'Up to five of the ideas that would change, the most supported first.' })
  examples: LadderPreviewExampleModel[];
}

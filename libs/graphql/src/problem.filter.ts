import { Catch, type ExceptionFilter } from '@nestjs/common';
import { Problem } from '@fanfare/kernel';

/** A refusal is an answer, not an accident: it goes back to GraphQL as it is, without a line in the log. */
@Catch(Problem)
export class ProblemFilter implements ExceptionFilter<Problem> {
  /** GraphQL takes an error that is returned for one that was thrown. */
  catch(problem: Problem): Problem {
    return problem;
  }
}

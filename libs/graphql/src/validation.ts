import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type ProblemCode } from '@fanfare/kernel';

/** class-validator's rule names that have a code of their own. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  maxLength: 'TOO_LONG',
  isNotEmpty: 'EMPTY_TEXT',
  minLength: 'EMPTY_TEXT',
  isEmail: 'INVALID_EMAIL',
  isUuid: 'NOT_FOUND', // what cannot be an id names nothing
};

/** Shape at the edge: the first broken rule of an input class, as a problem that names the field. */
export const shapePipe = new ValidationPipe({
  transform: true,
  whitelist: false,
  exceptionFactory: (errors) => toProblem(errors),
});

function toProblem(errors: readonly ValidationError[], path = ''): Problem {
  const [error] = errors;
  if (!error) return new Problem('INVALID_INPUT');
  const field = path ? `${path}.${error.property}` : error.property;
  if (error.children?.length) return toProblem(error.children, field);
  const rule = Object.keys(error.constraints ?? {})[0] ?? 'unknown';
  return new Problem(CODES[rule] ?? 'INVALID_INPUT', { field, rule });
}

import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Problem, type ProblemCode } from '@fanfare/kernel';

/** class-validator's rule names that have a code of their own. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  maxLength: 'TOO_LONG',
  isNotEmpty: 'EMPTY_TEXT',
  minLength: 'EMPTY_TEXT',
  isEmail: 'INVALID_EMAIL',
  isUuid: 'NOT_FOUND', // what cannot be an id names nothing
};

class ShapePipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'custom' ? value : storable(value), metadata);
  }
}

/**
 * Shape at the edge: text that PostgreSQL can keep, and the first broken rule of an input class, as a problem that names
 * the field.
 */
export const shapePipe = new ShapePipe({
  transform: true,
  whitelist: false,
  exceptionFactory: (errors) => toProblem(errors),
});

/**
 * Arguments without NUL characters and with half characters replaced, however deep; in place, since they are nobody else's.
 * The pipe does it for resolvers; a guard that reads arguments comes before any pipe.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) fields[name] = storable(fields[name]);
  return value;
}

function toProblem(errors: readonly ValidationError[], path = ''): Problem {
  const [error] = errors;
  if (!error) return new Problem('INVALID_INPUT');
  const field = path ? `${path}.${error.property}` : error.property;
  if (error.children?.length) return toProblem(error.children, field);
  const rule = Object.keys(error.constraints ?? {})[0] ?? 'unknown';
  return new Problem(CODES[rule] ?? 'INVALID_INPUT', { field, rule });
}

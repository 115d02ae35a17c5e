import { CustomScalar, Scalar } from '@nestjs/graphql';
import { Problem } from '@fanfare/kernel';
import { Kind, type ValueNode } from 'graphql';

@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'A moment: ISO 8601 in UTC.';

  serialize(value: unknown): string {
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  }

  parseValue(value: unknown): Date {
    return momentOf(value);
  }

  parseLiteral(node: ValueNode): Date {
    return momentOf(node.kind === Kind.STRING ? node.value : null);
  }
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function momentOf(value: unknown): Date {
  if (typeof value !== 'string' || !ISO.test(value) || Number.isNaN(Date.parse(value))) {
    throw new Problem('INVALID_INPUT', { rule: 'dateTime' });
  }
  return new Date(value);
}

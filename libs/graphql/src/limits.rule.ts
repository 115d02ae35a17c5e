import { Problem, type ProblemCode } from '@fanfare/kernel';
import {
  type ASTVisitor,
  type FieldNode,
  GraphQLError,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from './connection.js';

export const MOST_TOKENS = 1000;
export const LIMITS = { depth: 12, aliases: 15, rootFields: 10, cost: 20_000 } as const;
/** Of a subscription, which is answered again with every change: a page of facts about an idea, no lists of lists. */
export const SUBSCRIPTION_COST = 500;

/** Mutations of accounts: one per operation, or a list of aliases would be a guessing machine. */
export const ONCE_PER_OPERATION: ReadonlySet<string> = new Set([
  'signUp',
  'signIn',
  'signInWithPasskey',
  'requestPasskeyOptions',
  'renewProof',
  'addPasskey',
  'renamePasskey',
  'removePasskey',
  'setUpTotp',
  'confirmTotp',
  'removeTotp',
  'renewRecoveryCodes',
  'signOut',
  'confirmEmail',
  'resendConfirmation',
  'requestPasswordReset',
  'resetPassword',
  'changePassword',
  'updateAccount',
  'inviteStaff',
  'appointPanelModerator',
  'requestAccountDeletion',
  'setUpDeployment',
  'linkWebsite',
  'redeemPurchaseCode',
  'report',
]);

/** Fragments can double at every level; no honest document walks more fields than this. */
const MOST_FIELDS_WALKED = 5_000;

/** Rows of a list that takes no page size: the versions of an idea, the staff of a community. */
const LIST_ROWS = 5;

/**
 * Refuses documents that ask too much: depth, aliases (of `__typename` too), root fields, and cost, where a field costs
 * one per row it may be resolved for (page sizes multiply on the way down). What lies under `__schema` and `__type` is
 * not walked, so that tools work where introspection is allowed at all.
 */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (operation) => {
      const problem = new Measure(context, operation).problem();
      if (!problem) return;
      const { code, params } = problem;
      context.reportError(new GraphQLError(code, { nodes: [operation], originalError: problem, extensions: { code, params } }));
    },
  };
}

interface Place {
  readonly type: GraphQLNamedType | undefined;
  readonly depth: number;
  /** How many rows a field here may be resolved for. */
  readonly rows: number;
  /** Fragments being walked, so that a cycle ends (another rule refuses it). */
  readonly open: ReadonlySet<string>;
}

class Measure {
  private aliases = 0;
  private cost = 0;
  private walked = 0;
  private readonly rootFields: string[] = [];

  private readonly mostCost: number;

  constructor(
    private readonly context: ValidationContext,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.mostCost = operation.operation === OperationTypeNode.SUBSCRIPTION ? SUBSCRIPTION_COST : LIMITS.cost;
  }

  /** What is wrong with the operation, or null. */
  problem(): Problem | null {
    try {
      const type = this.context.getSchema().getRootType(this.operation.operation) ?? undefined;
      this.walk(this.operation.selectionSet, { type, depth: 1, rows: 1, open: new Set() });
      this.refuseRepeatedSecrets();
      return null;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  private walk(set: SelectionSetNode, place: Place): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.visit(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.walk(selection.selectionSet, this.on(selection.typeCondition?.name.value, place));
      else this.spread(selection.name.value, place);
    }
  }

  private spread(name: string, place: Place): void {
    const fragment = this.context.getFragment(name);
    if (!fragment || place.open.has(name)) return;
    const inside = this.on(fragment.typeCondition.name.value, place);
    this.walk(fragment.selectionSet, { ...inside, open: new Set(place.open).add(name) });
  }

  private on(typeName: string | undefined, place: Place): Place {
    return typeName ? { ...place, type: this.context.getSchema().getType(typeName) ?? place.type } : place;
  }

  private visit(field: FieldNode, place: Place): void {
    this.count(field, place);
    if (!field.selectionSet || field.name.value.startsWith('__')) return;
    const type = getNamedType(fieldOf(field, place.type)?.type);
    this.walk(field.selectionSet, { ...place, type, depth: place.depth + 1, rows: place.rows * rowsOf(field, place.type) });
  }

  private count(field: FieldNode, { depth, rows }: Place): void {
    this.walked += 1;
    this.cost += rows;
    if (field.alias) this.aliases += 1;
    if (depth === 1) this.rootFields.push(field.name.value);
    atMost('QUERY_TOO_DEEP', 'depth', depth);
    atMost('QUERY_TOO_COMPLEX', 'aliases', this.aliases);
    atMost('QUERY_TOO_COMPLEX', 'rootFields', this.rootFields.length);
    atMost('QUERY_TOO_COMPLEX', 'cost', this.walked > MOST_FIELDS_WALKED ? Infinity : this.cost, this.mostCost);
  }

  private refuseRepeatedSecrets(): void {
    const guarded = this.rootFields.filter((name) => ONCE_PER_OPERATION.has(name));
    if (guarded.length > 1) throw new Problem('QUERY_REFUSED', { what: guarded[0]! });
  }
}

function atMost(code: ProblemCode, what: keyof typeof LIMITS, value: number, max: number = LIMITS[what]): void {
  if (value > max) throw new Problem(code, { what, max });
}

function fieldOf(field: FieldNode, parent: GraphQLNamedType | undefined): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) ? parent.getFields()[field.name.value] : undefined;
}

/**
 * How many rows a field may answer: its `first` where it takes one (the largest page when that is a variable), a handful
 * for other lists, 1 for everything else. The lists inside a connection were counted with the connection.
 */
function rowsOf(field: FieldNode, parent: GraphQLNamedType | undefined): number {
  const definition = fieldOf(field, parent);
  if (definition?.args.some(({ name }) => name === 'first')) return pageRows(field);
  if (!definition || parent?.name.endsWith('Connection')) return 1;
  return isListType(getNullableType(definition.type)) ? LIST_ROWS : 1;
}

function pageRows(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (!first || first.kind === Kind.NULL) return DEFAULT_PAGE_SIZE;
  if (first.kind !== Kind.INT) return LARGEST_PAGE_SIZE;
  return Math.min(Math.max(Number(first.value), 1), LARGEST_PAGE_SIZE);
}

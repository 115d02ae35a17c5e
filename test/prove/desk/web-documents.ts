import { parse, print, visit, type DefinitionNode, type FragmentDefinitionNode } from 'graphql';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../api-process.js';

const definitions: readonly DefinitionNode[] = globSync(join(ROOT, 'apps/web/app/**/*.graphql')).flatMap((file) => parse(readFileSync(file, 'utf8')).definitions);
const fragments = new Map(definitions.filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition').map((node) => [node.name.value, node]));

/** A query of the web app, as it sends it: with the fragments it needs. */
export function webDocument(name: string): string {
  const operation = definitions.find((node) => node.kind === 'OperationDefinition' && node.name?.value === name);
  if (!operation) throw new Error(`The web app has no query ${name}`);
  const needed = new Set<FragmentDefinitionNode>();
  collect(operation, needed);
  return [operation, ...needed].map(print).join('\n');
}

function collect(node: DefinitionNode, needed: Set<FragmentDefinitionNode>): void {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value)!;
      if (needed.has(fragment)) return;
      needed.add(fragment);
      collect(fragment, needed);
    },
  });
}

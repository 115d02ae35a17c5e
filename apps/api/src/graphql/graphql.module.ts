import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { formatError, formatErrorDiscreetly, GRAPHQL_PATH, limitsRule, MOST_TOKENS } from '@fanfare/graphql';
import type { Config } from '@fanfare/kernel';
import { httpContext } from './context.js';
import { noSubscriptionsPlugin, plainJsonPlugin, referencePlugin } from './reference.plugin.js';

/** GraphQL over HTTP. Subscriptions are served by `LiveServer`, with the same rules. */
export function graphqlModule(config: Config): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: config.writeSchemaTo ?? true,
    sortSchema: true,
    buildSchemaOptions: { numberScalarMode: 'integer', dateScalarMode: 'isoDate' },
    fieldResolverEnhancers: ['guards'], // fields with an @Access of their own
    context: httpContext(config.publicUrl.startsWith('https:')),
    graphiql: false, // its page loads scripts from elsewhere
    introspection: !config.production,
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    maxRecursiveSelections: true,
    validationRules: [limitsRule],
    formatError: config.production ? formatErrorDiscreetly : formatError,
    plugins: [noSubscriptionsPlugin, referencePlugin, plainJsonPlugin],
  });
}

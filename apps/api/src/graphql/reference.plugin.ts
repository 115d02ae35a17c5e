import type { ApolloServerPlugin } from '@apollo/server';
import { logUnexpected, type RequestContext, withReference } from '@fanfare/graphql';
import { newId, Problem } from '@fanfare/kernel';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** Puts the reference to quote on every error, keeps five at most, and logs under the same reference what was masked. */
export const referencePlugin: ApolloServerPlugin<RequestContext> = {
  unexpectedErrorProcessingRequest: async ({ error }) => {
    const wrapped = error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
    logUnexpected([wrapped], newId());
  },
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => logUnexpected(errors, contextValue.requestId),
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      if (result.errors) result.errors = withReference(result.errors, contextValue.requestId);
    },
  }),
};

/**
 * The GraphQL over HTTP specification: whoever accepts the old `application/json` alone gets 200 with the errors in the
 * body, since such clients take another status for a failure of the network. Everybody else gets the status that fits.
 */
export const plainJsonPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const wantsPlainJson = request.http?.headers.get('accept') === 'application/json';
      if (wantsPlainJson && response.http.status === 400) response.http.status = 200;
    },
  }),
};

/** Subscriptions are for WebSocket: over HTTP graphql-js would answer them with one empty event. */
export const noSubscriptionsPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const originalError = new Problem('QUERY_REFUSED', { what: 'subscription' });
      throw new GraphQLError(originalError.code, { originalError, extensions: { http: { status: 400 } } });
    },
  }),
};

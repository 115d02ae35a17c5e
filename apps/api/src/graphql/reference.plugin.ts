import type { ApolloServerPlugin } from '@apollo/server';
import { logUnexpected, type RequestContext, withReference } from '@fanfare/graphql';

/** Puts the reference to quote on every error, keeps five at most, and logs under the same reference what was masked. */
export const referencePlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => logUnexpected(errors, contextValue.requestId),
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      if (result.errors) result.errors = withReference(result.errors, contextValue.requestId);
    },
  }),
};

/** The server bundle: `import { handle } from 'dist/web/server/index.js'`. */
import { createRequestHandler, RouterContextProvider } from 'react-router';
import * as build from 'virtual:react-router/server-build';
import { servicesContext } from '~/data/services.server';
import type { Handle } from './handle';

const respond = createRequestHandler(build, 'production');

export const handle: Handle = (request, services) => {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  return respond(request, context);
};

/** Folder of the browser's files, relative to this bundle; those under `assets/` are named by their content. */
export const CLIENT_FOLDER = '../client';

import { createContext } from 'react-router';
import type { WebServices } from '../../server/handle';

/** The serving process's side of a request; see `server/handle.ts`. */
export const servicesContext = createContext<WebServices>();

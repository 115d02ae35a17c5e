import { CallWindows } from './call-windows.js';
import { CallsQueries } from './calls.queries.js';
import { CallsService } from './calls.service.js';

export const CALLS = [CallsQueries, CallsService, CallWindows];

import 'reflect-metadata';
import { loadConfig } from '@fanfare/kernel';
import { createApi } from '../api.app.js';

/** Writes schema.graphql at the root of the project, as the code has it. */
const app = await createApi({ ...loadConfig(process.env), writeSchemaTo: 'schema.graphql' });
await app.close();

/**
 * Property tests try the same inputs in every run, so that `npm test` answers the same twice. `FANFARE_SEED` tries others;
 * what then fails becomes an example of its test.
 */
import fc from 'fast-check';

const SEED = 20_261_122;

fc.configureGlobal({ seed: Number(process.env.FANFARE_SEED ?? SEED) });

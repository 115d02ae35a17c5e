/**
 * `node --import ./scripts/typescript-hook.mjs FILE.ts`: runs TypeScript whose relative imports end in .js, as ours do, and
 * that imports rooms by name, without building it. Node strips the types itself; decorators do not pass, enums and parameter
 * properties with `--experimental-transform-types`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    const room = /^@fanfare\/([a-z-]+)$/.exec(specifier)?.[1];
    if (room) return next(new URL(`../libs/${room}/src/index.ts`, import.meta.url).href, context);
    if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !context.parentURL) return next(specifier, context);
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    return existsSync(fileURLToPath(source)) ? next(source.href, context) : next(specifier, context);
  },
});

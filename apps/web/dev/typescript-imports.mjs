/** Lets Node import the TypeScript sources that name their neighbours with `.js`. */
import fs from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const typed = specifier.startsWith('.') && context.parentURL ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL) : null;
    return next(typed && specifier.endsWith('.js') && fs.existsSync(typed) ? typed.href : specifier, context);
  },
});

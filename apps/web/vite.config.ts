import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import type { Plugin } from 'postcss';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Puts the styles of the kit into the layer of that name, below those of features. Stylesheets are split by page and may
 * arrive in any order, so order alone would not let a feature's class win over the component's.
 */
const kitLayer: Plugin = {
  postcssPlugin: 'kit-layer',
  Once(root, { AtRule }) {
    if (!root.source?.input.file?.startsWith(here('./app/kit/'))) return;
    const layer = new AtRule({ name: 'layer', params: 'kit', nodes: root.nodes });
    root.removeAll();
    root.append(new AtRule({ name: 'layer', params: 'base, kit' }), layer);
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [reactRouter()],
  resolve: { alias: { '~': here('./app') }, dedupe: ['react', 'react-dom'] },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' }, postcss: { plugins: [kitLayer] } },
  build: { target: 'es2022', emptyOutDir: true, cssTarget: ['chrome123', 'firefox121', 'safari17.5'], assetsInlineLimit: 0, reportCompressedSize: false, sourcemap: false },
  environments: {
    ssr: {
      // One self-contained file: it starts fast and React runs in production mode whatever NODE_ENV says. Only what is no
      // JavaScript stays where it was installed.
      resolve: { noExternal: true, external: ['@takumi-rs/core'] },
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: { rollupOptions: { input: here('./server/app.ts') } },
    },
  },
});

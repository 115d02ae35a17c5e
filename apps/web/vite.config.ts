import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [reactRouter()],
  resolve: { alias: { '~': here('./app') }, dedupe: ['react', 'react-dom'] },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  build: { target: 'es2022', emptyOutDir: true, cssTarget: ['chrome123', 'firefox121', 'safari17.5'], assetsInlineLimit: 0, reportCompressedSize: false, sourcemap: false },
  environments: {
    ssr: {
      // One self-contained file: it starts fast and React runs in production mode whatever NODE_ENV says.
      resolve: { noExternal: true },
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: { rollupOptions: { input: here('./server/app.ts') } },
    },
  },
});

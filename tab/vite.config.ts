/** Builds the tab into `tab/dist`: pages under `/tab/`, scripts with a hash of their content in the name. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** teams-js travels beside the first script instead of after it: inside Teams both are needed for the first view. */
function preloadHost(): Plugin {
  return {
    name: 'preload-host',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.values(bundle ?? {}).flatMap((file) =>
          file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/host.ts')
            ? [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/tab/${file.fileName}` } }]
            : [],
        ),
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), preloadHost()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The first view is weighed by a test; adaptivecards is big and loaded only with a preview.
    chunkSizeWarningLimit: 1000,
  },
});

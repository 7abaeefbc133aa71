/** Builds the tab into `tab/dist`: pages under `/tab/`, scripts with a hash of their content in the name. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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

/** Decoders that pdf.js asks for by name when a page was scanned: as scripts, which the tab's policy lets run. */
function pdfDecoders(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm');
  return {
    name: 'pdf-decoders',
    apply: 'build',
    async buildStart() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
        this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: await readFile(join(folder, name)) });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), preloadHost(), pdfDecoders()],
  worker: { format: 'es' },
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

import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, runnerImport, type Plugin } from 'vite';

const api = process.env['SIMPUL_API'] ?? 'http://127.0.0.1:8080';

const virtualRoutes = 'virtual:contract-routes';

/** What the browser needs of a route contract: where it lives and what it asks of the caller. */
function minify(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return {};
  if ('~orpc' in node) {
    const { route, meta } = node['~orpc'] as {
      route: Record<string, unknown>;
      meta: Record<string, unknown>;
    };
    const { method, path, inputStructure, outputStructure } = route;
    const { kind, purposes, stepUp, upload } = meta;
    return {
      '~orpc': {
        errorMap: {},
        route: { method, path, inputStructure, outputStructure },
        meta: { kind, purposes, stepUp, upload },
      },
    };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, minify(value)]));
}

/**
 * Gives the web the paths of all routes without their schemas: the client would otherwise carry zod and
 * every module's schemas into the first load, although it only needs method and path.
 */
function contractRoutes(): Plugin {
  return {
    name: 'simpul-contract-routes',
    resolveId: (source) => (source === virtualRoutes ? `\0${virtualRoutes}` : undefined),
    async load(source) {
      if (source !== `\0${virtualRoutes}`) return undefined;
      const { module, dependencies } = await runnerImport<{ contract: unknown }>(
        fileURLToPath(new URL('../contract/src/router.ts', import.meta.url)),
      );
      for (const file of dependencies) this.addWatchFile(file);
      return `export const routes = ${JSON.stringify(minify(module.contract))};`;
    },
  };
}

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      codeSplittingOptions: {
        // The frame and its home page are what everybody loads first: one piece travels better than thirty.
        splitBehavior: ({ routeId }) => (routeId === '/_app' || routeId === '/_app/' ? [] : undefined),
      },
      routesDirectory: `${import.meta.dirname}/src/routes`,
      generatedRouteTree: `${import.meta.dirname}/src/routeTree.gen.ts`,
      addExtensions: true,
      semicolons: true,
      quoteStyle: 'single',
      disableLogging: true,
    }),
    react(),
    contractRoutes(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // A strict content security policy allows no data: scripts or styles; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // Of the 2,000 icons of a package only those in use are read at all.
      experimental: { lazyBarrel: true },
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'frame', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
});

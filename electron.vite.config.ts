import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const here = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(here, 'src-main/index.ts'),
          'backup-worker': resolve(here, 'src-main/backup/backup-worker.ts'),
          'search-worker': resolve(here, 'src-main/search/search-worker.ts'),
          'picture-worker': resolve(here, 'src-main/pdf/picture-worker.ts'),
          'report-worker': resolve(here, 'src-main/reports/report-worker.ts'),
          'photo-worker': resolve(here, 'src-main/files/photo-worker.ts'),
          'pin-worker': resolve(here, 'src-main/store/pin-worker.ts'),
          'paper-worker': resolve(here, 'src-main/print/paper-worker.ts'),
        },
        // Native addons stay outside; everything else is bundled, since each file that is opened costs start-up time.
        external: ['electron', 'better-sqlite3', '@napi-rs/canvas'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(here, 'src-main/preload/index.ts') },
        // A sandboxed preload is CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    build: {
      outDir: 'out/renderer',
      minify: true,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(here, 'src-renderer/index.html') } },
    },
    plugins: [svelte()],
  },
});

import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compressedTwins } from './compressed-twins.js';
import { FIRST_CHUNKS } from './first-chunks.js';

const SERVER = 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react(), compressedTwins()],
  // `source`: our own packages come from their TypeScript, never from a stale build.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { advancedChunks: { groups: FIRST_CHUNKS } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: SERVER, changeOrigin: false },
      '/socket.io': { target: SERVER, ws: true, changeOrigin: false },
    },
  },
});

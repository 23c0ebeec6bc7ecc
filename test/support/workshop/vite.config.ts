import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Serves one scene per address for pictures: npx vite --config test/support/workshop/vite.config.ts
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { __E2E__: 'false' },
  server: { fs: { allow: ['../../..'] } },
});

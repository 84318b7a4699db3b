import { execSync } from 'node:child_process';

// "npm run dev" starts this anew at every change under apps/ and libs/.
execSync('npm run build', { stdio: 'inherit', cwd: new URL('..', import.meta.url) });
await import(new URL('../dist/apps/standalone/src/main.js', import.meta.url).href);

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'sucrase';

let taken = false;

/**
 * Lets this process import `.tsx`: Node reads `.ts` by itself, but no JSX. Called by whoever starts the web side,
 * before it is imported; a command line never pays for it. Lines keep their numbers, so stack traces are true.
 */
export function takeTsx(): void {
  if (taken) return;
  taken = true;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
      const path = fileURLToPath(url);
      const { code } = transform(readFileSync(path, 'utf8'), {
        transforms: ['typescript', 'jsx'],
        jsxRuntime: 'automatic',
        jsxImportSource: 'preact',
        production: true,
        disableESTransforms: true,
        keepUnusedImports: true,
        filePath: path,
      });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}

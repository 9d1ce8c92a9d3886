#!/usr/bin/env -S node --disable-warning=ExperimentalWarning --max-semi-space-size=32 --heap-growing-percent=40
import { enableCompileCache } from 'node:module';

// Before anything of ours is loaded: what came before it would be compiled anew by every command.
enableCompileCache();
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine();

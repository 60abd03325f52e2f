#!/usr/bin/env node
// Plain JavaScript, and as good as nothing: what is loaded after the cache is on is compiled once, and a later start needs neither the
// compiler nor the 15 MB that stripping types takes. Threads are told of the cache by the environment.
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programPath } from './bundle/fresh-bundle.js';

process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
await import(pathToFileURL(programPath()).href);

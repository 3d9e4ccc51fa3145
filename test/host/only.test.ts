import path from 'node:path';
import { builtExtension } from './launch/built-extension.ts';
import { innerSuite } from './launch/inner-suite.ts';
const at = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);
innerSuite('extension', { suite: at('suite'), workspace: at('workspace'), git: true, desktop: true, extension: async () => builtExtension() });

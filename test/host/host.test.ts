/**
 * Archwright inside a real VS Code. Run by mocha on the outside; what the suites inside find is
 * shown as tests of this run. Where no VS Code can be had, each part is skipped and says why.
 */
import path from 'node:path';
import { builtExtension } from './launch/built-extension.ts';
import { innerSuite } from './launch/inner-suite.ts';
import { emptyExtension, installExtension, packageExtension } from './launch/packaged-extension.ts';
import { installRuffStandIn } from './launch/ruff-stand-in.ts';
import { stubExtension } from './launch/stub-extension.ts';

const at = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

describe('in a real VS Code', () => {
  innerSuite('client with a scripted server', { suite: at('stub', 'suite'), workspace: at('stub', 'workspace'), extension: async (session) => {
    installRuffStandIn(session);
    return stubExtension(session);
  } });

  innerSuite('extension', { suite: at('suite'), workspace: at('workspace'), git: true, desktop: true, extension: async () => builtExtension() });

  innerSuite('packaged extension', {
    suite: at('packaged'),
    workspace: at('workspace'),
    extension: async (session, available) => {
      builtExtension();
      if (available) await installExtension(available.host, session, await packageExtension(session.folder));
      return emptyExtension(session);
    },
    env: (session) => ({ ARCHWRIGHT_TEST_EXTENSIONS: session.extensions }),
  });
});

await import('./stub/screen/views.test.ts');
await import('./stub/screen/trust.test.ts');
await import('./stub/screen/folders.test.ts');
await import('./screen/panel.test.ts');
await import('./screen/editor.test.ts');
await import('./screen/python.test.ts');
await import('./screen/work.test.ts');
await import('./screen/questions.test.ts');

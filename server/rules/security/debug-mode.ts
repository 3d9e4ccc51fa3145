/**
 * Web servers that are started with their debugger.
 *
 * Bad, because the debugger of Flask and its relatives runs any code that a visitor types into a page of errors. It is
 * guarded by a PIN at best, and on all network addresses everybody in reach may try.
 *
 * Only a literal `debug=True` counts: a variable may be false in production.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import { keyword, positional } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Their `run` takes `debug` and starts Werkzeug's debugger, or one like it. */
const SERVERS = /^(flask|quart|dash|bottle|werkzeug|flask_socketio|connexion)([._]|$)/;
/** An application that another file of the project has made. */
const APPLICATION = /(^|[._])\w*app\.run$/;
const STARTS = /^(run|run_server)$/;
const EVERYWHERE = /^['"]?(0\.0\.0\.0|::)['"]?$/;

export const rule = defineFileRule({
  meta: {
    id: 'security/debug-mode',
    title: 'Debugger in a web server',
    severity: 'error',
    // On its own machine, a developer may want it.
    recommendedFor: { local: 'info', everywhere: 'warning' },
    roles: MILDER_IN_SCRIPTS,
    languages: ['python', 'notebook'],
    guidelines: ['review §3.1', 'blocks §9.1'],
    criterion: 'practices',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'A server of Flask, Quart, Dash, Connexion or Bottle that is started with `debug=True`. In the profile `recommended`, a warning where it listens '
        + 'on all network addresses, and information otherwise.',
      why: 'The debugger runs code that anyone who can open a page of errors types in.',
      fix: 'Leave `debug` out and switch it on where it is needed, by `flask run --debug` or a setting that is off by default.',
      limits: 'Only literal values count. Django\'s `DEBUG` and the error pages of other frameworks are not seen.',
    },
    messages: {
      local: '{call} starts the debugger, which runs code from error pages. Switch it on outside the code.',
      everywhere: '{call} starts the debugger on all network addresses, where anyone can run code. Switch it off.',
    },
  },
  check(file, report) {
    const isServer = file.imports.some(({ specifier }) => SERVERS.test(specifier));
    for (const call of file.calls) {
      if (!STARTS.test(call.name) || keyword(call, 'debug')?.text !== 'true') continue;
      if (!isServer && !(APPLICATION.test(call.callee) && keyword(call, 'port') !== null)) continue;
      report({
        messageId: isEverywhere(call) ? 'everywhere' : 'local', data: { call: `${call.callee}()` }, span: call.calleeSpan, about: aboutOf(file, call),
      });
    }
  },
});

function isEverywhere(call: CallFact): boolean {
  const host = keyword(call, 'host') ?? positional(call)[0];
  return host?.kind === 'string' && EVERYWHERE.test(host.text);
}

function aboutOf(file: FileFacts, call: CallFact): string {
  return `${placeName(file, call.function)}: ${call.callee}`;
}

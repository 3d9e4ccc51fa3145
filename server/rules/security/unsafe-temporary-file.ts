/**
 * Names for temporary files that are chosen before the file is made.
 *
 * Between the two, another program can put a link there, and what was meant for the new file goes where the link leads.
 */
import { placeName } from '../kit/exposure.ts';
import { fullName, isPython } from '../kit/python.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const NAMES_ONLY = /^(tempfile\.mktemp|os\.(tempnam|tmpnam))$/;

export const rule = defineFileRule({
  meta: {
    id: 'security/unsafe-temporary-file',
    title: 'Temporary file that another program can take',
    severity: 'warning',
    // On most machines, one person works.
    recommended: 'info',
    roles: SOURCE_AND_SCRIPTS,
    languages: ['python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'blocks §9.1'],
    criterion: 'practices',
    blocker: false,
    fixable: false,
    sources: { ruff: byFacts('S306'), cwe: [377] },
    docs: {
      what: 'A call of `tempfile.mktemp`, which returns a free name and makes no file. Information in the profile `recommended`.',
      why: 'Until the program makes the file, any other program can: it then reads what is written, or has another file overwritten through a link.',
      fix: 'Use `tempfile.NamedTemporaryFile`, `mkstemp` or `TemporaryDirectory`, which make what they name.',
      limits: 'Fixed names in the shared temporary folder are reported by `security/hardcoded-path`.',
    },
    messages: {
      race: '{callee} only returns a name, and another program can take it first. Use NamedTemporaryFile or mkstemp.',
    },
  },
  check(file, report) {
    if (!isPython(file)) return;
    for (const call of file.calls) {
      if (!NAMES_ONLY.test(fullName(call))) continue;
      report({ messageId: 'race', data: { callee: call.callee }, span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.name}` });
    }
  },
});

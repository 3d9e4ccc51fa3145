/**
 * Parsers of XML that do what a document asks for: read files and open addresses.
 *
 * An entity of the document may stand for `file:///etc/passwd`; the parser puts the file in its place.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { isFrom, placeName, propertyOf } from '../kit/exposure.ts';
import { argument, fullName, importsAny, isPython, keyword } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { sentOrigin } from '../kit/sent.ts';

const READERS = /^(lxml|xml\.sax|libxml)/;
const LXML_PARSER = /^lxml\.etree\.(XMLParser|XMLPullParser|ETCompatXMLParser|iterparse)$/;
const LXML_READS = /^lxml\.etree\.(fromstring|XML|parse|iterparse)$/;
/** The features of SAX that let a document name files and addresses. */
const EXTERNAL = /feature_external_(ges|pes)|external-(general|parameter)-entities/;

export const rule = defineFileRule({
  meta: {
    id: 'security/xml-entities',
    title: 'External XML entities',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.3', 'general §3.2', 'review §3.1', 'blocks §9.1'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources: { cwe: [611, 776] },
    docs: {
      what:
        'XML that is read with external entities switched on: `noent` of libxmljs and libxml2-wasm, `resolve_entities=True` and `no_network=False` of lxml, '
        + '`feature_external_ges` of SAX. An error where the document comes with a request, and a warning otherwise. Also a document from a request that '
        + 'lxml reads with its own settings, which follow entities to files before version 5.',
      why: 'Whoever wrote the document reads files of the server and reaches services inside its network, or fills its memory with nested entities.',
      fix: 'Leave the option out. In Python, use `defusedxml`, or pass `resolve_entities=False` to the parser of lxml.',
      limits: 'Values are followed within one file only. The parsers of Python itself resolve no external entities since version 3.7.1 and are left alone.',
    },
    messages: {
      entities: '{callee} resolves external entities, so the XML can read files and URLs. Turn that option off.',
      old: '{callee} reads {from}; before lxml 5 its entities can name files. Pass a parser with resolve_entities=False.',
    },
  },
  check(file, report) {
    if (!importsAny(file, READERS)) return;
    for (const call of file.calls) {
      const place = { span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.name}` };
      if (isPython(file) ? switchesOn(call) : asksFor(call)) {
        report({ ...place, messageId: 'entities', data: { callee: call.callee }, severity: isRequested(file, call) ? 'error' : 'warning' });
        continue;
      }
      if (!isPython(file) || !LXML_READS.test(fullName(call)) || argument(call, 1, 'parser') !== null) continue;
      const origin = call.args[0] === undefined ? null : sentOrigin(file, call.args[0], call.function);
      if (origin !== null) report({ ...place, messageId: 'old', data: { callee: call.callee, from: origin.text }, severity: 'warning' });
    }
  },
});

function asksFor(call: CallFact): boolean {
  if (isFrom(call, /^libxmljs2?$/, /^(default\.)?parse(Xml|XmlString|XmlAsync)$/))
    return ['noent', 'replaceEntities'].some((name) => propertyOf(call.args[1], name)?.text === 'true');
  return isFrom(call, /^libxml2-wasm$/, /(^|\.)(fromString|fromBuffer)$/) && /XML_PARSE_(NOENT|DTDLOAD)/.test(propertyOf(call.args[1], 'option')?.text ?? '');
}

function switchesOn(call: CallFact): boolean {
  if (LXML_PARSER.test(fullName(call))) {
    const resolves = keyword(call, 'resolve_entities')?.text;
    return resolves === 'true' || (keyword(call, 'no_network')?.text === 'false' && resolves !== 'false');
  }
  return call.name === 'setFeature' && EXTERNAL.test(call.args[0]?.text ?? '') && /^(true|1)$/.test(call.args[1]?.text ?? '');
}

/** The document, or another one that the same function reads, comes with a request. */
function isRequested(file: FileFacts, call: CallFact): boolean {
  const reads = /^(parse|parseString|fromstring|XML|feed|parseXml\w*)$/;
  return file.calls.some((other) => other.function === call.function && (other === call || reads.test(other.name))
    && other.args.some((value) => sentOrigin(file, value, other.function) !== null));
}

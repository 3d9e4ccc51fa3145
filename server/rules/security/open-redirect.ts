/**
 * Redirects to an address that a visitor has chosen.
 *
 * A link to the site that people trust then leads to any other, which asks for their password in its name.
 */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { chosenAddress } from '../kit/addresses.ts';
import { FOLLOWED, HANDED } from '../kit/awaited.ts';
import { isFrom, placeName, propertyOf } from '../kit/exposure.ts';
import { argument, fullName, importsAny, isPython, keyword, positional } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { isImitation } from '../kit/surroundings.ts';

const ANSWERS = /^(this\.)?(res|resp|response|reply|rep|ctx|context|c|h)(\.\w+(\(\))?)*\.(redirect|location)$/;
const STATIC_REDIRECT = /^(NextResponse|Response)\.redirect$/;
const REDIRECT_MODULES = /^(next\/navigation|next\/server|@remix-run\/\w+|react-router|react-router-dom|@sveltejs\/kit|h3|astro)$/;
const REDIRECT_MEMBERS = /^(redirect|permanentRedirect|redirectDocument|sendRedirect|NextResponse\.redirect)$/;
const SETS_HEADER = /\.(setHeader|set|header|append|writeHead|appendHeader)$/;
const MAY_REDIRECT = /^(redirect|permanentRedirect|redirectDocument|sendRedirect|location|setHeader|set|header|append|writeHead|appendHeader)$/;
const PYTHON_FRAMEWORKS = /^(flask|quart|werkzeug|django|bottle|sanic|fastapi|starlette|litestar|aiohttp|pyramid|falcon|webob|tornado)(\.|$)/;
const PYTHON_REDIRECTS = new RegExp(
  String.raw`^((flask|quart|werkzeug|werkzeug\.utils|django\.shortcuts|bottle|sanic|sanic\.response)\.redirect|`
  + String.raw`django\.http\.(response\.)?HttpResponse(Permanent)?Redirect|(fastapi|starlette)\.responses\.RedirectResponse|litestar\.response\.Redirect|`
  + String.raw`(aiohttp\.web|pyramid\.httpexceptions|falcon|webob\.exc)\.(web\.)?HTTP(Found|SeeOther|MovedPermanently|TemporaryRedirect|PermanentRedirect|`
  + String.raw`PermanentlyRedirect))$`,
);
const ADDRESS_NAMES = ['url', 'location', 'redirect_to', 'to', 'path'] as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/open-redirect',
    title: 'Open redirect',
    severity: 'error',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python'],
    guidelines: ['general §3.2', 'review §2.3', 'blocks §9.1'],
    criterion: 'practices',
    // It deceives visitors and gives nothing away by itself.
    blocker: false,
    fixable: false,
    sources: { cwe: [601] },
    docs: {
      what:
        'A redirect (`res.redirect`, `NextResponse.redirect`, the header `Location`, in Python `redirect`, `HttpResponseRedirect`, `RedirectResponse`) to an '
        + 'address whose host comes from a request, with no check of it in sight.',
      why: 'A link that begins with the name of the site leads to another that looks alike and asks for a password, or receives the token of a login.',
      fix:
        'Redirect to paths of the own site only: refuse what does not begin with a single slash, or compare the host after parsing; for other sites, '
        + 'use a fixed list. Django has `url_has_allowed_host_and_scheme`.',
      limits:
        FOLLOWED
        + 'The address of the request itself and the page that it came from are accepted, and so is what '
        + 'stands behind a comparison, a look-up or a function whose name says that it checks addresses. Redirects by script in a page '
        + 'are not seen. What another file passes on is information in the profile `recommended`, and so is what stands in a folder that imitates a service '
        + '(`emulator/`, `mock-server/`).',
    },
    messages: {
      host: '{from} chooses where {callee} leads, also to a foreign site. Allow paths of this site or known hosts only.',
      ...HANDED,
    },
  },
  check(file, report) {
    const python = isPython(file);
    if (python && !importsAny(file, PYTHON_FRAMEWORKS)) return;
    const milder = isImitation(file) ? { recommended: 'info' as const } : {};
    for (const call of file.calls) {
      if (!python && !MAY_REDIRECT.test(call.name)) continue;
      const value = python ? pythonAddress(call) : addressOf(call);
      const chosen = value === null || namesWhatWasMade(file, call) ? null : chosenAddress(file, call, value);
      // Nobody sends a cookie in a link; where to go after a login is kept in one.
      if (value === null || chosen === null || (chosen.awaits === undefined && /\bcookies?\b/i.test(chosen.from))) continue;
      const { from, ...rest } = chosen;
      const about = `${placeName(file, call.function)}: ${call.name}`;
      report({ messageId: 'host', data: { from, callee: call.callee }, span: value.span, about, ...rest, ...milder });
    }
  },
});

function addressOf(call: CallFact): ValueFact | null {
  if (ANSWERS.test(call.callee) || (STATIC_REDIRECT.test(call.callee) && call.ownRoot !== true) || isFrom(call, REDIRECT_MODULES, REDIRECT_MEMBERS)) {
    const given = call.args.slice(0, call.name === 'sendRedirect' ? 2 : call.args.length);
    // A status may come first: `redirect(302, url)`; after the address come options.
    const [first, second] = given;
    return first !== undefined && second !== undefined && (first.kind === 'number' || call.name === 'sendRedirect') ? second : first ?? null;
  }
  if (!SETS_HEADER.test(call.callee)) return null;
  if (call.name === 'writeHead') {
    const headers = call.args.at(-1);
    return propertyOf(headers, 'Location') ?? propertyOf(headers, 'location');
  }
  return /^location$/i.test(call.firstString ?? '') ? call.args[1] ?? null : null;
}

/** `res.set('Location', path)` with 201: the header says where the new thing is, and no browser goes there. */
function namesWhatWasMade(file: FileFacts, call: CallFact): boolean {
  if (!SETS_HEADER.test(call.callee) || call.name === 'writeHead') return false;
  const statuses = file.calls.filter(({ name, function: at }) => at === call.function && /^(status|code|sendStatus|writeHead)$/.test(name))
    .flatMap(({ args }) => args[0] ?? []);
  return statuses.length > 0 && statuses.every(({ text, kind }) => kind === 'number' && !text.startsWith('3'));
}

function pythonAddress(call: CallFact): ValueFact | null {
  const isRedirect = PYTHON_REDIRECTS.test(fullName(call)) || call.callee === 'self.redirect';
  if (!isRedirect) return null;
  const value = argument(call, 0, 'url') ?? ADDRESS_NAMES.map((name) => keyword(call, name)).find((each) => each !== null) ?? null;
  return positional(call).length === 0 && value === null ? null : value;
}

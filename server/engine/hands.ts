/** What the functions of a file hand on to functions of the workspace, taken from its facts before most of them are dropped. */
import type { CallFact, FileFacts, ValueFact } from '../facts/file-facts.ts';
import type { HandFact } from '../facts/module-facts.ts';
import { leadingPart, OWN_ADDRESS } from '../rules/kit/addresses.ts';
import { givenTo } from '../rules/kit/awaited.ts';
import { openOrigins } from '../rules/kit/exposure.ts';
import { isPython } from '../rules/kit/python.ts';
import { sentOrigin } from '../rules/kit/sent.ts';
import { isTested } from '../rules/kit/tested.ts';
import { isKeptUpload } from '../rules/kit/uploads.ts';

/** Of what more is handed on, requests are kept first: a file that calls that much mostly computes. */
const MOST_HANDS = 100;

/** What handlers of requests call them. */
const REQUEST_NAME = /^(req|request|ctx|context|event|c)$/;

type Target = HandFact['to'];

/**
 * @param file everything that was extracted from it
 * @returns calls of functions of the same file or of what it imports, each with one argument that is part of a request or a parameter
 */
export function handsOf(file: FileFacts): HandFact[] {
  if (file.role !== 'source') return [];
  const targetOf = createTargets(file);
  const hands: HandFact[] = [];
  for (const call of file.calls) {
    const to = call.function < 0 || call.new ? null : targetOf(call);
    if (to === null) continue;
    for (const { argument, part, value } of valuesOf(file, call)) {
      const hand = handOf(file, call, value);
      if (hand !== null) hands.push({ ...hand, to, argument, part, span: call.span });
    }
  }
  return hands.length <= MOST_HANDS ? hands : [...hands].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_HANDS);
}

const weight = ({ request, to }: HandFact): number => (request === null ? 2 : 0) + (to.specifier === null ? 0 : 1);

function handOf(file: FileFacts, call: CallFact, value: ValueFact): Pick<HandFact, 'request' | 'given' | 'of'> | null {
  const sent = sentOrigin(file, value, call.function);
  if (sent !== null) {
    const found = isTested(file, call, value, sent) ? null : requested(sent.text);
    if (found === null || value.pieces === null || sentOrigin(file, leadingPart(file, value), call.function) !== null) return found;
    return { ...found, of: 'behind' };
  }
  for (const origin of openOrigins(value)) {
    const given = givenTo(file, origin, call.function);
    if (given !== null && !isTested(file, call, value, origin))
      return { request: null, given, ...(leadingPart(file, value).origins.includes(origin) ? {} : { of: 'behind' as const }) };
  }
  return null;
}

function requested(request: string): Pick<HandFact, 'request' | 'of'> | null {
  if (isKeptUpload(request)) return null;
  return OWN_ADDRESS.test(request) ? { request, of: 'own-address' } : { request };
}

/** The arguments of a call one by one, those of an object too. */
function* valuesOf(file: FileFacts, { args }: CallFact): Generator<{ argument: number | string; part: string | null; value: ValueFact }> {
  const python = isPython(file);
  for (const [index, value] of args.entries()) {
    if (value.constant || value.kind === 'function') continue;
    if (value.properties === null || value.properties.length === 0) yield { argument: index, part: null, value };
    else for (const { name, value: held } of value.properties)
      yield python && value.keywords === true ? { argument: name, part: null, value: held } : { argument: index, part: name, value: held };
  }
}

/** How an object was made, as `CallFact.receiver` says: `new ./shell#Shell`, `type ./shell#Shell`. */
const MADE = /^(?:new |type )?(.+)#([\w$.]+)$/;
const MADE_HERE = /^(?:new |type )([\w$]+)$/;

/** @returns the function that a call may lead to, or null where that is none of the workspace */
function createTargets(file: FileFacts): (call: CallFact) => Target | null {
  const own = new Set(file.functions.map(({ name }) => name));
  // What belongs to the project shows only once all its files are known: in Python by any name, elsewhere as packages of its own.
  const others = isPython(file) || file.functions.some(({ params }) => params.some(({ name }) => REQUEST_NAME.test(name)));
  const imported = new Set(file.imports.filter(({ group }) => group !== 'builtin' && (others || group !== 'external')).map(({ specifier }) => specifier));
  const holders = file.imports.length > 0 || file.classFacts.length > 0;
  return (call) => {
    const { module, member, name, callee } = call;
    if (module !== null) {
      const path = member === null ? [name] : member.split('.');
      const through = path.length > 1 ? path.slice(0, -1).join('.') : null;
      return imported.has(module) || imported.has(`${module}.${through}`) ? { specifier: module, through, owner: null, name: path.at(-1)! } : null;
    }
    if (own.has(name) && (callee === name || /^(this|self|cls)\.[\w$]+$/.test(callee)))
      return { specifier: null, through: null, owner: ownerOf(file, call), name };
    if (!holders || !callee.includes('.')) return null;
    const receiver = call.receiver ?? '';
    const [, specifier, owner] = MADE.exec(receiver) ?? [];
    if (specifier !== undefined) return imported.has(specifier) ? { specifier, through: null, owner: owner!.split('.').at(-1)!, name } : null;
    const here = MADE_HERE.exec(receiver)?.[1];
    if (here === undefined) return null;
    if (file.classFacts.some((each) => each.name === here)) return { specifier: null, through: null, owner: here, name };
    // `const { Shell } = require('./shell')`
    const from = file.imports.find(({ names }) => names.some(({ local }) => local === here))?.specifier;
    return from !== undefined && imported.has(from) ? { specifier: from, through: null, owner: here, name } : null;
  };
}

/** The class whose own method `this.run()` calls. */
function ownerOf(file: FileFacts, call: CallFact): string | null {
  if (call.callee === call.name) return null;
  for (let at = call.function; at >= 0; at = file.functions[at]!.parent) {
    const { owner } = file.functions[at]!;
    if (owner >= 0) return file.classFacts[owner]?.name ?? null;
  }
  return null;
}

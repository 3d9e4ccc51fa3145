/** The interface of one state: every public name with its normalised signature. */
import type { InterfaceDescription, InterfaceMember } from '../../../facts/interface.ts';
import { compareText } from '../../../text/order.ts';
import { enumValues } from './classes/fields.ts';
import { declarationOf } from './declarations.ts';
import type { Binding, ClassBinding, Found } from './model.ts';
import { deprecation, renamed, shown, shownMember } from './shown.ts';
import { printSignature } from './signature.ts';
import { surfaceOf } from './surface.ts';
import { isPublicModule } from './visibility.ts';
import type { World } from './world.ts';

export function describeState(world: World): InterfaceDescription {
  const surface = surfaceOf(world);
  const isMany = surface.modules.size > 1;
  const members = new Map<string, InterfaceMember>();
  const add = (name: string, signature: string, place: Pick<InterfaceMember, 'path' | 'span'>, deprecated: string | null): void => {
    if (!members.has(name)) members.set(name, { name, signature, path: place.path, span: place.span, ...(deprecated === null ? {} : { deprecated }) });
  };
  if (isMany) for (const [name, { path }] of surface.modules) add(name, 'module', { path, span: [1, 1, 1, 1] }, null);
  for (const each of surface.offered.values()) {
    const name = isMany ? `${each.entry}.${each.name}` : each.name;
    const texts = new Set(each.found.map((one) => renamed(signatureOf(one, world), each.name)));
    const [first] = each.found.flatMap((one) => (one.kind === 'definition' ? [one.binding] : []));
    add(name, [...texts].sort().join(' | '), each, first ? deprecation(first) : null);
    for (const one of each.found) if (one.kind === 'definition' && one.binding.kind === 'class') addClass(name, one.binding, world, add, 0);
  }
  const entries = new Map([...surface.modules].map(([name, { module }]) => [module, name]));
  const declarations = world.project.readModules()
    .map((module) => ({ path: module.path.replace(/\.py$/, '.pyi'), name: entries.get(module) ?? '', text: declarationOf(module, world.project) }))
    .sort((a, b) => compareText(a.path, b.path));
  return { members: [...members.values()].sort((a, b) => compareText(a.name, b.name)), declarations };
}

function signatureOf(found: Found, world: World): string {
  switch (found.kind) {
    case 'definition': return shown(found.binding, world);
    case 'module': return isPublicModule(found.module.name) ? `module ${found.module.name}` : 'module';
    case 'external': return `from elsewhere: ${found.name}`;
    case 'unknown': return 'made when asked for';
  }
}

type Add = (name: string, signature: string, place: Pick<InterfaceMember, 'path' | 'span'>, deprecated: string | null) => void;

/** Classes within classes are followed so far. */
const DEEPEST = 4;

function addClass(name: string, binding: ClassBinding, world: World, add: Add, depth: number): void {
  if (depth > DEEPEST) return;
  const facts = world.facts(binding);
  const place = (each: Binding) => ({ path: each.module.path, span: each.module.source.span(each.node) });
  const constructor = world.constructing(binding);
  const written = world.constructorHome(binding)?.members.get('__init__')?.[0];
  const forms = written?.kind === 'function' && written.overloads.length > 0 ? shown(written, world) : null;
  if (constructor !== null) add(`${name}.__init__`, forms ?? `def __init__${printSignature(constructor)}`, place(binding), null);
  if (facts.flavour === 'enum')
    for (const [member, value] of enumValues(binding, world))
      add(`${name}.${member}`, `${member} = ${value ?? '…'}`, place(binding.members.get(member)?.[0] ?? binding), null);
  for (const [member, { bindings }] of facts.members) {
    const found = bindings.flatMap((each) => world.project.follow(each)).flatMap((each) => (each.kind === 'definition' ? [each.binding] : []));
    const [first] = found;
    if (first === undefined) continue;
    const texts = new Set(found.map((each) => shownMember(binding, member, each, world)));
    add(`${name}.${member}`, [...texts].sort().join(' | '), place(bindings[0]!), deprecation(first));
    if (first.kind === 'class' && first !== binding) addClass(`${name}.${member}`, first, world, add, depth + 1);
  }
}

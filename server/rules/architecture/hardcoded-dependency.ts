/**
 * Classes that create a collaborator from another block themselves.
 *
 * Bad, because such a class cannot be tested or used with another collaborator, and it depends on
 * how the collaborator is created as well as on what it does.
 *
 * A collaborator is an object that, by its name, talks to the outside world (a repository, client,
 * service and so on), wherever it is created; or one that does something (a calculator, an engine)
 * and is kept in a field. Values, errors, collections and parts that receive `this` are not.
 * Neither is what a caller can replace, what a method returns, or what factories and composition
 * roots create: that is their job.
 */
import * as z from 'zod';
import type { ClassSummary, ConstructionFact } from '../../facts/module-facts.ts';
import { originOf } from '../../graph/exports.ts';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

const options = z.strictObject({
  mayBuild: z.array(z.string()).default([]).describe('Names of classes that may be created anywhere.'),
});

/** By its name it reaches the world outside, or holds what others must share. */
const OUTWARD = new RegExp(
  String.raw`(Service|Repository|Repo|Dao|Gateway|Client|Api|API|Adapter|Mailer|Sender|Notifier|Publisher|Logger|Storage|Database|`
  + String.raw`Db|Connection|Connector|Broker|Bus|Tracker|Scheduler|Trainer|Uploader|Downloader|Fetcher|Driver|UseCase|Interactor|`
  + String.raw`Block)$`,
);

/** By its name it does something: an agent (`PriceCalculator`) or the like. */
const AGENT = /([a-z](er|or)|Engine|System|Auth|Pool|Store|Cache|Provider|Policy|Strategy|Processing|Pipeline)$/;

/** Ends like an agent, but is a value, a collection or a passing thing. */
const NO_AGENT = new RegExp(
  String.raw`(Error|Buffer|Pointer|Header|Folder|Order|User|Member|Customer|Number|Integer|Layer|Letter|Parameter|Iterator|Cursor|`
  + String.raw`Vector|Tensor|Color|Author|Actor|Timer|Counter|Character|Identifier|Offer|Owner|Player|Filter|Marker|Border|Corner|`
  + String.raw`Center|Register|Placeholder|Emitter|Observer|Barrier|Chapter|Paper|Power|Error|Descriptor|Ledger|Folder|Builder|`
  + String.raw`Reader|Writer|Encoder|Decoder|Parser|Lexer|Scanner|Tokenizer|Serializer|Formatter|Printer|Monitor|Container|Wrapper|`
  + String.raw`Holder|Locker|Lru\w*Cache|LRU\w*Cache|MemoryCache|WeakCache)$`,
);

/** Whose work it is to build things, by file, class or function. */
const BUILDER_FILE = new RegExp(
  String.raw`(^|\/)(main|index|app|application|server|cli|bootstrap|compose|composition([-_.]root)?|container|injector|wiring|`
  + String.raw`setup|di|__main__|[\w.-]*(factory|module|container|bootstrap|registry|provider)s?)\.\w+$`,
  'i',
);
const BUILDER_CLASS = /(Factory|Builder|Module|Container|Injector|Registry|App|Application|Bootstrap|Bootstrapper|Main|Program|Wiring|Root)$/;
const BUILDER_FUNCTION =
  /^_?(create|make|build|from|of|new|instantiate|construct|provide|bootstrap|compose|configure|clone|copy|fork|with|init(ialize)?$|setup$|main$)/i;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/hardcoded-dependency',
    title: 'Class creates its own collaborator',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §3.2', 'general §1.1', 'style §10', 'style §2.2'],
    criterion: 'contracts-and-boundaries',
    blocker: false,
    fixable: true,
    options,
    docs: {
      what:
        'A class that creates a repository, client, service or similar object from another block of the workspace, or that creates a calculator, engine '
        + 'or other working object and keeps it in a field.',
      why: 'The class cannot be tested or used with another collaborator, and it has to know how that one is created.',
      fix: 'Take the collaborator as a constructor parameter; a default value keeps existing callers working. Create it where the program is put together.',
      limits:
        'Names decide what is a collaborator and what is a value, and only classes of this workspace are known. Factories, entry points, parameter '
        + 'defaults, objects that a method returns and parts that receive `this` are left alone.',
    },
    messages: {
      field: '{owner} creates its own {name} (block "{block}"). Take it as a constructor parameter.',
      local: '{owner}.{method} creates a {name} (block "{block}"). Take it as a constructor parameter.',
    },
  },
  check({ model, optionsFor }, report) {
    for (const module of model.modules.values()) {
      if (module.block === null || BUILDER_FILE.test(module.path)) continue;
      for (const fact of module.facts.constructions) {
        const { className } = fact;
        if (className === null || !mayNotBuild(fact) || optionsFor(module.path).mayBuild.includes(fact.name)) continue;
        const kept = isKept(fact);
        const name = fact.name.split('.').at(-1)!;
        // In Python, what stands in a class's body is mostly a description for a framework.
        const python = module.facts.language === 'python' || module.facts.language === 'notebook';
        const described = python && fact.functionName === null;
        if (!OUTWARD.test(name) && !(kept && !described && fact.hands === 'other' && AGENT.test(name) && !NO_AGENT.test(name))) continue;
        const built = builtClass(model, module, fact);
        if (built === null || built.block === module.block || !hasBehaviour(built.summary)) continue;
        const data = { owner: className || 'This class', name, block: built.block };
        const method = python && fact.functionName === 'constructor' ? '__init__' : fact.functionName ?? '';
        const place = {
          span: fact.span,
          about: `${className}${kept ? '' : `.${fact.functionName}`} builds ${name}`,
          fixes:
            kept && (fact.functionName === null || fact.functionName === 'constructor')
              ? [{ id: 'constructor-parameter', title: `Take ${name} as a constructor parameter` }]
              : [],
        };
        report(module.path, kept ? { messageId: 'field', data, ...place } : { messageId: 'local', data: { ...data, method }, ...place });
      }
    }
  },
});

function mayNotBuild(fact: ConstructionFact): boolean {
  if (fact.defaultOnly || fact.returned === true || fact.hands === 'self' || BUILDER_CLASS.test(fact.className ?? '')) return false;
  return fact.functionName === null || fact.functionName === 'constructor' || isKept(fact) || !BUILDER_FUNCTION.test(fact.functionName);
}

/** In a field: assigned to one, or a field's first value. */
function isKept(fact: ConstructionFact): boolean {
  return fact.target !== null && (/^(this|self)\./.test(fact.target) || fact.functionName === null);
}

function builtClass(model: WorkspaceModel, module: ModuleNode, fact: ConstructionFact): { block: string; summary: ClassSummary } | null {
  const to = module.imports.find((each) => each.fact.specifier === fact.specifier)?.to;
  if (to?.kind !== 'file') return null;
  // `const Repo = require('./repo')` takes the whole module, which then is the class.
  const origin = originOf(model, to.path, fact.imported === '*' ? 'default' : fact.imported);
  const home = origin === null ? undefined : model.modules.get(origin.path);
  if (origin === null || home === undefined || home.block === null) return null;
  const { classes } = home.facts;
  const summary =
    classes.find((each) => each.name === origin.name) ??
    (origin.name === 'default' ? (only(classes.filter((each) => each.public)) ?? only(classes)) : undefined);
  return summary === undefined ? null : { block: home.block, summary };
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** More than data: it has methods, or takes them from a class that is no error. */
function hasBehaviour(summary: ClassSummary): boolean {
  if (summary.extends.some((name) => /(Error|Exception)$/.test(name))) return false;
  return summary.methods > 0 || summary.extends.length > 0;
}

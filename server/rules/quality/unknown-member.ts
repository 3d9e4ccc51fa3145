/**
 * Members that a class reads from itself and does not have.
 *
 * Bad, because the line raises an AttributeError whenever it runs: a field was renamed, or is only set in a version that is gone.
 */
import { defineGraphRule } from '../kit/rule.ts';

export const rule = defineGraphRule({
  meta: {
    id: 'quality/unknown-member',
    title: 'Member that the class does not have',
    severity: 'error',
    recommended: 'warning',
    roles: { fixture: 'off', docs: 'off', declaration: 'off' },
    languages: ['python', 'notebook'],
    guidelines: ['review §1.1', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { pylint: ['no-member', 'E1101'] },
    docs: {
      what: '`self.name`, where neither the class nor its bases define `name`, and nothing in the file gives it to an object.',
      why: 'The line raises an `AttributeError` whenever it runs. It is often in code that no test covers, left behind when a field was renamed.',
      fix: 'Correct the name, or set the field in `__init__`.',
      limits:
        'Only classes whose bases all stand in the same file, from which no other class of the project derives, and that have an `__init__` or are made or '
        + 'imported somewhere. Silent in files that make members while they run (`setattr`, `__dict__`, `__getattr__`), for names that the file has in '
        + 'quotes, and where an `except` provides for it.',
    },
    messages: { missing: 'Nothing gives {owner} a member "{name}", so this line raises an AttributeError.' },
  },
  check({ model }, report) {
    const modules = [...model.modules.values()];
    // Asked after each pause of typing: few files have such a member, and only for their classes the others are gone through.
    const asking = modules.filter(({ facts }) => facts.unknownMembers !== undefined && facts.unknownMembers.length > 0);
    if (asking.length === 0) return;
    const owners = new Set(asking.flatMap(({ facts }) => facts.unknownMembers!.map(({ owner }) => owner)));
    const bases = new Set<string>();
    const imported = new Set<string>();
    for (const { facts } of modules) {
      for (const { extends: of } of facts.classes) for (const base of of) if (owners.has(lastName(base))) bases.add(lastName(base));
      // A class that nobody names may be put together with others by its path.
      for (const { names } of facts.imports) for (const each of names) if (owners.has(each.imported)) imported.add(each.imported);
    }
    for (const { path, facts } of asking) {
      for (const { owner, made, name, place, span } of facts.unknownMembers ?? []) {
        if (bases.has(owner) || (made !== true && !imported.has(owner) && facts.role !== 'test')) continue;
        report(path, { messageId: 'missing', data: { owner, name }, span, about: `${owner}.${place}: ${name}` });
      }
    }
  },
});

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Compares two enums: their members, and what these stand for. */
import { ts } from 'ts-morph';
import { direction, nodesOf, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import { propertyOf } from './consumer.ts';

/** @param local how a consumer calls the enum; null where it cannot */
export function compareEnums(c: Comparison, symbols: Pair<ts.Symbol>, place: Place, local: string | null, used: boolean): void {
  const before = valuesOf(c.before, symbols.before);
  const after = valuesOf(c.after, symbols.after);
  const { uses } = place.use;
  const at = (name: string): Place => ({ ...place, name: `${place.name}.${name}`, nodes: nodesOf(symbols.before.exports?.get(name as ts.__String),
    symbols.after.exports?.get(name as ts.__String)) });
  for (const [name, value] of before) {
    const member = local === null ? null : propertyOf(local, name);
    if (!after.has(name)) {
      c.report('enum-member-removed', at(name), { message: `${place.name}.${name} is gone.`, before: written(value), probes: member === null
        ? [] : [{ uses, lines: [`${member};`] }] });
    } else if (after.get(name) !== value) {
      const [key, literal] = [String(value), typeof value === 'number' ? String(value) : `'${String(value)}'`];
      c.report('enum-member-revalued', at(name), {
        message: `${place.name}.${name} was ${written(value)} and is now ${written(after.get(name))}.`, before: written(value), after: written(after.get(name)),
        probes: member === null ? [] : [
          { uses, lines: [`const table = { [${member}]: true };`, `${typeof value === 'number' ? `table[${key}]` : propertyOf('table', key)};`] },
          { uses, lines: [`const value: \`\${${member}}\` = ${typeof value === 'number' ? `'${key}'` : literal};`] },
        ],
      });
    }
  }
  for (const [name, value] of after) {
    if (before.has(name)) continue;
    const breaks = place.how.out && used;
    const fields = [...before.keys()].map((each) => `[${propertyOf(local ?? '', each)}]: true`);
    c.report('enum-member-added', at(name), {
      message: `${place.name}.${name} is new (${used ? direction(place.how) : 'not given by anything'}).`, after: written(value), checked: !breaks,
      probes: breaks && local !== null ? [{ uses, lines: [`const handled: { [Key in ${local}]: boolean } = { ${fields.join(', ')} };`] }] : [],
    }, breaks ? 'major' : 'minor');
  }
  const [was, is] = [symbols.before, symbols.after].map((symbol) => (symbol.flags & ts.SymbolFlags.ConstEnum) !== 0);
  if (was === is) return;
  if (is === true) c.report('enum-became-const', place, { message: `${place.name} is now a const enum.`, probes: local === null ? [] : [{ uses,
    lines: [`Object.keys(${local});`] }] });
  else c.report('enum-became-plain', place, { message: `${place.name} is no longer a const enum.`, checked: true });
}

function valuesOf(view: View, symbol: ts.Symbol): Map<string, string | number | undefined> {
  const found = new Map<string, string | number | undefined>();
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isEnumDeclaration(declaration)) continue;
    for (const member of declaration.members) {
      const name = ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : member.name.getText();
      found.set(name, view.side.checker.getConstantValue(member));
    }
  }
  return found;
}

function written(value: string | number | undefined): string {
  return value === undefined ? 'computed' : JSON.stringify(value);
}


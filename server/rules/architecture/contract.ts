/**
 * Contracts that contradict the configuration or the code they stand above.
 *
 * Bad, because others build against what a block says of itself. Two statements that differ leave open which one
 * holds, and a contract that names types which its code neither takes nor gives describes something else.
 *
 * Only written contracts are checked. What a block is responsible for cannot be judged, only compared. Types are
 * looked for by name, in brackets or where the whole value is a type, among the signatures of the same file, and only
 * where these are complete. A face that passes on internals of another block is reported by private-import, where the
 * import stands, and imports that the contract does not list by undeclared-dependency.
 */
import type { ContractFact, ModuleFacts } from '../../facts/module-facts.ts';
import { countsForBlocks } from '../../graph/edges.ts';
import { nameMatcher } from '../../graph/contracts.ts';
import type { Block, WorkspaceModel } from '../../graph/model.ts';
import type { DraftOf, RelatedOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

const messages = {
  words: 'This says that {field} of "{block}" is "{here}", but its configuration says "{there}".',
  listed: 'This contract lists "{to}", which "dependsOn" of block "{block}" does not.',
  unlisted: '"dependsOn" of block "{block}" lists "{to}", which this contract does not.',
  type: 'The contract names {type} as {field}, but no public signature in this file mentions it.',
  untyped: 'The contract describes an interface without types: {names}.',
  configured: 'The configuration says it here.',
} as const;

type Words = 'responsibility' | 'input' | 'output';
const WORDS: readonly Words[] = ['responsibility', 'input', 'output'];
/** How many functions a message names. */
const NAMED = 3;
/** `Raw rows (pd.DataFrame)` and a value that is nothing but a type. */
const IN_BRACKETS = /\(([^()]+)\)/g;
const TYPE = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/contract',
    title: 'Contract that contradicts its block',
    severity: 'warning',
    recommendedFor: { untyped: 'info', type: 'info' },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §1', 'blocks §4.1'],
    criterion: 'contracts-and-boundaries',
    blocker: false,
    fixable: true,
    docs: {
      what:
        'A contract comment (`Responsible for:`, `Input:`, `Output:`, `Dependencies:`) that says something else than the block\'s configuration, names '
        + 'types that its code does not use, or describes functions without types.',
      why: 'Others build against what a block says of itself. When two statements differ, nobody knows which one holds.',
      fix: 'State each thing once: in the comment or in `archwright.jsonc`. Correct the types, and write the missing ones.',
      limits:
        'Blocks without a contract are not checked. What a block is responsible for is only compared. Types are compared by name with the signatures in '
        + 'the same file. Imports missing in the contract are reported by architecture/undeclared-dependency, and a face that passes on internals of '
        + 'another block by architecture/private-import.',
    },
    messages,
  },
  check({ model }, report) {
    for (const block of model.blocks.values()) {
      for (const path of block.files) {
        const { facts } = model.modules.get(path)!;
        if (facts.contract === null || !countsForBlocks(facts.role) || !isOfBlock(facts.contract, block, model)) continue;
        for (const draft of [...againstConfiguration(block, facts, facts.contract, model), ...againstCode(facts, facts.contract)]) report(path, draft);
      }
    }
  },
});

/** A class of a block may have a contract of its own; what names another block is not about this one. */
function isOfBlock({ block: named }: ContractFact, { id }: Block, { blocks }: WorkspaceModel): boolean {
  return named === null || nameMatcher([...blocks.keys()].map((each) => [each, each] as const)).idOf(named) === id || !nameMatcher([[id, id]]).isKnown(named);
}

function againstConfiguration(block: Block, { path }: ModuleFacts, contract: ContractFact, model: WorkspaceModel): DraftOf<typeof messages>[] {
  const found: DraftOf<typeof messages>[] = [];
  const { span } = contract;
  if (block.contract?.source === 'configuration') {
    const related: RelatedOf<typeof messages>[] = [{ ...block.contract.place, messageId: 'configured' }];
    for (const field of WORDS) {
      const [here, there] = [contract[field], block.contract[field]];
      if (here === null || there === null || plain(here) === plain(there)) continue;
      found.push({ messageId: 'words', data: { field: `the ${field}`, block: block.id, here, there }, span, about: field, related });
    }
  }
  if (block.declared?.source === 'configuration' && contract.dependencies !== null) {
    const { idOf } = nameMatcher([...model.blocks.keys()].map((each) => [each, each] as const));
    const listed = contract.dependencies.map(idOf).filter((id) => model.blocks.has(id) && id !== block.id);
    const { dependencies, path: where, span: at } = block.declared;
    const related: RelatedOf<typeof messages>[] = [{ path: where, span: at, messageId: 'configured' }];
    for (const [messageId, change, ids] of [
      ['listed', 'remove', listed.filter((id) => !dependencies.includes(id))], ['unlisted', 'add', dependencies.filter((id) => !listed.includes(id))],
    ] as const) {
      for (const to of ids) {
        const title = change === 'add' ? `Add "${to}" to the contract` : `Remove "${to}" from the contract`;
        const fixes = [{ id: `contract-${change}`, title, data: { path, span, block: block.id, dependency: to } }];
        found.push({ messageId, data: { to, block: block.id }, span, about: `${messageId} ${to}`, related, fixes });
      }
    }
  }
  return found;
}

function againstCode(facts: ModuleFacts, contract: ContractFact): DraftOf<typeof messages>[] {
  const { surface: { untyped, types }, span } = contract;
  if (untyped.length > 0) {
    const more = untyped.length - NAMED;
    const names = untyped.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return [{ messageId: 'untyped', data: { names }, span, about: 'untyped' }];
  }
  const known = new Set(types.map(lastName));
  if (facts.exports.every(({ kind }) => kind !== 'function' && kind !== 'class') || known.size === 0) return [];
  return (['input', 'output'] as const).flatMap((field) => typesIn(contract[field]).filter((type) => !known.has(lastName(type)))
    .map((type) => ({ messageId: 'type' as const, data: { type, field: `its ${field}` }, span, about: `${field} ${type}` })));
}

/** Types that the words name surely. */
function typesIn(words: string | null): string[] {
  if (words === null) return [];
  const texts = [words, ...Array.from(words.matchAll(IN_BRACKETS), ([, inside = '']) => inside)];
  return texts.map((text) => text.trim()).filter((text) => TYPE.test(text) && (/[A-Z]/.test(text[0]!) || text.includes('.')) && !/^[A-Z]+$/.test(text));
}

function lastName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}

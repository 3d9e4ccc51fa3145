/** Conventions of JavaScript and its frameworks: the file through which others import a folder, and methods whose signature is known. */
import type { ModuleFacts } from '../../facts/module-facts.ts';
import type { SignatureHabits } from '../kit/signatures.ts';

/** @returns whether it is its folder's index; one that exports nothing, such as a program's entry, does not count */
export function isFace({ path, exports }: Pick<ModuleFacts, 'path' | 'exports'>): boolean {
  return exports.length > 0 && /(^|\/)index\.[cm]?[jt]sx?$/.test(path);
}

/** Methods that a framework or the language itself calls. */
export const SIGNATURE_HABITS: SignatureHabits = {
  knownMethods: new RegExp([
    '^(toString|toJSON|valueOf|\\[Symbol\\.\\w+\\]|render|connectedCallback|disconnectedCallback|componentDid(Mount|Update|Catch)|componentWillUnmount',
    '|ng(OnInit|OnDestroy|OnChanges|AfterViewInit)|visit_\\w+|__\\w+__)$',
  ].join('')),
};

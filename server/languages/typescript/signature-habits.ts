/** Signature conventions of JavaScript and its frameworks. */
import type { SignatureHabits } from '../kit/signatures.ts';

export const SIGNATURE_HABITS: SignatureHabits = {
  knownMethods: new RegExp([
    '^(toString|toJSON|valueOf|\\[Symbol\\.\\w+\\]|render|connectedCallback|disconnectedCallback|componentDid(Mount|Update|Catch)|componentWillUnmount',
    '|ng(OnInit|OnDestroy|OnChanges|AfterViewInit)|visit_\\w+|__\\w+__)$',
  ].join('')),
};

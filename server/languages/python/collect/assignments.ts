/** Values assigned to names that rules check: by assignment, as named arguments and in dictionaries. */
import type { AssignmentFact } from '../../../facts/file-facts.ts';
import { stakesBy } from '../../kit/at-stake.ts';
import { hasRemark } from '../../kit/remark.ts';
import { calleeName } from '../names.ts';
import { isPlainString, stringValue } from '../strings.ts';
import { part, type Node, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';

/** All other names would cost time and memory for nothing. */
const JUDGED = new RegExp(
  '^(verify|verify_ssl|ssl_verify|verify_mode|check_hostname|cert_reqs|_create_default_https_context|ssl|insecure|trust_env|'
  + 'PYTHONHTTPSVERIFY|CURL_CA_BUNDLE|autoescape|shell|debug|DEBUG|SESSION_COOKIE_SECURE|CSRF_COOKIE_SECURE|'
  + 'SESSION_COOKIE_HTTPONLY|SECURE_SSL_REDIRECT|validate_certs|disable_ssl_certificate_validation|minimum_version)$',
);

/** Of these, what turns the verification of one connection off. */
const SWITCH = /^(verify|verify_ssl|ssl_verify|verify_mode|check_hostname|cert_reqs|ssl|validate_certs|disable_ssl_certificate_validation)$/;

export interface AssignmentCollector extends Collector {
  assignments: AssignmentFact[];
}

export function assignmentCollector(source: Source, values: Values): AssignmentCollector {
  const assignments: AssignmentFact[] = [];
  const isAtStake = stakesBy(holderOf, (holder) => source.textOf(holder));
  const add = (kind: AssignmentFact['kind'], name: string, target: string, node: Node, value: Node | null, at: Place): void => {
    if (value === null || !JUDGED.test(name)) return;
    const commented = hasRemark(source, node.start, node.end) ? { commented: true as const } : {};
    const atStake = SWITCH.test(name) && isAtStake(node) ? { atStake: true as const } : {};
    assignments.push({ kind, name, target, span: source.span(node), value: values.describe(value), function: at.function, ...commented, ...atStake });
  };
  return {
    assignments,
    on: {
      assignment: (node, at) => {
        const left = part(node, 'left');
        if (left === null || !/^(identifier|attribute|subscript)$/.test(left.type)) return;
        const target = calleeName(source, left);
        const name = target.path.at(-1) ?? target.text;
        add('member', name, target.text, node, part(node, 'right'), at);
      },
      keyword_argument: (node, at) => {
        const name = source.textOf(part(node, 'name')!);
        add('property', name, name, node, part(node, 'value'), at);
      },
      pair: (node, at) => {
        const key = part(node, 'key');
        if (key === null || !isPlainString(key)) return;
        const name = stringValue(source, key);
        add('property', name, name, node, part(node, 'value'), at);
      },
    },
  };
}

/** The function around it, or the statement outside of all. */
function holderOf(node: Node): Node {
  let holder = node;
  while (holder.type !== 'function_definition' && holder.parent.type !== 'module') holder = holder.parent;
  return holder;
}

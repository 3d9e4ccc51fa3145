/** Values assigned to names: by assignment, in objects and in markup. */
import type { AssignmentFact } from '../../../facts/file-facts.ts';
import { ts, nameText, type Source } from '../syntax.ts';
import { stakesBy } from '../../kit/at-stake.ts';
import { hasRemark } from '../../kit/remark.ts';
import { calleeName } from '../names.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';

/** Names that rules check; all others would cost time and memory for nothing. */
const JUDGED = new RegExp(
  '^(innerHTML|outerHTML|srcdoc|dangerouslySetInnerHTML|v-html|NODE_TLS_REJECT_UNAUTHORIZED|rejectUnauthorized|strictSSL|'
  + 'insecure|secure|httpOnly|minVersion|secureProtocol|checkServerIdentity|trustServerCertificate|ignoreHTTPSErrors|sslValidate|'
  + 'tlsAllowInvalidCertificates|tlsAllowInvalidHostnames|tlsInsecure|\\$where)$',
  'i',
);

/** Of these, what turns the verification of one connection off. */
const SWITCH = /^(rejectUnauthorized|strictSSL|sslValidate|trustServerCertificate|ignoreHTTPSErrors|tls\w+)$/;

export interface AssignmentCollector extends Collector {
  assignments: AssignmentFact[];
}

/** Records values of members, properties and attributes whose names rules check. */
export function assignmentCollector(source: Source, values: Values): AssignmentCollector {
  const assignments: AssignmentFact[] = [];
  const isAtStake = stakesBy(holderOf, (holder) => source.text.slice(holder.pos, holder.end));
  const add = (kind: AssignmentFact['kind'], name: string, target: string, node: ts.Node, value: ts.Expression, at: Place): void => {
    const commented = hasRemark(source, node.getStart(source.file), node.end) ? { commented: true as const } : {};
    const atStake = SWITCH.test(name) && isAtStake(node) ? { atStake: true as const } : {};
    assignments.push({ kind, name, target, span: source.span(node), value: values.describe(value), function: at.function, ...commented, ...atStake });
  };
  return {
    assignments,
    on: {
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression, at: Place) => {
        const operator = node.operatorToken.kind;
        if (operator !== ts.SyntaxKind.EqualsToken && operator !== ts.SyntaxKind.PlusEqualsToken) return;
        if (ts.isIdentifier(node.left)) return values.noteAssignment(node.left, node.right, operator === ts.SyntaxKind.PlusEqualsToken);
        if (!ts.isPropertyAccessExpression(node.left) && !ts.isElementAccessExpression(node.left)) return;
        const target = calleeName(source, node.left);
        const name = target.path.at(-1) ?? '';
        if (JUDGED.test(name)) add('member', name, target.text, node, node.right, at);
      },
      [ts.SyntaxKind.PropertyAssignment]: (node: ts.PropertyAssignment, at: Place) => {
        const name = nameText(source, node.name);
        if (JUDGED.test(name)) add('property', name, name, node, node.initializer, at);
      },
      [ts.SyntaxKind.JsxAttribute]: (node: ts.JsxAttribute, at: Place) => {
        const name = nameText(source, node.name);
        if (!JUDGED.test(name) || node.initializer === undefined) return;
        const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : ts.isStringLiteral(node.initializer) ? node.initializer : undefined;
        if (value !== undefined) add('attribute', name, name, node, value, at);
      },
    },
  };
}

/** The function around it, or the statement outside of all. */
function holderOf(node: ts.Node): ts.Node {
  let holder = node;
  while (!ts.isFunctionLike(holder) && !ts.isSourceFile(holder.parent)) holder = holder.parent;
  return holder;
}

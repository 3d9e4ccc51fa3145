/** What someone on the network would gain where a certificate is not verified: a password, a database, or the answer of a public server. */

/** What signs in, by the name of a variable, a parameter, a property or a header. */
const CREDENTIAL = new RegExp(
  String.raw`(?<![a-z])(?:auth|authorization|bearer|basic_?auth|tokens?|api[_-]?keys?|pass(?:word|wd)s?|pwd|credentials?|cookies?|secrets?)(?![a-z])`, 'i',
);
/** Connections that sign in by their address or by a client of their own. */
const STORE = new RegExp(
  String.raw`(?<![a-z])(?:(?:io)?redis|rediss|valkey|mysql2?|mariadb|mssql|pg|postgres(?:ql)?|mongo(?:db|ose|_client)?|elastic_?search|opensearch|cassandra|`
  + String.raw`planetscale|amqp|rabbitmq|kafka|ldap|sequelize|knex|typeorm|prisma|database|data_source|connection_string|smtp|nodemailer)(?![a-z])`,
  'i',
);
/** A server whose certificate every machine can verify: what is filled in, is on this machine or has no dot in its name is none. */
const PUBLIC_SERVER = new RegExp(
  String.raw`['"\x60](?:https|wss):\/\/(?!localhost|127\.|10\.|192\.168\.|172\.)(?:[\w-]+\.)+(?!(?:local|localdomain|internal|lan|test|example|invalid)\b)`
  + String.raw`[a-z]{2,}(?=[:\/?#'"\x60])`,
  'i',
);

/**
 * @param holderOf the function around a node, or the statement outside of all
 * @param textOf code of a node
 * @returns tells of a node whether what holds it signs in, opens a database or names a public server; each holder is read once
 */
export function stakesBy<Node>(holderOf: (node: Node) => Node, textOf: (node: Node) => string): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  return (node) => {
    const holder = holderOf(node);
    let answer = known.get(holder);
    if (answer === undefined) known.set(holder, (answer = isAtStake(textOf(holder))));
    return answer;
  };
}

function isAtStake(code: string): boolean {
  const words = code.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return CREDENTIAL.test(words) || STORE.test(words) || PUBLIC_SERVER.test(code);
}

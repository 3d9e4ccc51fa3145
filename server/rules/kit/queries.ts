/** Which calls query a database; shared by the rules about loops. */
import type { CallFact } from '../../facts/file-facts.ts';

const READS = new RegExp(
  '^(findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|findOne|findOneBy|findOneOrFail|findBy|findById|findByPk|'
  + String.raw`findAll|findAndCount|query|queryRow|queryRaw|\$queryRaw|\$queryRawUnsafe|fetchone|fetchall|countDocuments|first|getOne|`
  + 'getMany|one|oneOrNone|many|manyOrNone)$',
);
const DATABASE_NAME = new RegExp(
  '^_?(db|database|prisma|knex|pool|pg|client|conn|connection|sequelize|orm|em|entityManager|manager|tx|trx|transaction|session|'
  + String.raw`repo|repository|\w*(Repo|Repository|Model|Dao|Db|Pool|Client|Connection|Prisma|Collection|DataSource))$`,
  'i',
);
const DATABASE_MODULE = new RegExp(
  String.raw`^(pg|pg-promise|mysql2?(\/promise)?|mariadb|mongodb|mongoose|@prisma\/client|knex|sequelize|typeorm|@mikro-orm\/.+|`
  + 'better-sqlite3|sqlite3?|tedious|mssql|oracledb|ioredis|drizzle-orm.*)$',
);
/** Names that are not specific to databases: they need more evidence. */
const COMMON = /^(first|one|many|query|findOne|findBy|findAll|findById)$/;

/** Statements that give back no rows. */
const CHANGES =
  /^\s*(alter|create|drop|truncate|insert|update|delete|merge|replace|grant|revoke|set|begin|commit|rollback|savepoint|lock|vacuum|analyze|reindex)\b/i;

/** A call that queries a database for rows. Only the name decides when nothing shows what it is called on. */
export function isQuery(call: CallFact): boolean {
  if (!READS.test(call.name) || call.new || CHANGES.test(textOf(call))) return false;
  const parts = call.callee.replace(/\(\)/g, '').split('.').slice(0, -1);
  const module = /^(?:new |type )?(.+)#/.exec(call.receiver ?? '')?.[1] ?? call.module;
  if (module !== null && DATABASE_MODULE.test(module)) return true;
  // The object is known and is no database: `document.query`, a router's own `query`.
  if (module !== null && !/^[.~@#]/.test(module)) return false;
  if (!parts.some((part) => DATABASE_NAME.test(part))) return !COMMON.test(call.name) && call.awaited && /^[A-Z]/.test(parts.at(-1) ?? '');
  return call.awaited || call.result === 'returned';
}

/** One row at a time: the way Django and SQLAlchemy query for it, and a cursor that executes a SELECT. */
const DJANGO = /\.objects(\.\w+\(\))*\.(get|first|last|count|exists|filter\(\)\.(get|first|exists|count))$/;
const SQLALCHEMY = /(^|[._])(session|db|sess)(\.session)?\.(query\(\)(\.\w+\(\))*\.(first|one|one_or_none|all|scalar|count|get)|get|scalar|scalars)$/i;
const CURSOR = /(^|[._])(cursor|cur|conn|connection|db|engine|session)(\(\))?\.(execute|fetch|fetchrow|fetchval|fetch_one|fetch_all)$/i;

/** A Python call that queries a database for rows. @param call in a loop */
export function isPythonQuery(call: CallFact): boolean {
  // `session.get(User, id)`; a session of HTTP is given an address.
  if (/\.get$/.test(call.callee) && SQLALCHEMY.test(call.callee) && !/\(\)/.test(call.callee)) return /^([\w.]+\.)?[A-Z]\w*$/.test(call.args[0]?.text ?? '');
  if (DJANGO.test(call.callee) || SQLALCHEMY.test(call.callee)) return call.args.length > 0 || /\(\)/.test(call.callee);
  return CURSOR.test(call.callee) && /^\s*SELECT\b/i.test(textOf(call));
}

/** The statement that is passed first, as far as it is written out. */
function textOf({ args: [first] }: CallFact): string {
  return first === undefined ? '' : first.pieces?.map((piece) => piece ?? '').join('') ?? (first.kind === 'string' ? first.text : '');
}

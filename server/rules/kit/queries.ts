/** What asks a database, shared by the rules about loops. */
import type { CallFact } from '../../facts/file-facts.ts';

const READS = /^(findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|findOne|findOneBy|findOneOrFail|findBy|findById|findByPk|findAll|findAndCount|query|queryRow|queryRaw|\$queryRaw|\$queryRawUnsafe|fetchone|fetchall|countDocuments|first|getOne|getMany|one|oneOrNone|many|manyOrNone)$/;
const DATABASE_NAME = /^_?(db|database|prisma|knex|pool|pg|client|conn|connection|sequelize|orm|em|entityManager|manager|tx|trx|transaction|session|repo|repository|\w*(Repo|Repository|Model|Dao|Db|Pool|Client|Connection|Prisma|Collection|DataSource))$/i;
const DATABASE_MODULE = /^(pg|pg-promise|mysql2?(\/promise)?|mariadb|mongodb|mongoose|@prisma\/client|knex|sequelize|typeorm|@mikro-orm\/.+|better-sqlite3|sqlite3?|tedious|mssql|oracledb|ioredis|drizzle-orm.*)$/;
/** Names that other things than databases have as well: asked for with a better reason. */
const COMMON = /^(first|one|many|query|findOne|findBy|findAll|findById)$/;

/** A call that asks a database for rows. Names alone decide where nothing shows what it is called on. */
export function isQuery(call: CallFact): boolean {
  if (!READS.test(call.name) || call.new) return false;
  const parts = call.callee.replace(/\(\)/g, '').split('.').slice(0, -1);
  const module = /^(?:new |type )?(.+)#/.exec(call.receiver ?? '')?.[1] ?? call.module;
  if (module !== null && DATABASE_MODULE.test(module)) return true;
  // Something known that is no database: `document.query`, a router's own `query`.
  if (module !== null && !/^[.~@#]/.test(module)) return false;
  if (!parts.some((part) => DATABASE_NAME.test(part))) return !COMMON.test(call.name) && call.awaited && /^[A-Z]/.test(parts.at(-1) ?? '');
  return call.awaited || call.result === 'returned';
}

/**
 * SQL text that is built from values.
 *
 * The database cannot tell the value from the command around it: a quote in the value ends the
 * string and the rest is executed. Parameters are sent separately from the text.
 */
import type { CallFact, Origin, ValueFact } from '../../facts/file-facts.ts';
import type { Severity } from '../../findings/severity.ts';
import { awaited, FOLLOWED, HANDED } from '../kit/awaited.ts';
import { exposureOf, isCallable, judgeGiven, openOrigins, placeName, propertyOf, type Exposure } from '../kit/exposure.ts';
import { isPython, keyword } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';
import { areQuotesDoubled, isChosen } from './sql-injection/chosen.ts';

/** Methods that take a whole statement; the text must look like SQL to count. */
const QUERY_METHODS = new RegExp(
  String.raw`^(query|queryOne|queryMany|execute|executemany|exec|raw|prepare|all|get|each|run|iterate|one|oneOrNone|many|`
  + String.raw`manyOrNone|any|none|result|sql|\$queryRaw(Unsafe)?|\$executeRaw(Unsafe)?|createQuery|nativeQuery|rawQuery|queryRaw|execSQL|`
  + String.raw`multi|text|read_sql|read_sql_query|read_gbq|executescript|exec_driver_sql|fetch|fetchrow|fetchval|mogrify|extra)$`,
);
const DATABASE =
  /(^|[._#])\w*(db|database|sqlite\w*|sql|conn|connection|client|pool|session|transaction|tx|trx|knex|cursor|store|repository|em|manager)(\(\))?\.get$/i;
/** Methods that take a piece of SQL: any text built for them is SQL. */
const PIECE_METHODS =
  /^(whereRaw|orWhereRaw|andWhereRaw|havingRaw|orderByRaw|groupByRaw|selectRaw|fromRaw|joinRaw|\$queryRawUnsafe|\$executeRawUnsafe|RawSQL)$/;
const UNSAFE_WHOLE = /^(\$queryRawUnsafe|\$executeRawUnsafe)$/;
const STATEMENT = new RegExp(
  String.raw`^\s*(--[^\n]*\n\s*)*(WITH\s[\s\S]*\bAS\s*\(|SELECT\s[\s\S]*\bFROM\b|INSERT\s+(OR\s+\w+\s+|IGNORE\s+)?INTO\s|`
  + String.raw`REPLACE\s+INTO\s|UPDATE\s[\s\S]*\bSET\b|DELETE\s+FROM\s|TRUNCATE\s+TABLE\s|DROP\s+(TABLE|DATABASE|INDEX|VIEW|SCHEMA|`
  + String.raw`USER|ROLE)\s|ALTER\s+(TABLE|DATABASE|USER|ROLE)\s|CREATE\s(?:[\w\s]*\s)?(TABLE|DATABASE|INDEX|VIEW|SCHEMA|USER|ROLE)\s|`
  + String.raw`CALL\s+\w+\s*\(|EXEC(UTE)?\s+\w+|GRANT\s[\s\S]*\bTO\b|MERGE\s+INTO\s|PRAGMA\s+\w+|ATTACH\s+DATABASE\s)`,
  'i',
);
/** Text before an inserted table or column name, which cannot be sent as a parameter. */
const BEFORE_NAME = new RegExp(
  String.raw`(\b(FROM|INTO|UPDATE|TABLE|JOIN|BY|INDEX|VIEW|ON|DATABASE|SCHEMA|EXISTS|SELECT|PRAGMA|ONLY|TO|COLUMN|ROLE|USER|SET|`
  + String.raw`WHERE|AND|VALUES|RETURNING)\s+|[\w"\x60\])]\s*[.(,]\s*|[\])]\s*)["\x60[(]*$`,
  'i',
);
const CLEANS = new RegExp(
  String.raw`(^|[._])(escape|quote|ident|literal|sanitize|format|placeholder|safe|param|bind|toSql|compile)\w*\(\)$|(Ident|`
  + String.raw`Identifier|Literal|Escaped?|Quoted?|Placeholders?|Params?)\(\)$|\bsql\(\)$|^(knex|Prisma|sql|SQL)\.\w+\(\)$|(^|`
  + String.raw`[._])(quote_name|quote_ident|qn|adapt|mogrify|as_string|as_sql|render|get_sql|compile_\w+)\(\)$`,
);

/** A function that gives a piece of SQL: `getDateSQL()`, `parseFilters()`, `buildWhere()`. */
const MAKES_SQL = /(sql|query|filters?|clauses?|where|order_?by|columns?|conditions?|joins?|select|fields?|fragment)\w{0,12}\(\)$/i;

export const rule = defineFileRule({
  meta: {
    id: 'security/sql-injection',
    title: 'SQL injection',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources: {
      ruff: byFacts('S608', 'S610', 'S611'),
      eslint: ['sonarjs/sql-queries'],
      cwe: [89, 564],
    },
    docs: {
      what:
        'A statement whose text is built with a template, `+` or a variable built that way, contains a variable value, and is passed to a call that runs '
        + 'it (`query`, `execute`, `raw`, `prepare`, `$queryRawUnsafe`, `whereRaw` and similar). Request data and parameters of public functions are '
        + 'errors, other values are warnings. In the profile `recommended`, only request data blocks; an argument of a public function that stands between '
        + 'quotes is an error, one that is compared a warning, and all else information: names, pieces of statements, values of the program itself.',
      why: 'A quote in the value ends the string and the rest is executed: whoever controls the value can read, change or drop the whole database.',
      fix: 'Write a placeholder (`?`, `$1`, `:name`) and pass the value separately. Choose names of tables and columns from a fixed list.',
      limits:
        FOLLOWED
        + 'Tagged templates (`sql`…``) send their values separately and are accepted, and so are numbers, '
        + 'constants, lists of placeholders and quoting functions.',
    },
    messages: {
      value: '{from} is inserted into the SQL text of {callee}. Use a placeholder and pass the value as a parameter.',
      name: '{from} names a table or column in the SQL of {callee}. Choose the name from a fixed list.',
      whole: '{callee} runs {from} as SQL. Use a fixed statement with placeholders.',
      ...HANDED,
    },
  },
  check(file, report) {
    for (const call of file.calls) {
      const text = statementOf(call);
      if (text === null) continue;
      const exposure = exposureOf(file, text, call.function, { cleans: CLEANS });
      if (exposure === null) continue;
      const open = openOrigins(text, { cleans: CLEANS });
      const named = text.pieces !== null && namesOnly(text.pieces) && open.every((origin) => origin.kind !== 'request');
      // A class or module may insert a table name that it holds itself.
      const own = named && open.every(isOwnName);
      if (own && !(isPython(file) && open.some((origin) => origin.kind === 'parameter') && isCallable(file, call.function))) continue;
      // Of a condition for Django, only the list that holds it is known.
      const messageId: 'whole' | 'name' | 'value' = text.pieces === null && call.name !== 'extra' ? 'whole' : named ? 'name' : 'value';
      // Whoever puts SQL together from pieces has functions for them.
      const isPiece = (origin: Origin): boolean => origin.kind === 'call' && MAKES_SQL.test(origin.text);
      const isMild = (origin: Origin): boolean => isPiece(origin) || isChosen(file, call, origin, messageId === 'value');
      const isDeliberate = (messageId === 'value' && isPiece(exposure.from)) || (open.length > 0 && open.every(isMild));
      // The message names what is left to do.
      const from = (isDeliberate || !isMild(exposure.from) ? undefined : open.find((origin) => !isMild(origin))) ?? exposure.from;
      // No placeholder stands for a name, and a migration runs once, over what is there.
      const isMeant = isDeliberate || named || (!exposure.outside && areQuotesDoubled(file, call, text.text, from.text)) || MIGRATION.test(file.path)
        || (!exposure.outside && OF_DATABASES.test(text.text));
      const said = { messageId, data: { from: from.text, callee: call.callee }, span: text.span, about: `${placeName(file, call.function)}: ${call.name}` };
      const awaits = isMeant || exposure.outside ? null : awaited(file, call, text, { cleans: CLEANS });
      if (awaits !== null) report({ ...said, awaits });
      report({
        ...said,
        ...(isMeant ? { recommended: 'info' as const } : judgeGiven(file, call, exposure, { ofCallers: ofCallers(text, exposure), otherwise: 'info' })),
        severity: own ? 'info' : named ? 'warning' : exposure.severity,
      });
    }
  },
});

/** Whoever sets up a database chooses its name. */
const OF_DATABASES = /\b(create|alter|drop)\s+(database|role|user|schema)\b/i;
const MIGRATION = /(^|\/)(migrations?|alembic\/versions)\//i;

/** Holds the name of a table or column, by its own. */
const NAME_NAME = /(columns?|tables?|schemas?|databases?|stages?|views?|ind(ex|exes|ices)|sequences?|roles?|warehouses?)(_?names?)?$/i;
/** Holds a piece of SQL, not a value, by its name: `fromSql`, `whereClause`, `column_name`. */
const PIECE_NAME = /(sql|quer(y|ies)|clauses?|where|order_?by|filters?|joins?|fragment|conditions?|columns?|tables?|schemas?|fields?)(_?names?)?$/i;

/**
 * How serious it is when callers of a public function pass the value. Most such text holds names and pieces of the program's
 * own; a value in quotes is neither.
 */
function ofCallers({ pieces }: ValueFact, { from }: Exposure): Severity {
  const stands = (test: typeof isQuoted): boolean => pieces?.some((piece, index) => piece === null && test(pieces, index)) ?? false;
  if (stands(isQuoted) && !NAME_NAME.test(from.text)) return 'error';
  return stands(isCompared) && !PIECE_NAME.test(from.text) ? 'warning' : 'info';
}

/** `'…'`, `'%…%'`: text between the quotes of SQL. */
function isQuoted(pieces: readonly (string | null)[], index: number): boolean {
  return /'%?$/.test(pieces[index - 1] ?? '') && /^%?'/.test(pieces[index + 1] ?? '');
}

/** The SQL argument, if values are inserted into it. */
function statementOf(call: CallFact): ValueFact | null {
  if (!QUERY_METHODS.test(call.name) && !PIECE_METHODS.test(call.name)) return null;
  // Many objects have a `get`; only that of a database counts.
  if (call.name === 'get' && !DATABASE.test(call.callee)) return null;
  const first = call.name === 'extra' ? conditionsOf(call) : call.args[0];
  if (first === undefined) return null;
  if (call.name === 'extra') return first;
  const text = first.kind === 'object' ? propertyOf(first, 'text') ?? propertyOf(first, 'sql') ?? propertyOf(first, 'query') : first;
  if (text === null) return null;
  if (UNSAFE_WHOLE.test(call.name) && text.pieces === null && !text.constant) return text;
  if (text.pieces === null || !text.pieces.includes(null)) return null;
  if (PIECE_METHODS.test(call.name)) return text;
  return STATEMENT.test(text.pieces.map((piece) => piece ?? ' x ').join('')) ? text : null;
}

/** `objects.extra(where=[f"name = '{name}'"])` of Django, where a condition is put together. */
function conditionsOf(call: CallFact): ValueFact | undefined {
  const where = keyword(call, 'where');
  return where !== null && /\bf["']|%|\+|\.format\(/.test(where.text) ? where : undefined;
}

/** All inserted values are in the position of a name. */
function namesOnly(pieces: readonly (string | null)[]): boolean {
  return pieces.every(
    (piece, index) =>
      piece !== null ||
      (BEFORE_NAME.test(
        pieces
          .slice(0, index)
          .map((each) => each ?? 'x')
          .join(''),
      ) &&
        !/['"]$/.test(pieces[index - 1]?.replace(/"$/, '') ?? '') &&
        !isCompared(pieces, index)),
  );
}

/** `WHERE id = …`, `IN (…)`, `LIKE …`, `VALUES (…`: always a value. */
function isCompared(pieces: readonly (string | null)[], index: number): boolean {
  const before = pieces.slice(0, index).map((each) => each ?? 'x').join('');
  return (
    /(=|<|>|\bLIKE|\bIN\s*\(|\bBETWEEN|\bLIMIT|\bOFFSET)\s*['"(]*$/i.test(before) || /\bVALUES\s*\([^)]*$/i.test(before) || /\bIN\s*\([^)]*$/i.test(before)
  );
}

function isOwnName(origin: Origin): boolean {
  return (
    origin.kind === 'this' ||
    origin.kind === 'variable' ||
    origin.kind === 'unknown' ||
    origin.kind === 'call' ||
    /(table|schema|view|database|relation|entity)s?(_?name)?s?$/i.test(origin.text)
  );
}

/** The same small program in TypeScript and in Python gives the same facts, wherever the notions are the same. */
import assert from 'node:assert/strict';
import type { FileFacts } from '../../server/facts/file-facts.ts';
import { lintCodes, rulesByCode } from '../../server/compose/foreign-codes.ts';
import { createPythonAdapter } from '../../server/languages/python/adapter.ts';
import { typescriptAdapter } from '../../server/languages/typescript/adapter.ts';
import { view } from './view.ts';

interface Pair {
  name: string;
  typescript: string;
  python: string;
  /** Parts of the view that are compared. */
  parts: string[];
  role?: FileFacts['role'];
}

const PAIRS: Pair[] = [
  {
    name: 'a class with its members, its collaborator and its documentation',
    parts: ['imports', 'exports', 'classes', 'members', 'constructions', 'functions', 'calls', 'metrics'],
    typescript: `
import { Store } from './data';

/** Orders of a shop. */
export class Orders {
  store: Store;
  _size = 3;

  constructor() {
    this.store = new Store(this._size);
  }

  /**
   * Finds one.
   * @param key of the order
   * @returns the order
   */
  find(key: string, most: number = 5): string {
    if (key === '' || most < 1) {
      throw new RangeError('empty');
    }
    return this.store.get(key);
  }

  _reset(): void {
    this.store.clear();
  }
}
`,
    python: `
from .data import Store


class Orders:
    """Orders of a shop."""
    store: Store
    _size = 3

    def __init__(self):
        self.store = Store(self._size)

    def find(self, key: str, most: int = 5) -> str:
        """Finds one.

        Args:
            key: of the order

        Returns:
            the order
        """
        if key == "" or most < 1:
            raise RangeError("empty")
        return self.store.get(key)

    def _reset(self) -> None:
        self.store.clear()
`,
  },
  {
    name: 'settings that are read from the environment with a default',
    parts: ['settings'],
    typescript: `
import { env } from 'node:process';

const REGION = process.env.REGION ?? 'eu';

export class Mailer {
  constructor() {
    this.host = process.env.MAIL_HOST ?? 'localhost';
  }

  send(): void {
    post(process.env['MAIL_FROM'] || 'shop@example.org', env.MAIL_PORT ?? 25);
  }
}

export function load(key: string): void {
  use(process.env.A, process.env.B ?? '', process.env[key] ?? 'x', process.env.C ?? fallback(), settings.D ?? 'x');
  later(() => process.env.E ?? 'here');
}
`,
    python: `
import os
from os import environ, getenv

REGION = os.getenv("REGION", "eu")


class Mailer:
    def __init__(self):
        self.host = os.environ.get("MAIL_HOST", "localhost")

    def send(self):
        post(environ.get("MAIL_FROM", "shop@example.org"), getenv("MAIL_PORT", default=25))


def load(key):
    use(os.getenv("A"), os.getenv("B", ""), os.getenv(key, "x"), os.getenv("C", fallback()), settings.get("D", "x"))
    later(lambda: os.getenv("E", "here"))
`,
  },
  {
    name: 'where values come from',
    parts: ['functions', 'calls'],
    typescript: `
const TABLE = 'orders';

export function find(db: unknown, name: string, count: number): void {
  db.execute('SELECT 1');
  db.execute(\`SELECT \${name} FROM t\`);
  db.execute('SELECT ' + name + ' FROM t');
  db.execute('SELECT ' + TABLE);
  db.execute(\`LIMIT \${count}\`);
  const made = \`a \${name}\`;
  db.execute(made);
  db.execute(name, [1, 2], true, null);
  db.execute({ a: 1, b: name });
}
`,
    python: `
TABLE = "orders"


def find(db: object, name: str, count: int) -> None:
    db.execute("SELECT 1")
    db.execute(f"SELECT {name} FROM t")
    db.execute("SELECT " + name + " FROM t")
    db.execute("SELECT " + TABLE)
    db.execute(f"LIMIT {count}")
    made = f"a {name}"
    db.execute(made)
    db.execute(name, [1, 2], True, None)
    db.execute({"a": 1, "b": name})
`,
  },
  {
    name: 'loops, awaits and branches',
    parts: ['functions', 'loops', 'awaits', 'calls'],
    typescript: `
export async function load(names: string[], client: unknown): Promise<void> {
  for (const name of names) {
    const answer = await client.fetch(name);
    use(answer);
  }
  for (const name of names) {
    if (name && await client.fetch(name)) {
      return;
    }
  }
  while (names.length) {
    await client.poll();
  }
  let all = [];
  for (const name of names) {
    all = [...all, name];
  }
}
`,
    python: `
async def load(names: list[str], client: object) -> None:
    for name in names:
        answer = await client.fetch(name)
        use(answer)
    for name in names:
        if name and await client.fetch(name):
            return
    while names.length:
        await client.poll()
    all = []
    for name in names:
        all = [*all, name]
`,
  },
  {
    name: 'what is done with errors',
    parts: ['handlers', 'functions', 'calls'],
    typescript: `
export function run(order: unknown): unknown {
  try {
    order.send();
  } catch {
  }
  try {
    order.send();
  } catch (error) {
    logger.error(error);
  }
  try {
    order.send();
  } catch {
    // nothing to be done
  }
  try {
    return order.send();
  } catch {
    return null;
  }
}

function again(order: unknown): void {
  try {
    order.send();
  } catch (error) {
    throw error;
  }
}
`,
    python: `
def run(order: object) -> object:
    try:
        order.send()
    except Exception:
        pass
    try:
        order.send()
    except Exception as error:
        logger.error(error)
    try:
        order.send()
    except Exception:
        # nothing to be done
        pass
    try:
        return order.send()
    except Exception:
        return None


def _again(order: object) -> None:
    try:
        order.send()
    except Exception as error:
        raise error
`.replaceAll('_again', 'again').replace('\ndef run', '\n__all__ = ["run"]\n\n\ndef run'),
  },
  {
    name: 'what is opened and closed',
    parts: ['acquisitions'],
    typescript: `
export function never(path: string): number {
  const file = open(path);
  return file.size();
}

export function maybe(path: string): void {
  const file = open(path);
  file.write('a');
  file.close();
}

export function always(path: string): void {
  const file = open(path);
  try {
    file.write('a');
  } finally {
    file.close();
  }
}

export function given(path: string): unknown {
  const file = open(path);
  return file;
}

export function managed(path: string): void {
  using file = open(path);
  file.write('a');
}
`,
    python: `
def never(path: str) -> int:
    file = open(path)
    return file.size()


def maybe(path: str) -> None:
    file = open(path)
    file.write("a")
    file.close()


def always(path: str) -> None:
    file = open(path)
    try:
        file.write("a")
    finally:
        file.close()


def given(path: str) -> object:
    file = open(path)
    return file


def managed(path: str) -> None:
    file = open(path)
    with file:
        file.write("a")
`,
  },
  {
    name: 'tests, and what they check',
    parts: ['tests'],
    role: 'test',
    typescript: `
import assert from 'node:assert';

describe('Orders', () => {
  it('is empty', () => {});
  it('checks', () => { assert(place(1) === 2); });
  it('always holds', () => { assert(true); });
  it('checks nothing', () => {
    place(1); // must not fail
  });
  it.skip('waits', () => { assert(place(1) === 2); });
});
`,
    python: `
import pytest


class TestOrders:
    def test_empty(self):
        pass

    def test_checks(self):
        assert place(1) == 2

    def test_true(self):
        assert True

    def test_nothing(self):
        place(1)  # must not fail

    @pytest.mark.skip
    def test_waits(self):
        assert place(1) == 2
`,
  },
  {
    name: 'comments that speak to Archwright, and imports of types',
    parts: ['suppressions', 'contract', 'imports'],
    typescript: `/**
 * Block: orders
 * Dependencies: users, data
 */
import type { User } from './users';
import { Store } from './data';
// archwright-ignore quality/naming -- the API chose it
export const a = (user: User): number => { use(user); return Store.size; };
`,
    python: `"""
Block: orders
Dependencies: users, data
"""
if TYPE_CHECKING: from .users import User
from .data import Store
# archwright-ignore quality/naming -- the API chose it
def a(user: User) -> int: return Store.size
`,
  },
];

const pythonAdapter = createPythonAdapter(lintCodes, rulesByCode.pylint);

describe('the same program in two languages', () => {
  before(async () => {
    await typescriptAdapter.load();
    await pythonAdapter.load();
  });

  for (const { name, typescript, python, parts, role = 'source' } of PAIRS) {
    it(name, () => {
      const folder = role === 'test' ? 'tests/test_a' : 'src/a';
      const one = view(typescriptAdapter.extract({ path: `${folder}.ts`, text: typescript, role }));
      const other = view(pythonAdapter.extract({ path: `${folder}.py`, text: python, role }));
      for (const part of parts) assert.deepEqual(other[part], one[part], part);
    });
  }
});

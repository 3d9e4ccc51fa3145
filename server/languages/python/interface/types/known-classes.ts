/**
 * Classes of Python itself, as type checkers see them: what they derive from, and how they vary with their arguments. A line
 * reads `name[variance]: bases`, with `+` for covariant, `-` for contravariant, `=` for invariant; `$0` is the first argument.
 */
import { classType, MISSING, NONE, type Type, unionOf } from './type.ts';

const LINES = `
object
bool: int
int: float
float: complex
complex: Hashable
str: Sequence[str]; Hashable
bytes: Sequence[int]; Hashable; Buffer
bytearray: MutableSequence[int]; Buffer
memoryview: Sequence[int]; Buffer
range: Sequence[int]; Hashable
list[=]: MutableSequence[$0]
set[=]: MutableSet[$0]
frozenset[+]: Set[$0]; Hashable
dict[==]: MutableMapping[$0, $1]
defaultdict[==]: dict[$0, $1]
OrderedDict[==]: dict[$0, $1]
Counter[=]: dict[$0, int]
ChainMap[==]: MutableMapping[$0, $1]
deque[=]: MutableSequence[$0]
UserDict[==]: MutableMapping[$0, $1]
UserList[=]: MutableSequence[$0]
MutableSequence[=]: Sequence[$0]
Sequence[+]: Reversible[$0]; Collection[$0]
MutableSet[=]: Set[$0]
Set[+]: Collection[$0]
MutableMapping[==]: Mapping[$0, $1]
Mapping[=+]: Collection[$0]
Collection[+]: Iterable[$0]; Container[$0]; Sized
Reversible[+]: Iterable[$0]
Iterable[+]
Container[+]
Sized
Hashable
Buffer
Iterator[+]: Iterable[$0]
Generator[+-+]: Iterator[$0]
AsyncIterable[+]
AsyncIterator[+]: AsyncIterable[$0]
AsyncGenerator[+-]: AsyncIterator[$0]
Awaitable[+]
Coroutine[+-+]: Awaitable[$2]
KeysView[+]: Set[$0]
ItemsView[++]: Set[object]
ValuesView[+]: Collection[$0]
type[+]: Hashable
ContextManager[+]
AsyncContextManager[+]
slice
SupportsInt
SupportsFloat
SupportsIndex
IO[=]: Iterator[$0]
TextIO: IO[str]
BinaryIO: IO[bytes]
Pattern[=]
Match[=]
TypeGuard[+]: bool
TypeIs[=]: bool
LiteralString: str
pathlib.PurePath: PathLike[str]; Hashable
pathlib.Path: pathlib.PurePath
pathlib.PurePosixPath: pathlib.PurePath
pathlib.PureWindowsPath: pathlib.PurePath
PathLike[+]
datetime.datetime: datetime.date
datetime.date: Hashable
datetime.timedelta: Hashable
datetime.time: Hashable
decimal.Decimal: Hashable
uuid.UUID: Hashable
enum.Enum: Hashable
enum.IntEnum: int; enum.Enum
enum.StrEnum: str; enum.Enum
enum.Flag: enum.Enum
enum.IntFlag: int; enum.Flag
BaseException
Exception: BaseException
KeyboardInterrupt: BaseException
SystemExit: BaseException
GeneratorExit: BaseException
ArithmeticError: Exception
FloatingPointError: ArithmeticError
OverflowError: ArithmeticError
ZeroDivisionError: ArithmeticError
AssertionError: Exception
AttributeError: Exception
EOFError: Exception
ImportError: Exception
ModuleNotFoundError: ImportError
LookupError: Exception
IndexError: LookupError
KeyError: LookupError
NameError: Exception
OSError: Exception
BlockingIOError: OSError
ConnectionError: OSError
BrokenPipeError: ConnectionError
ConnectionAbortedError: ConnectionError
ConnectionRefusedError: ConnectionError
ConnectionResetError: ConnectionError
FileExistsError: OSError
FileNotFoundError: OSError
InterruptedError: OSError
IsADirectoryError: OSError
NotADirectoryError: OSError
PermissionError: OSError
TimeoutError: OSError
RuntimeError: Exception
NotImplementedError: RuntimeError
RecursionError: RuntimeError
StopIteration: Exception
StopAsyncIteration: Exception
SyntaxError: Exception
TypeError: Exception
ValueError: Exception
UnicodeError: ValueError
UnicodeDecodeError: UnicodeError
UnicodeEncodeError: UnicodeError
Warning: Exception
DeprecationWarning: Warning
FutureWarning: Warning
PendingDeprecationWarning: Warning
ResourceWarning: Warning
RuntimeWarning: Warning
UserWarning: Warning
`;

interface Known {
  variance: string;
  bases: readonly string[];
}

const KNOWN: ReadonlyMap<string, Known> = new Map(LINES.trim().split('\n').map((line) => {
  const [, name = '', variance = '', bases = ''] = /^([\w.]+)(?:\[([^\]]*)\])?(?:: (.*))?$/.exec(line)!;
  return [name, { variance, bases: bases === '' ? [] : bases.split('; ') }];
}));

/** Other names of the same classes. */
const ALIASES: ReadonlyMap<string, string> = new Map(Object.entries({
  List: 'list', Dict: 'dict', FrozenSet: 'frozenset', Type: 'type', DefaultDict: 'defaultdict', Deque: 'deque', Text: 'str',
  AbstractSet: 'Set', ByteString: 'Sequence', AbstractContextManager: 'ContextManager', AbstractAsyncContextManager: 'AsyncContextManager',
  IOError: 'OSError', EnvironmentError: 'OSError', 'socket.timeout': 'TimeoutError', 'socket.error': 'OSError', 'asyncio.TimeoutError': 'TimeoutError',
}));

const HOMES = /^(builtins|typing|typing_extensions|collections|collections\.abc|contextlib|re|os|_collections_abc|_typeshed)\.(\w+)$/;

/** The name under which a class of Python is known here; the name itself for others. `typing.Set` is the built-in one. */
export function canonicalName(dotted: string): string {
  if (dotted === 'typing.Set' || dotted === 'typing_extensions.Set') return 'set';
  const last = HOMES.exec(dotted)?.[2] ?? dotted;
  const alias = ALIASES.get(last) ?? last;
  return KNOWN.has(alias) || last !== dotted ? alias : dotted;
}

export function isKnownClass(id: string): boolean {
  return KNOWN.has(id);
}

/** Variance of each argument; empty for a class without arguments. */
export function varianceOf(id: string): string | null {
  return KNOWN.get(id)?.variance ?? null;
}

/** Bases of a known class with arguments in place; null when it is not known. */
export function basesOf(id: string, args: readonly Type[]): Type[] | null {
  return KNOWN.get(id)?.bases.map((text) => readBase(text, args)) ?? null;
}

function readBase(text: string, args: readonly Type[]): Type {
  const [, name = '', inside] = /^([\w.]+)(?:\[(.*)\])?$/.exec(text)!;
  if (inside === undefined) return classType(name);
  return classType(name, inside.split(', ').map((each) => (each.startsWith('$') ? args[Number(each.slice(1))] ?? MISSING : classType(each))));
}

/** Names of all known ancestors, the class itself included. */
export function knownAncestors(id: string): string[] {
  return [id, ...(KNOWN.get(id)?.bases ?? []).flatMap((text) => knownAncestors(text.replace(/\[.*$/, '')))];
}

/** A tuple as the sequence that it is. */
export function tupleAsSequence(items: readonly Type[], rest: Type | null): Type {
  const of = [...items, ...(rest === null ? [] : [rest])];
  return classType('Sequence', [of.length === 0 ? NONE : unionOf(of)]);
}

/** What it means that an error of a type is caught, in Python, where types are named and many of them are answers. */

/** An answer to a question: it is not there, it is over, it is there already. */
const ANSWER = /(^|\.)\w*(LookupError|KeyError|IndexError|AttributeError|StopIteration|StopAsyncIteration|ImportError|ModuleNotFoundError|FileNotFoundError|FileExistsError|NotADirectoryError|ProcessLookupError|NotImplementedError|NotImplemented|KeyboardInterrupt|SystemExit|CancelledError|GeneratorExit|EOFError|Empty\w*|Full|QueueEmpty|QueueFull|DoesNotExist|NotExist|NotFound(Error)?|No[A-Z]\w*|timeout|\w*Timeout|Missing\w*|Stop\w*|Skip\w*|Exit|Interrupt(ed)?|Cancel\w*|PackageNotFoundError|AlreadyExists|AlreadyRegistered|NotRegistered|NotSupported(Error)?|UnsupportedOperation|NotRelationField|WouldBlock|BlockingIOError|TimeoutExpired|BrokenPipeError)$/;
/** Something is not of the form that it should have: an answer where that is what was tried. */
const FORM = /(^|\.)(\w*(ValueError|TypeError|Unicode\w*Error|JSONDecodeError|ValidationError|OverflowError|ZeroDivisionError|ArithmeticError|InvalidOperation|SyntaxError|ParseError|ParserError|DecodeError|AssertionError|RecursionError))$/;
const FORM_TRIED = /(^|\.)(int|float|complex|bool|Decimal|Fraction|UUID|ip_address|IPv[46]Address|ip_network|strptime|fromisoformat|fromtimestamp|loads?|literal_eval|decode|encode|index|remove|next|getattr|hash|len|iter|issubclass|isinstance|signature|parse\w*|to_python|clean\w*|compile|fromhex|b64decode|normalize|urlsplit|urlparse|date|time|datetime|timedelta|relative_to|resolve|validate\w*|convert\w*|coerce\w*|cast|sorted|min|max|unhexlify|split|match|force_str|str|get_\w+|from_\w+|as_\w+|is_\w+|import)$/;
/** Everything, whatever went wrong. */
const BROAD = /^(builtins\.)?(Exception|BaseException|Error|Warning)$/;
/** The world outside failed. */
const FAILURE = /(^|\.)(OSError|IOError|EnvironmentError|WindowsError|PermissionError|ConnectionError|Connection\w+Error|TimeoutError|RequestException|HTTPError|URLError|SSLError|\w*DatabaseError|OperationalError|IntegrityError|ProgrammingError|InterfaceError|SQLAlchemyError|CalledProcessError|SubprocessError|RuntimeError|MemoryError|ClientError|BotoCoreError|error|herror|gaierror|\w*IOError)$/;

export type Caught = 'everything' | 'failure' | 'unknown' | 'form' | 'answer';

const RANK: readonly Caught[] = ['answer', 'form', 'unknown', 'failure', 'everything'];

/**
 * @param types as caught; none for a bare `except:`
 * @param guards what the guarded part calls
 * @returns the gravest of them
 */
export function caughtBy(types: readonly string[], guards: readonly string[]): Caught {
  if (types.length === 0) return 'everything';
  const found = types.map((type): Caught => {
    if (BROAD.test(type)) return 'everything';
    if (ANSWER.test(type)) return 'answer';
    if (FORM.test(type)) return guards.length === 0 || guards.some((guard) => FORM_TRIED.test(guard)) ? 'answer' : 'form';
    return FAILURE.test(type) ? 'failure' : 'unknown';
  });
  return found.reduce((worst, each) => (RANK.indexOf(each) > RANK.indexOf(worst) ? each : worst));
}

/** What it means that an error of a type is caught, in Python, where types are named and many of them are answers. */

/** An answer to a question: it is not there, it is over, it is there already. */
const ANSWER = new RegExp(
  String.raw`(LookupError|KeyError|IndexError|AttributeError|StopIteration|StopAsyncIteration|ImportError|`
  + String.raw`ModuleNotFoundError|FileNotFoundError|FileExistsError|NotADirectoryError|ProcessLookupError|NotImplementedError|`
  + String.raw`NotImplemented|KeyboardInterrupt|SystemExit|CancelledError|GeneratorExit|EOFError|Empty\w*|Full|QueueEmpty|QueueFull|`
  + String.raw`DoesNotExist|NotExist|NotFound(Error)?|No[A-Z]\w*|timeout|\w*Timeout|Missing\w*|Stop\w*|Skip\w*|Exit|Interrupt(ed)?|`
  + String.raw`Cancel\w*|PackageNotFoundError|AlreadyExists|AlreadyRegistered|NotRegistered|NotSupported(Error)?|`
  + String.raw`UnsupportedOperation|NotRelationField|WouldBlock|BlockingIOError|TimeoutExpired|BrokenPipeError)$`,
);
/** Something is not of the form that it should have: an answer where that is what was tried. */
const FORM = new RegExp(
  String.raw`(^|\.)(\w*(ValueError|TypeError|Unicode\w*Error|JSONDecodeError|ValidationError|OverflowError|ZeroDivisionError|`
  + String.raw`ArithmeticError|InvalidOperation|SyntaxError|ParseError|ParserError|DecodeError|AssertionError|RecursionError))$`,
);
const FORM_TRIED = new RegExp(
  String.raw`(^|\.)(int|float|complex|bool|Decimal|Fraction|UUID|ip_address|IPv[46]Address|ip_network|strptime|fromisoformat|`
  + String.raw`fromtimestamp|loads?|literal_eval|decode|encode|index|remove|next|getattr|hash|len|iter|issubclass|isinstance|`
  + String.raw`signature|parse\w*|to_python|clean\w*|compile|fromhex|b64decode|normalize|urlsplit|urlparse|date|time|datetime|`
  + String.raw`timedelta|relative_to|resolve|validate\w*|convert\w*|coerce\w*|cast|sorted|min|max|unhexlify|split|match|force_str|`
  + String.raw`str|get_\w+|from_\w+|as_\w+|is_\w+|import)$`,
);
/** Everything, whatever went wrong. */
const BROAD = /^(builtins\.)?(Exception|BaseException|Error|Warning)$/;
/** The world outside failed. */
const FAILURE = new RegExp(
  String.raw`(^|\.)(OSError|IOError|EnvironmentError|WindowsError|PermissionError|ConnectionError|Connection\w+Error|TimeoutError|`
  + String.raw`RequestException|HTTPError|URLError|SSLError|\w*DatabaseError|OperationalError|IntegrityError|ProgrammingError|`
  + String.raw`InterfaceError|SQLAlchemyError|CalledProcessError|SubprocessError|RuntimeError|MemoryError|ClientError|BotoCoreError|`
  + String.raw`error|herror|gaierror|\w*IOError)$`,
);

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

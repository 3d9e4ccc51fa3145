/** Which errors are of which kind, as far as a file alone tells. */
import type { FileFacts } from '../../../facts/file-facts.ts';
import { isPython } from '../../kit/python.ts';

/** What is built in, by what it is directly a kind of. */
const PYTHON: Readonly<Record<string, string>> = {
  Exception: 'BaseException', KeyboardInterrupt: 'BaseException', SystemExit: 'BaseException', ArithmeticError: 'Exception',
  ZeroDivisionError: 'ArithmeticError', OverflowError: 'ArithmeticError', AssertionError: 'Exception', AttributeError: 'Exception', EOFError: 'Exception',
  ImportError: 'Exception', ModuleNotFoundError: 'ImportError', LookupError: 'Exception', IndexError: 'LookupError',
  KeyError: 'LookupError', MemoryError: 'Exception', NameError: 'Exception', OSError: 'Exception', IOError: 'Exception',
  FileNotFoundError: 'OSError', FileExistsError: 'OSError', PermissionError: 'OSError',
  ConnectionError: 'OSError', ConnectionResetError: 'ConnectionError', ConnectionRefusedError: 'ConnectionError', BrokenPipeError: 'ConnectionError',
  TimeoutError: 'OSError', IsADirectoryError: 'OSError', NotADirectoryError: 'OSError', RuntimeError: 'Exception', NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError', StopIteration: 'Exception', SyntaxError: 'Exception', TypeError: 'Exception', ValueError: 'Exception',
  UnicodeError: 'ValueError', UnicodeDecodeError: 'UnicodeError', UnicodeEncodeError: 'UnicodeError',
};
const SCRIPT = /^(Type|Range|Syntax|Reference|Eval|URI|Aggregate)Error$/;
const LONGEST = 10;

/**
 * @param narrow name of a kind of error
 * @param wide name of another
 * @returns true where every error of the first kind is for certain one of the second
 */
export function isKindOf(file: FileFacts, narrow: string, wide: string): boolean {
  if (narrow === wide) return true;
  const python = isPython(file);
  let kind: string | undefined = narrow;
  for (let steps = 0; kind !== undefined && steps < LONGEST; steps++) {
    const own: string[] | undefined = file.classFacts.find(({ name }) => name === kind)?.extends;
    if (own?.includes(wide) === true) return true;
    const above: string | undefined = own?.[0] ?? (python ? PYTHON[kind] : SCRIPT.test(kind) ? 'Error' : undefined);
    if (above === wide) return true;
    // Declared elsewhere: what is called an error is one. Python's cancellations and exits are no `Exception`.
    if (above === undefined) {
      if (!/(Error|Exception)$/.test(kind)) return false;
      return wide === (python ? 'BaseException' : 'Error') || (python && wide === 'Exception' && !/Cancel|Exit|Interrupt|^BaseException/.test(kind));
    }
    kind = above;
  }
  return false;
}

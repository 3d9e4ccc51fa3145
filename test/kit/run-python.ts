/** Runs Python's own interpreter on texts, where the machine has one. */
import { spawnSync } from 'node:child_process';

export interface PythonExample {
  name: string;
  /** Text by path. */
  files: Record<string, string>;
  /** What is run, and compiled before. */
  main: string;
  environment: Record<string, string>;
}

export type PythonOutcome =
  | { is: 'ran' }
  /** It compiles; a package that it imports is not installed. */
  | { is: 'compiled'; missing: string }
  | { is: 'failed'; why: string };

/** Reads examples from its input; one that is run finds nothing of the others. */
const PROGRAM = `
import contextlib, io, json, os, runpy, sys, tempfile, warnings
warnings.simplefilter("ignore")
examples = json.load(sys.stdin)
outcomes = []
loaded = set(sys.modules)
for example in examples:
    try:
        for path, text in example["files"].items():
            if path.endswith(".py"):
                compile(text, path, "exec")
        with tempfile.TemporaryDirectory() as folder:
            for path, text in example["files"].items():
                target = os.path.join(folder, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "w", encoding="utf-8") as file:
                    file.write(text)
            os.chdir(folder)
            sys.path.insert(0, os.path.dirname(os.path.join(folder, example["main"])))
            os.environ.update(example["environment"])
            try:
                with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                    runpy.run_path(example["main"], run_name="__main__")
                outcomes.append({"is": "ran"})
            finally:
                sys.path.pop(0)
                os.chdir("/")
                for name in example["environment"]:
                    os.environ.pop(name, None)
                for name in [each for each in sys.modules if each not in loaded and str(getattr(sys.modules[each], "__file__", None)).startswith(folder)]:
                    del sys.modules[name]
    except ModuleNotFoundError as error:
        outcomes.append({"is": "compiled", "missing": error.name or ""})
    except BaseException as error:
        outcomes.append({"is": "failed", "why": f"{type(error).__name__}: {error}"})
print(json.dumps(outcomes))
`;

/** The interpreter that has the most: examples of machine learning need scikit-learn. */
const CANDIDATES = ['python3', '/usr/bin/python3'];

/** @returns the command of an interpreter, or null where there is none */
export function findPython(): string | null {
  const works = (command: string, code: string): boolean => spawnSync(command, ['-c', code]).status === 0;
  return (
    CANDIDATES.find((each) => works(each, 'import sklearn')) ?? CANDIDATES.find((each) => works(each, 'import sys; assert sys.version_info >= (3, 10)')) ?? null
  );
}

/**
 * @param command of the interpreter
 * @param examples to compile and run, one after the other
 * @returns what became of each, in the same order
 */
export function runPython(command: string, examples: readonly PythonExample[]): PythonOutcome[] {
  const { stdout, stderr, status } = spawnSync(command, ['-c', PROGRAM], {
    input: JSON.stringify(examples),
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as PythonOutcome[];
}

/** Where data comes from that Python is about to unpickle: whoever could have written it decides how much it matters. */
import type { CallFact, FileFacts, Origin, ValueFact } from '../../../facts/file-facts.ts';
import { compareSpans } from '../../../text/spans.ts';
import { argument } from '../../kit/python.ts';
import { isNearRequests } from '../../kit/surroundings.ts';
import { openedPath, openingOf } from './openings.ts';

/**
 * - `own`: a buffer that the program has just filled, or what its own processes send each other.
 * - `outside`: downloaded, received, or part of a message.
 * - `chosen`: a file that a user of the program names.
 * - `local`: anything else; mostly a file that the project writes itself.
 */
export type Provenance = 'own' | 'outside' | 'chosen' | 'local';

/** Calls that bring data from other machines, or from a store that others write to. */
const FETCHES = new RegExp(
  String.raw`(^|[._])(requests|httpx|aiohttp|urllib3?|urlopen|urlretrieve|wget|gdown|boto3|s3|gcs|blob|bucket|redis\w*|memcached?|sock|socket|`
  + String.raw`consumer|kafka|pubsub|zmq)(\(\))?\.\w|(^|[._])(urlopen|urlretrieve|recv\w*|download\w*|fetch\w*|\w+_download|get_object|load_from_url)\(\)`,
  'i',
);
/** Rows of a database, which the program has written itself. */
const ROWS = /\bfetch(one|all|many)\(\)/g;
/** Downloads a file by its address: weights that the project or its user has chosen. */
const DOWNLOADS = /\b(\w+\.)*(download\w*|fetch\w*|\w+_download)\(\)/gi;
/** Downloads from a place on which anybody may publish. */
const FROM_HUB = /^(hf_hub_download|hf_hub_url|snapshot_download|cached_download)$/;
/** Asks the machine what it is called. */
const OWN_NAME = /\b(socket|platform)\.(gethostname|getfqdn|node)\(\)/g;
/** Parts of a message or a request, by the name of what holds them. `params` are mostly settings of an experiment, unless data itself lies in them. */
const MESSAGE_PART = /\b(query|query_params|cookies?|headers?|form|message|msg|event|upload(ed)?(_?file)?|request|websocket)\s*(\[|\.\w)/i;
const PARAMETERS = /\bparams\s*(\[|\.\w)/i;
/** A file that somebody has sent, wherever it was put. */
const SENT_FILE = /upload|(^|[^a-z])received/i;
/** The program's own arguments and its settings. */
const CHOSEN =
  /(?<![\w.])(?:self\.)?(args|cli_args|opts?|options|flags|cfg|conf|config|settings|argv|parsed(_args)?)\s*(\[|\.\w)|\bparse_args\(|\binput\(|\bprompt\(/i;
/** Takes parameters from the command line. */
const COMMAND = /(^|\.)(command|argument|option)$/;
/** `http.server` calls these with a request. */
const HANDLER = /^do_(GET|POST|PUT|PATCH|DELETE)$/;
const EXCHANGES = /^(all_gather(_object|_into_tensor)?|gather(_object)?|broadcast(_object(_list)?)?|bcast|allgather|scatter_object_list|all_to_all)$/;
const FROM_MEMORY = /\.(numpy|tobytes|getvalue|getbuffer|byte)\(\)/;

/**
 * @param file with the call
 * @param call that reads the data
 * @param value the data, a handle or a path
 * @param origins where its varying parts come from
 */
export function provenanceOf(file: FileFacts, call: CallFact, value: ValueFact, origins: readonly Origin[]): Provenance {
  if (isOwnBuffer(file, call, value)) return 'own';
  const opening = openingOf(file, value, call.function);
  const path = opening === null ? value.text : openedPath(opening);
  const sources = [...origins, ...(opening?.args[0]?.origins ?? [])];
  const texts = [value.text, path, ...sources.map(({ text }) => text)].map((text) => text.replaceAll(OWN_NAME, '').replaceAll(ROWS, ''));
  const isWeights = call.module === 'torch' && !isFromAnyRepository(file, call);
  const fetched = (text: string): boolean => FETCHES.test(isWeights ? text.replaceAll(DOWNLOADS, '') : text);
  if (texts.some((text) => fetched(text) || SENT_FILE.test(text)) || isInHandler(file, call)) return 'outside';
  // A message may name a file, but what is in it was put there by the program. By its name alone, it is from strangers only where they send
  // requests: programs also send messages to themselves.
  const isOpen = isNearRequests(file) && !isAlsoWritten(file, call);
  if (isOpen && opening === null && texts.some((text) => MESSAGE_PART.test(text) || (call.name === 'loads' && PARAMETERS.test(text)))) return 'outside';
  if (texts.some((text) => CHOSEN.test(text))) return 'chosen';
  const isParameter = sources.some(({ kind }) => kind === 'parameter');
  return isParameter && file.functions[call.function]?.decorators.some((each) => COMMAND.test(each)) === true ? 'chosen' : 'local';
}

/** The same file writes what it reads, with the same library: both sides of a conversation are the program. */
function isAlsoWritten(file: FileFacts, { module }: CallFact): boolean {
  return module !== null && file.calls.some((other) => other.module === module && /^dumps?$/.test(other.name));
}

/** Filled in the same function: from memory, by the writer of the same format, or by the other processes of the program. */
function isOwnBuffer(file: FileFacts, call: CallFact, value: ValueFact): boolean {
  const earlier = file.calls.filter((other) => other.function === call.function && compareSpans(other.span, call.span) < 0);
  const made = earlier.findLast((other) => other.target === value.text && other.name === 'BytesIO');
  const content = made === undefined ? value.text : made.args[0]?.text ?? '';
  const isWritten = earlier.some((other) => /^(dump|save|savez\w*|to_pickle)$/.test(other.name) && other.args.some((argument) => argument.text === value.text));
  return (made !== undefined && isWritten) || FROM_MEMORY.test(content) || (made !== undefined && earlier.some((other) => EXCHANGES.test(other.name)));
}

/** The same function downloads from a repository of a hub that whoever calls it names. */
function isFromAnyRepository(file: FileFacts, call: CallFact): boolean {
  return file.calls.some((other) => other.function === call.function && FROM_HUB.test(other.name) && argument(other, 0, 'repo_id')?.constant === false);
}

function isInHandler(file: FileFacts, call: CallFact): boolean {
  return HANDLER.test(file.functions[call.function]?.name ?? '');
}

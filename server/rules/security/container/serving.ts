/** Whether an image runs a server: something that others can reach, as opposed to a command that its user starts. */
import type { InstructionFact } from '../../../facts/file-facts.ts';
import { stagesOfImage } from './deployment.ts';

/** Programs that do nothing but serve. */
const SERVER = new RegExp(
  String.raw`(^|[\s/"'])(uvicorn|gunicorn|hypercorn|daphne|granian|uwsgi|waitress-serve|fastapi|flask|streamlit|gradio|bentoml|torchserve|tritonserver|`
  + String.raw`vllm|jupyter|puma|rails|unicorn|passenger|php-fpm|apache2(ctl|-foreground)?|`
  + String.raw`httpd|nginx|caddy|traefik|haproxy|java|catalina(\.sh)?|dotnet|pm2(-runtime)?|`
  + String.raw`http-server|serve|next|nuxt|vite|nest|nodemon|supervisord|sshd)(?=["'\s,]|$)`,
);
/** Runtimes that start a server unless the words after them say otherwise. */
const RUNTIME = /(^|[\s/"'])(node|npm|pnpm|yarn|bunx?|deno|tsx|ts-node)(?=["'\s,]|$)/;
const NO_SERVER =
  /[\s"'/:_-](cli|bin|build|test|tests|lint|migrate|migrations?|seed|install|worker|job|cron|action|version|help)(?=["'\s,.:]|$)|--(version|help)\b/i;
/** A web application in Python by the name of its file or module. */
const PYTHON_SERVER =
  /python[\d.]* (-u )?((\S*\/)?(manage|app|application|server|serve|api|web|webapp|wsgi|asgi|run|runserver)\.py\b|-m (http\.server|\w*(server|app|api|web)))/i;
/** A script that says by its name that it starts the program for good. */
const START_SCRIPT = /(^|[\s"'/_-])(start|startup|serve|server|run-?server)([-_]\w+)?\.sh\b/i;
/** `python manage.py migrate` and the like do their work and end. */
const MANAGES = /manage\.py["',\s]+(?!runserver|run)\w/;

/** The image opens a port, or what it starts is a server. @param instructions of the Dockerfile */
export function serves(instructions: readonly InstructionFact[]): boolean {
  const final = stagesOfImage(instructions);
  const own = instructions.filter(({ stage }) => final.has(stage));
  const started = [own.findLast(({ name }) => name === 'ENTRYPOINT'), own.findLast(({ name }) => name === 'CMD')]
    .flatMap((each) => (each === undefined ? [] : [each.text])).join(' ');
  // A port alone tells what may be started there by hand.
  if (started !== '' && own.some(({ name }) => name === 'EXPOSE')) return true;
  if (MANAGES.test(started)) return false;
  const words = started.replaceAll(/["'\][,\s]+/g, ' ');
  return SERVER.test(started) || START_SCRIPT.test(started) || PYTHON_SERVER.test(words) || (RUNTIME.test(started) && !NO_SERVER.test(started));
}

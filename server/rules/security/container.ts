/**
 * Images and services with more rights than the program needs.
 *
 * A container is not a security boundary by itself: a process that runs as root, or that can reach
 * the Docker socket, can take over the host.
 */
import type { ContainerFacts, InstructionFact, ServiceFact, ServiceSetting } from '../../facts/file-facts.ts';
import type { Report, Said } from '../kit/messages.ts';
import type { Severity } from '../../findings/severity.ts';
import { defineFileRule } from '../kit/rule.ts';
import { imageOf, isData, isForLocalUse, isNeverDeployed, isOfEditor, isOptional } from './container/deployment.ts';
import { serves } from './container/serving.ts';

const SECRET_ARGUMENT = /(^|_)(password|passwd|secret|token|api_?key|private_?key|credentials?|access_?key)$/i;
const PIPED_SHELL = /\b(curl|wget)\b[^|;&\n]*\|\s*(sudo\s+(-\S+\s+)*)?(env\s+)?(ba|z|da|a)?sh\b|\b(ba|z|da)?sh\s+(-c\s+)?["']?(<\(|\$\()\s*(curl|wget)\b/;
const UNCHECKED_DOWNLOAD = /\bcurl\s[^|;&\n]*(\s-\w*k|--insecure)|\bwget\s[^|;&\n]*--no-check-certificate|strict-ssl\s+false|--trusted-host\b/;
/** pip's option with a build argument or a variable in place of a host. */
const CHOSEN_HOST = /--trusted-host[= ]+["']?\$\S+/g;
/** Images that exist to control other containers. */
const CONTROLS_CONTAINERS = new RegExp(
  String.raw`traefik|portainer|watchtower|dockge|cadvisor|autoheal|socket-proxy|docker-proxy|dozzle|diun|nginx-proxy|docker-gen|`
  + String.raw`runner|dind|testcontainers|jenkins|drone|woodpecker|buildkite`,
  'i',
);
const DATABASE_PORTS = new Set(['5432', '3306', '1433', '1521', '27017', '6379', '9200', '5984', '9042', '7687', '11211', '2379']);
const messages = {
  root: 'The image runs as root: no USER after the last FROM. Add a non-root user and switch to it.',
  rootAgain: 'The image ends with USER {user} and so runs as root. Switch back to a non-root user.',
  tag: '{image} is not pinned, so the next build may differ. Name a version or a digest.',
  argument: 'The build argument {name} stays readable in the image history. Use RUN --mount=type=secret.',
  add: 'ADD downloads {url} without verifying it. Use ADD --checksum=…, or RUN with curl and sha256sum.',
  piped: 'A downloaded script is run unverified. Download it, check its hash, then run it.',
  unchecked: 'This download does not verify the certificate of the server. Leave verification on.',
  privileged: 'Service {service} is privileged and has full access to the host. Grant only the capability it needs.',
  capability: 'Service {service} gets {capability}, which is close to root on the host. Grant only what it needs.',
  socket: 'Service {service} can control the host through the Docker socket. Use a socket proxy that filters calls.',
  disk: 'Service {service} can write to the whole disk of the host. Mount only the folder it needs.',
  host: 'Service {service} shares {what} with the host. Remove this unless nothing else works.',
  port: 'Database port {port} of service {service} is open on every network interface. Publish it as {binding}.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/container',
    title: 'Insecure container settings',
    severity: 'error',
    roles: { test: 'off', fixture: 'off', docs: 'off', example: 'info' },
    languages: ['container'],
    guidelines: ['architecture §8.1', 'architecture §8.2', 'review §2.3', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    // How a build gets its tools is the choice of whoever builds, and compose files that publish databases are for a developer's machine.
    // What a service shares with the host, and what it may do there, was decided by whoever knows the host. Images run as root more often than not.
    recommendedFor: {
      tag: 'info', piped: 'info', add: 'info', port: 'info', socket: 'info', host: 'info', root: 'info', rootAgain: 'info', privileged: 'warning',
      capability: 'info', disk: 'warning',
    },
    docs: {
      what:
        'Dockerfiles and compose files: images that run as root, unpinned base images, secrets passed as build arguments, downloads that are run '
        + 'unverified, privileged services, services that can reach the Docker socket or the whole disk of the host, and database ports that are open on '
        + 'every network interface.',
      why:
        'A container is not a security boundary by itself: a process that runs as root, or that can reach the Docker socket, can take over the host. An '
        + 'unpinned base image can change with every build.',
      fix:
        'Pin a version or digest in `FROM`, end the image with a non-root `USER`, pass secrets with `--mount=type=secret`, verify downloads by their '
        + 'hash, and publish ports on 127.0.0.1.',
      limits:
        'Only the files themselves are read: whether a base image sets a non-root user, or the host restricts containers further, is not visible. Base '
        + 'images named by an argument are not judged. In the profile "recommended", database ports, the Docker socket, what a service shares with the '
        + 'host, the user of images, files for development and tests, and services that only run under a profile of compose are information, and rights '
        + 'on the host are warnings.',
    },
    messages,
  },
  check(file, report) {
    if (file.container === null) return;
    const { instructions } = file.container;
    const say: Report<typeof messages> = isNeverDeployed(file.path, instructions) ? (draft) => report({ ...draft, recommended: 'info' }) : report;
    judgeRecipe(file.container, say);
    // The editor chooses the user of a development container.
    if (!isOfEditor(file.path)) judgeUser(instructions, say);
    for (const service of file.container.services) {
      const isMild = isOfEditor(file.path) || isForLocalUse(file.path) || isOptional(service);
      judgeService(service, file.path, isMild ? (draft) => report({ ...draft, recommended: 'info' }) : report);
    }
  },
});

function judgeRecipe({ instructions }: ContainerFacts, report: Report<typeof messages>): void {
  const stages = new Set<string>();
  const shipped = new Set(shippedStages(instructions).map(({ stage }) => stage));
  for (const instruction of instructions) {
    const { name, text, span } = instruction;
    if (name === 'FROM') {
      const [image = '', alias] = imageOf(text);
      if (!stages.has(image.toLowerCase()) && !isPinned(image)) {
        report({ messageId: 'tag', data: { image }, span, about: `FROM ${image}`, severity: 'warning' });
      }
      if (alias !== undefined) stages.add(alias.toLowerCase());
    } else if (name === 'ARG' || name === 'ENV') {
      // What an earlier stage was told is not in the history of the image.
      for (const argument of shipped.has(instruction.stage) ? secretArguments(instruction) : [])
        report({
          messageId: 'argument', data: { name: argument }, span, about: `${name} ${argument}`, severity: 'warning',
          // A build that starts nothing does its work and is thrown away.
          ...(serves(instructions) ? {} : { recommended: 'info' as const }),
        });
    } else if (name === 'ADD') {
      const urls = [...text.matchAll(/(?:^|\s)(https?:\/\/\S+)/g)].map((match) => match[1]!);
      const url = urls.find((each) => !isData(each)) ?? urls[0];
      if (url !== undefined && !/--checksum=/.test(text)) report({ messageId: 'add', data: { url }, span, about: `ADD ${url}`, severity: 'warning' });
    } else if (name === 'RUN') {
      if (PIPED_SHELL.test(text)) report({ messageId: 'piped', span, about: `RUN ${text.slice(0, 80)}`, severity: 'warning' });
      else if (UNCHECKED_DOWNLOAD.test(text)) {
        // Whoever names the server when building also chooses to trust it.
        const isChosen = !UNCHECKED_DOWNLOAD.test(text.replaceAll(CHOSEN_HOST, ''));
        report({ messageId: 'unchecked', span, about: `RUN ${text.slice(0, 80)}`, severity: 'warning', ...(isChosen ? { recommended: 'info' as const } : {}) });
      }
    }
  }
}

/** @returns the `FROM` of the last stage, then those of the stages that it is based on */
function shippedStages(instructions: readonly InstructionFact[]): InstructionFact[] {
  const froms = instructions.filter((each) => each.name === 'FROM');
  const shipped: InstructionFact[] = [];
  for (let from = froms.at(-1); from !== undefined;) {
    shipped.push(from);
    const { stage, text } = from;
    const image = imageOf(text)[0]?.toLowerCase();
    from = froms.find((each) => each.stage < stage && imageOf(each.text)[1]?.toLowerCase() === image);
  }
  return shipped;
}

/** The user that the last stage ends with, including the stages it is based on. */
function judgeUser(instructions: readonly InstructionFact[], report: Report<typeof messages>): void {
  const stages = shippedStages(instructions);
  const last = stages[0];
  if (last === undefined) return;
  for (const { stage, text } of stages) {
    const user = instructions.findLast((each) => each.name === 'USER' && each.stage === stage);
    if (user !== undefined) {
      if (/^(root|0)(:|$)/.test(user.text))
        report({ messageId: 'rootAgain', data: { user: user.text }, span: user.span, about: 'USER', severity: 'warning' });
      return;
    }
    if (/^scratch$|nonroot|rootless|^cgr\.dev\/|\$/i.test(imageOf(text)[0] ?? '')) return;
  }
  report({ messageId: 'root', span: last.span, about: 'USER', severity: 'warning' });
}

/** Has a version or digest, or is named by an argument. */
function isPinned(image: string): boolean {
  if (image === '' || image === 'scratch' || image.includes('$') || image.includes('@sha256:')) return true;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag !== undefined && tag !== 'latest';
}

/** Secrets passed in from outside; literal values belong to the rule for hard-coded secrets. */
function secretArguments({ name, text }: InstructionFact): string[] {
  return [...text.matchAll(/(?:^|\s)([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g)].flatMap(([, key = '', value]) => {
    if (!SECRET_ARGUMENT.test(key)) return [];
    const handedOver = name === 'ARG' ? value === undefined || /^["']?["']?$/.test(value) : /^["']?\$\{?\w+\}?["']?$/.test(value ?? '');
    return handedOver ? [key] : [];
  });
}

function judgeService(service: ServiceFact, path: string, report: Report<typeof messages>): void {
  const image = service.settings.find((each) => each.key === 'image');
  const say = (setting: ServiceSetting, severity: Severity | undefined, said: Said<typeof messages>, recommended?: Severity): void => {
    const about = `${service.name}: ${setting.key} ${setting.value}`;
    report({ ...said, span: setting.span, about, ...(severity === undefined ? {} : { severity }), ...(recommended === undefined ? {} : { recommended }) });
  };
  const own = { service: service.name };
  const controls = CONTROLS_CONTAINERS.test(`${image?.value ?? ''} ${service.name}`);
  const local = isForLocalUse(path);
  const built = service.settings.some((each) => each.key === 'build' || each.key.startsWith('build.'));
  for (const setting of service.settings) {
    const { key, value } = setting;
    if (key === 'image' && !built && !isPinned(value)) say(setting, 'info', { messageId: 'tag', data: { image: value } });
    else if (key === 'privileged' && value === 'true')
      say(setting, controls ? 'warning' : undefined, { messageId: 'privileged', data: own });
    else if (key === 'cap_add' && /^(ALL|(CAP_)?SYS_ADMIN)$/i.test(value))
      say(setting, undefined, { messageId: 'capability', data: { ...own, capability: value } });
    else if (key === 'volumes' || key === 'volumes.source') {
      if (/docker\.sock(:|$)/.test(value)) {
        // A proxy or monitor of containers has to read from it.
        say(
          setting,
          controls ? 'warning' : undefined,
          { messageId: 'socket', data: own },
          controls && /:ro(,|$)/.test(value) ? 'info' : undefined,
        );
      } else if (/^\/(:|$)/.test(value) && !/:ro(,|$)/.test(value)) say(setting, undefined, { messageId: 'disk', data: own });
    } else if ((key === 'network_mode' || key === 'pid' || key === 'ipc') && value === 'host') {
      const what = key === 'network_mode' ? 'the network' : key === 'pid' ? 'the process namespace' : 'the IPC namespace';
      say(setting, 'warning', { messageId: 'host', data: { ...own, what } });
    } else if (key === 'ports' && !local) {
      const port = openDatabasePort(value);
      if (port !== null)
        say(setting, 'warning', {
          messageId: 'port',
          data: { ...own, port, binding: `127.0.0.1:${value.replace(/^0\.0\.0\.0:/, '')}` },
        });
    }
  }
}

/** `5432:5432` opens a port on every network; `127.0.0.1:5432:5432` does not, and `5432` gets another number with each start. */
function openDatabasePort(value: string): string | null {
  const target = /:(\d+)(?:\/tcp)?$/.exec(value)?.[1];
  if (target === undefined || !DATABASE_PORTS.has(target)) return null;
  return /^(127\.|\[?::1|localhost)/.test(value) ? null : target;
}

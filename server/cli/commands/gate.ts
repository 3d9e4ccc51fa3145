/** `archwright gate`: evaluates the quality gates of a folder. */
import { Option, type Command } from 'commander';
import { BASELINE_FILE, readAccepted } from '../../app/baseline.ts';
import { changeOf } from '../change.ts';
import { GATE_FORMATS, writeGates } from '../../report/gates/formats.ts';
import { chosenFormat, EXIT_GATE, folderOf, open, wantsColor, write, type CommonOptions } from '../context.ts';

interface GateOptions extends CommonOptions {
  folder: string;
  base?: string;
  baseline?: string;
}

/** Adds `archwright gate`. */
export function addGate(program: Command): void {
  program.command('gate')
    .description('Evaluate the quality gates of the configuration (formats: pretty, json, markdown)')
    .argument('[name]', 'gate to evaluate: one of the configuration, or "review", the gate of every review (default: all of the configuration)')
    .addOption(new Option('--folder <folder>', 'folder whose gates are evaluated').default('.'))
    .option('--base <ref>', 'metrics that begin with "new." then count only lines changed since this git revision')
    .option('--baseline <file>', `file with accepted findings (default: ${BASELINE_FILE}, if it exists)`)
    .addHelpText('after', '\nA metric that is unknown or missing fails, and the output says why.\n\nExamples:\n'
      + '  archwright gate\n  archwright gate release --base origin/main\n')
    .action(async (name: string | undefined, _own, command: Command) => gate(name, command.optsWithGlobals<GateOptions>()));
}

async function gate(name: string | undefined, options: GateOptions): Promise<void> {
  const format = chosenFormat(options, GATE_FORMATS, 'pretty');
  const root = folderOf(options.folder);
  const accepted = await readAccepted(root, options.baseline);
  const change = options.base === undefined ? undefined : await changeOf(root, options.base);
  const folder = await open(root, options, { change });
  const gates = await folder.gates({ name, accepted, change });
  await write(options, writeGates(gates, format, wantsColor(options)));
  if (gates.some(({ passed }) => !passed)) process.exitCode = EXIT_GATE;
}

/**
 * `npm run accuracy -- draw | take | compare`: the share of findings on public code that is
 * worth the reader's time. `levels | damage | health`: what the score is worth. Checkouts stay outside the repository; only facts about them are kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { compareText } from '../../server/text/order.ts';
import { compare, comparisonText } from './compare.ts';
import { damageText, type Damage } from './damage-facts.ts';
import { measureDamage } from './damage.ts';
import { draw } from './draw.ts';
import { applyFixes, fixPage } from './fixes.ts';
import { measureHealth, periodText } from './health.ts';
import { fitOf, fitText, levelText, measureLevels } from './levels.ts';
import { identityOf, readJudgements, VERDICTS, writeJudgements, type Judgement, type Repository, type Verdict } from './judgements.ts';
import { readFacts, writeFacts } from './score-facts.ts';

const program = new Command('accuracy').description('Measures findings and score on public code');

program
  .command('draw <out>')
  .description('draw findings into a sheet, with their code')
  .requiredOption('--checkouts <folder>', 'folder of the checkouts, one OWNER+NAME each')
  .option('--seed <number>', 'seed of the draw', Number, 1)
  .option('--each <number>', 'findings of each repository', Number, 20)
  .option('--set <set>', 'development or held-out', 'development')
  .option('--severities <list>', 'severities to draw from', 'error,warning')
  .option('--rule <start>', 'only rules whose id starts with this', '')
  .option('--fresh', 'leave out findings that were judged before', false)
  .action(
    (out: string, options: { checkouts: string; seed: number; each: number; set: Repository['set']; severities: string; rule: string; fresh: boolean }) => {
      console.log(`${draw({ ...options, out, severities: options.severities.split(',') })} findings in ${out}; read them in ${out}.md`);
    },
  );

program.command('take <sheets...>').description('add judged sheets; a second judgement of a finding is kept with the first')
  .action((sheets: string[]) => {
    const all = readJudgements();
    const known = new Map(all.map((each) => [identityOf(each), each]));
    const next = Math.max(0, ...all.map(({ draw: number }) => number)) + 1;
    for (const sheet of sheets) {
      for (const [index, line] of readFileSync(sheet, 'utf8').split('\n').entries()) {
        if (line === '') continue;
        const { verdict, message: _message, ...facts } = JSON.parse(line) as Omit<Judgement, 'verdicts' | 'draw'> & { verdict: Verdict; message: string };
        if (!VERDICTS.includes(verdict)) throw new Error(`${sheet}:${index + 1}: the verdict is one of ${VERDICTS.join(', ')}, not "${verdict}"`);
        const before = known.get(identityOf(facts));
        const why = facts.why === '' ? before?.why ?? '' : facts.why;
        known.set(identityOf(facts), { ...facts, draw: before?.draw ?? next, why, verdicts: [...before?.verdicts ?? [], verdict] });
      }
    }
    writeJudgements([...known.values()]);
  });

program.command('compare').description('what is gained and lost across all judged findings')
  .requiredOption('--checkouts <folder>', 'folder of the checkouts')
  .option('--set <set>', 'development or held-out', 'development')
  .action(({ checkouts, set }: { checkouts: string; set: Repository['set'] }) => {
    process.stdout.write(comparisonText(compare(checkouts, set)));
  });

program.command('levels').description('scores of kept and of broken projects, and how far apart they are')
  .requiredOption('--checkouts <folder>', 'folder of the checkouts')
  .action(({ checkouts }: { checkouts: string }) => {
    const levels = measureLevels(checkouts, (level) => console.log(levelText(level)));
    for (const set of ['built-on', 'held-out'] as const) {
      const fit = fitOf(levels, set);
      if (fit !== null) console.log(`\n${set}\n${fitText(fit)}`);
    }
    writeFacts('score-levels', levels);
  });

program.command('damage').description('plant faults into a copy of a kept project: the score must fall, and return when they are fixed')
  .requiredOption('--checkouts <folder>', 'folder of the checkouts')
  .requiredOption('--repository <name>', 'a kept project, as OWNER/NAME')
  .option('--kinds <list>', 'only these kinds of faults', '')
  .action(async ({ checkouts, repository, kinds }: { checkouts: string; repository: string; kinds: string }) => {
    const damages = await measureDamage(checkouts, repository, kinds === '' ? [] : kinds.split(','), (damage) => console.log(damageText(damage)));
    const others = (readFacts<{ damages: Damage[] }>('score-damage')?.damages ?? [])
      .filter((each) => each.repository !== repository || !damages.some(({ kind }) => kind === each.kind));
    writeFacts('score-damage', { damages: [...others, ...damages].sort((a, b) => compareText(a.repository, b.repository) || compareText(a.kind, b.kind)) });
  });

program.command('health').description('health of files at a past commit, and the bug fixes that they got afterwards')
  .requiredOption('--checkouts <folder>', 'folder of the checkouts, with their history')
  .action(async ({ checkouts }: { checkouts: string }) => {
    writeFacts('health-and-fixes', await measureHealth(checkouts, (period) => console.log(periodText(period))));
  });

program.command('fixes <out>').description('apply fixes to checkouts in memory: are findings gone, do new ones appear, does it compile; differences to judge')
  .requiredOption('--checkouts <folder>', 'folder of the checkouts')
  .option('--seed <number>', 'seed of the draw', Number, 1)
  .option('--each <number>', 'fixes of each checkout', Number, 10)
  .option('--only <names>', 'only checkouts with one of these in their names', '')
  .action(async (out: string, { checkouts, seed, each, only }: { checkouts: string; seed: number; each: number; only: string }) => {
    const pages: string[] = [];
    const names = readdirSync(checkouts).filter((name) => only === '' || only.split(',').some((part) => name.includes(part)));
    for (const name of names) {
      const { empty } = await applyFixes({ folder: join(checkouts, name), seed, count: each }, (applied) => {
        pages.push(fixPage(pages.length + 1, name, applied));
      });
      console.log(`${name}: ${empty} offers without edits`);
      writeFileSync(out, pages.join('\n'));
    }
    console.log(`${pages.length} fixes applied; read them in ${out}`);
  });

await program.parseAsync();

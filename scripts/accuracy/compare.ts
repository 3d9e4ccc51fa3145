/** What a rule change gains and loses across all judged findings. */
import { identityOf, readJudgements, readRepositories, verdictOf, type Judgement, type Repository } from './judgements.ts';
import { reviewCheckout } from './review-checkout.ts';

/** A judged finding and whether it is reported today. */
export interface Compared {
  judgement: Judgement;
  /** Current severity; null when it is no longer reported. */
  now: string | null;
}

/**
 * @param checkouts folder of the checkouts
 * @param set only repositories of this set
 */
export function compare(checkouts: string, set: Repository['set']): Compared[] {
  const judgements = readJudgements();
  return readRepositories().filter((each) => each.set === set && judgements.some(({ repository }) => repository === each.repository)).flatMap((repository) => {
    const { findings } = reviewCheckout(checkouts, repository);
    const today = new Map(
      findings.map((finding) => [identityOf({ ...repository, path: finding.path, line: finding.range.start.line, rule: finding.ruleId }), finding.severity]),
    );
    return judgements
      .filter((each) => each.repository === repository.repository && each.commit === repository.commit)
      .map((judgement) => ({ judgement, now: today.get(identityOf(judgement)) ?? null }));
  });
}

/** The comparison as text: counts by verdict, then every lost finding that was worth reporting. */
export function comparisonText(compared: readonly Compared[]): string {
  const lines = (['worth', 'noise', 'false'] as const).map((verdict) => {
    const own = compared.filter(({ judgement }) => verdictOf(judgement) === verdict);
    const loud = own.filter(({ now }) => now === 'error' || now === 'warning').length;
    const quiet = own.filter(({ now }) => now === 'info').length;
    return `${verdict.padEnd(6)} ${String(own.length).padStart(4)} judged: ${loud} reported as errors or warnings, ${quiet} as `
      + `information, ${own.length - loud - quiet} no longer`;
  });
  const lost = compared
    .filter(({ judgement, now }) => verdictOf(judgement) === 'worth' && now === null)
    .map(({ judgement: { repository, path, line, rule } }) => `lost: ${rule} ${repository} ${path}:${line}`);
  const left = compared
    .filter(({ judgement, now }) => verdictOf(judgement) !== 'worth' && now !== null && now !== 'info')
    .map(({ judgement }) => `still: ${judgement.rule} ${judgement.repository} ${judgement.path}:${judgement.line} (${verdictOf(judgement)}: ${judgement.why})`);
  return [...lines, ...lost, ...left, ''].join('\n');
}

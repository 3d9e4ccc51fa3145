/** Coverage and test reports that lie beside the code. */
import type { Evidence } from '../rules/kit/rule.ts';

export interface EvidenceSources {
  paths: readonly string[];
  read(path: string): Promise<string | undefined>;
  /** Reports named in the configuration. */
  coverage: readonly string[];
  junit: readonly string[];
}

/** Reads what is there; what cannot be read is a problem with a reason. */
export async function readEvidenceIn(_sources: EvidenceSources): Promise<Evidence> {
  return { coverage: null, tests: null, problems: [] };
}

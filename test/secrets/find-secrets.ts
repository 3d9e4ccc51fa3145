import type { SecretFact } from '../../server/facts/file-facts.ts';
import { scanSecrets } from '../../server/secrets/scan-secrets.ts';

/** What is found, without what proves it: the tests of forms and names are about the former, `proofs.test.ts` about the latter. */
export async function findSecrets(path: string, text: string): Promise<SecretFact[]> {
  const facts = await scanSecrets(path, text);
  return facts.map((fact) => {
    const { proof: _, ...found } = fact;
    return found;
  });
}

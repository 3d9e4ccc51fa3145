/** Dockerfiles and compose files: read for rules of their own, not part of the architecture. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { bareFacts } from '../kit/bare-facts.ts';
import { readCompose } from './compose-file.ts';
import { readDockerfile } from './dockerfile.ts';

const RECIPE = /(^|\/)(dockerfile|containerfile)(\.[\w.-]+)?$|\.(dockerfile|containerfile)$/;
const SERVICES = /(^|\/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$/;

export const containerAdapter: LanguageAdapter = {
  id: 'container',
  extensions: [],
  claims: (path) => (RECIPE.test(path) && !/\.(dockerignore|md|[cm]?[jt]sx?|py)$/.test(path)) || SERVICES.test(path),
  modules: false,
  load: () => Promise.resolve(),
  extract(input) {
    const recipe = RECIPE.test(input.path.toLowerCase());
    const { services, problems } = recipe ? { services: [], problems: [] } : readCompose(input.text);
    return {
      ...bareFacts(input, 'container'), syntaxProblems: problems,
      container: { instructions: recipe ? readDockerfile(input.text) : [], services },
    };
  },
  createResolver: () => ({ resolve: () => ({ kind: 'missing' }) }),
  fixIds: new Set(),
  fixes: {},
};

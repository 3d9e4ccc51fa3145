/** Words for the ids of dimensions and criteria. An id that is not listed is shown in words of its own. */

const NAMES: Record<string, string> = {
  'code-quality': 'Code quality',
  'ai-ml': 'AI and ML',
  security: 'Security',
  testing: 'Testing',
  architecture: 'Architecture',
  'types-and-docs': 'Types and documentation',
  'error-handling': 'Error handling',
  performance: 'Performance',
  'data-handling': 'Data handling',
  'model-design': 'Model design',
  reproducibility: 'Reproducibility',
  practices: 'Security practices',
  privacy: 'Privacy',
  'coverage-and-quality': 'Coverage and test quality',
  layering: 'Layering',
  cycles: 'Cycles',
  'contracts-and-boundaries': 'Contracts and boundaries',
  cohesion: 'Cohesion',
};

/** The name of a dimension or criterion as people read it. */
export function scoreName(id: string): string {
  const words = NAMES[id] ?? id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

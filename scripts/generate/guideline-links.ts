/** References such as `review §2.1` as links into `docs/guidelines`. */
const FILES: Readonly<Record<string, string>> = {
  architecture: '01-architecture', blocks: '02-blocks', style: '03-style', review: '04-review', patterns: '05-patterns',
  general: '06-general', tracking: '07-tracking', scrum: '08-scrum', workflow: '09-workflow',
};

/**
 * @param section as rules name it
 * @param docs path to the folder `docs` from the linking page
 * @throws when the section does not have that form
 */
export function guidelineLink(section: string, docs: string): string {
  const match = /^(\w+) §(\d+)(?:\.(\d+))?$/.exec(section);
  const file = match ? FILES[match[1]!] : undefined;
  if (match === null || file === undefined) throw new Error(`"${section}" is not a section such as "review §2.1"`);
  return `[${section}](${docs}/guidelines/${file}.md#s${match[2]}${match[3] === undefined ? '' : `-${match[3]}`})`;
}

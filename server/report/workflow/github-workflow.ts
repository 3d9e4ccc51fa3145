/** A GitHub workflow that reviews pull requests and shows the findings in GitHub's code scanning. */
export const WORKFLOW_FILE = '.github/workflows/archwright.yml';

/** How a project installs what it pins, and runs a program of it. Nothing else is ever downloaded. */
export interface PackageManager {
  name: 'npm' | 'pnpm' | 'yarn';
  /** Installs exactly what the lock file names, and runs no scripts of packages. */
  install: string;
  /** Runs an installed program, and fails where it is not installed. */
  run: string;
}

/** Actions by the hash of a commit, which cannot be moved as a tag can; each was looked up in the action's repository. */
const CHECKOUT = 'actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0';
const SETUP_NODE = 'actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38 # v6.5.0';
const UPLOAD_SARIF = 'github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2';

/** @param manager of the project @returns text of the workflow */
export function githubWorkflow({ name, install, run }: PackageManager): string {
  return `name: Archwright
on: pull_request
permissions: {}
jobs:
  review:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: ${CHECKOUT}
        with:
          # The whole history, so that changed lines can be found.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 22
      - name: Install what the lock file names
        run: ${name === 'npm' ? '' : 'corepack enable && '}${install}
      - name: Review
        env:
          BASE: origin/\${{ github.base_ref }}
        run: ${run} archwright review --base "$BASE" --format sarif --output archwright.sarif
      - name: Show findings in code scanning
        # A pull request from a fork may not write there.
        if: always() && github.event.pull_request.head.repo.full_name == github.repository
        uses: ${UPLOAD_SARIF}
        with:
          sarif_file: archwright.sarif
`;
}

/**
 * A GitHub workflow that reviews pull requests, shows the findings in GitHub's code scanning, and brings the tracking log up to
 * each push and pull request, as the hook after a commit does on a machine.
 *
 * What somebody outside chose (branch, title, message) reaches a step through its environment alone, and is quoted there: in
 * the text of a command it would be run. Nothing is run that the lock file of the project does not name.
 */
export const WORKFLOW_FILE = '.github/workflows/archwright.yml';

/** How a project installs what it pins, and runs a program of it. Nothing else is ever downloaded. */
export interface PackageManager {
  name: 'npm' | 'pnpm' | 'yarn';
  /** Files of which the first that is there names what is installed. */
  locks: readonly string[];
  /** Installs exactly what the lock file names, and runs no scripts of packages. */
  install: string;
  /** Runs an installed program, and fails where it is not installed. */
  run: string;
}

/** Actions by the hash of a commit, which cannot be moved as a tag can; each was looked up in the action's repository. */
const CHECKOUT = 'actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0';
const SETUP_NODE = 'actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38 # v6.5.0';
const UPLOAD_SARIF = 'github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2';
const UPLOAD_ARTIFACT = 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0';

/** @param manager of the project @returns text of the workflow */
export function githubWorkflow(manager: PackageManager): string {
  return `name: Archwright
on:
  push:
    branches: ['**']
  pull_request:
permissions: {}
jobs:
${reviewJob(manager)}
${trackJob(manager)}`;
}

function installSteps({ name, install }: PackageManager): string {
  return `      - uses: ${SETUP_NODE}
        with:
          node-version: 22
      - name: Install what the lock file names
        run: ${name === 'npm' ? '' : 'corepack enable && '}${install}`;
}

function reviewJob(manager: PackageManager): string {
  return `  review:
    if: github.event_name == 'pull_request'
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
${installSteps(manager)}
      - name: Review
        env:
          BASE: origin/\${{ github.base_ref }}
        run: ${manager.run} archwright review --base "$BASE" --format sarif --output archwright.sarif
      - name: Show findings in code scanning
        # A pull request from a fork may not write there.
        if: always() && github.event.pull_request.head.repo.full_name == github.repository
        uses: ${UPLOAD_SARIF}
        with:
          sarif_file: archwright.sarif`;
}

/**
 * The commit of a pull request before the rest of the history: what the log has is not moved to the review of code again. A fork
 * may call its branch like the main branch of this repository, which would count as merged.
 */
function trackJob(manager: PackageManager): string {
  return `  track:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: ${CHECKOUT}
        with:
          # The commit that was pushed, and not what GitHub makes of it and the base.
          ref: \${{ github.event.pull_request.head.sha || github.sha }}
          # The whole history, of which the log tells.
          fetch-depth: 0
          persist-credentials: false
${installSteps(manager)}
      - name: Name the branch, which may name the issue
        env:
          IS_OURS: \${{ github.event_name == 'push' || github.event.pull_request.head.repo.full_name == github.repository }}
          BRANCH: \${{ github.head_ref || github.ref_name }}
          NUMBER: \${{ github.event.number }}
        run: |
          name="$BRANCH"
          [ "$IS_OURS" = true ] || name="pull/$NUMBER"
          git update-ref "refs/heads/$name" HEAD
          git symbolic-ref HEAD "refs/heads/$name"
      - name: Add the last commit to the log
        env:
          EVENT: \${{ github.event_name == 'pull_request' && 'pull_request' || 'commit' }}
        run: ${manager.run} archwright track commit --event "$EVENT"
      - name: Add what else the log does not have
        run: ${manager.run} archwright track import
      - name: Tell how the work goes
        run: ${manager.run} archwright track report --kind weekly --format markdown >> "$GITHUB_STEP_SUMMARY"
      - name: Keep the log
        uses: ${UPLOAD_ARTIFACT}
        with:
          name: archwright-log
          path: logs/project_tracking.csv
          if-no-files-found: error
`;
}

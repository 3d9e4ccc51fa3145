/**
 * A GitHub workflow that reviews pull requests, shows the findings in GitHub's code scanning, tells in one comment what a pull
 * request changes in the architecture, and brings the tracking log up to each push and pull request, as the hook after a commit
 * does on a machine.
 *
 * What somebody outside chose (branch, title, message) reaches a step through its environment alone, and is quoted there: in
 * the text of a command it would be run. Nothing is run that the lock file of the project does not name.
 */
import { commentScript } from './comment-script.ts';

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
${diffJob(manager)}
${commentJob()}
${trackJob(manager)}`;
}

const NODE_STEP = `      - uses: ${SETUP_NODE}
        with:
          node-version: 22`;

function installSteps({ name, install }: PackageManager): string {
  return `${NODE_STEP}
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

/** A push while one of the two jobs runs makes what it would tell worthless. */
const LATEST_ALONE = `    concurrency:
      group: archwright-diff-\${{ github.event.number }}
      cancel-in-progress: true`;

/**
 * Runs what the pull request brings, and may therefore write nothing. What is checked out is the pull request merged into its
 * base, so that the base is the first parent of that: the branch itself may have gone on meanwhile.
 */
function diffJob(manager: PackageManager): string {
  return `  diff:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
${LATEST_ALONE}
    permissions:
      contents: read
    outputs:
      markdown: \${{ steps.diff.outputs.markdown }}
    steps:
      - uses: ${CHECKOUT}
        with:
          # The pull request, its base, and what both have in common.
          fetch-depth: 0
          persist-credentials: false
${installSteps(manager)}
      - name: Compare the architecture with the base
        id: diff
        env:
          BASE: origin/\${{ github.base_ref }}
        run: |
          git update-ref "refs/remotes/$BASE" HEAD^1
          ${manager.run} archwright diff --from "$BASE" --format markdown --output "$RUNNER_TEMP/diff.md"
          cat "$RUNNER_TEMP/diff.md" >> "$GITHUB_STEP_SUMMARY"
          printf 'markdown=' >> "$GITHUB_OUTPUT"
          gzip -9 -n < "$RUNNER_TEMP/diff.md" | base64 -w 0 >> "$GITHUB_OUTPUT"
          echo >> "$GITHUB_OUTPUT"`;
}

/** May write, and therefore runs nothing of the pull request. */
function commentJob(): string {
  return `  comment:
    needs: diff
    runs-on: ubuntu-latest
${LATEST_ALONE}
    permissions:
      pull-requests: write
    steps:
${NODE_STEP}
      - name: Keep one comment on the pull request
        env:
          API: \${{ github.api_url }}
          DIFF: \${{ needs.diff.outputs.markdown }}
          IS_OURS: \${{ github.event.pull_request.head.repo.full_name == github.repository }}
          NUMBER: \${{ github.event.number }}
          REPOSITORY: \${{ github.repository }}
          TOKEN: \${{ github.token }}
        shell: node {0}
        run: |
${commentScript().map((line) => (line === '' ? '' : `          ${line}`)).join('\n')}`;
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

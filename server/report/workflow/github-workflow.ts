/** A GitHub workflow that reviews pull requests and shows the findings in GitHub's code scanning. */
export const WORKFLOW_FILE = '.github/workflows/archwright.yml';

/** @returns text of the workflow */
export function githubWorkflow(): string {
  return `name: Archwright
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  security-events: write
jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The whole history, so that changed lines can be found.
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Review
        run: npx --yes archwright review --format sarif --output archwright.sarif
      - name: Show findings in code scanning
        if: always()
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: archwright.sarif
`;
}

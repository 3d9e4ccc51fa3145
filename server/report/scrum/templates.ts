/** The documents of Scrum as they are without templates of a team's own. What stands in double braces is filled in. */
import type { DocumentKind } from '../../protocol/scrum.ts';

export const TEMPLATES: Readonly<Record<DocumentKind, string>> = {
  'planning': `# Planning of {{sprint}}

{{day}}

## Goal

One sentence, with a figure by which you will know that it is reached:

## Figures

{{targets}}

## Backlog by priority

{{priorities}}

## Room for each kind of work

{{capacity}}

## To estimate

{{estimates}}

Scale: {{scale}}.

## In the way

{{impediments}}

## Risks

{{risks}}
`,
  'stand-up': `# Stand-up of {{day}}

{{people}}

## In the way

{{impediments}}

## Models

{{models}}
`,
  'review': `# Review of {{sprint}}

{{day}}

## Goal (15 min)

{{result}}

## Demo (45 min)

{{finished}}

- [ ] runs from end to end
- [ ] its figures are shown
- [ ] where its data comes from is shown
- [ ] what it does when something fails is shown
- [ ] it is watched

## What others say (30 min)

## Figures (15 min)

{{health}}

{{velocity}}

{{models}}

## What comes next (15 min)

{{open}}
`,
  'retrospective': `# Retrospective of {{sprint}}

{{day}}

{{result}}

## Experiments

{{models}}

## Data and infrastructure

{{impediments}}

## How models and code were made

{{cycle-time}}

{{reverted}}

## Working together

{{open}}

## What we change

| Action | Who | Until | Done when |
|---|---|---|---|
| | | | |
`,
  'story': `# {{key}}: {{summary}}

{{about}}

As a

I want

so that

{{description}}

## Accepted when

{{acceptance}}

## Priority

{{priority}}

## Done when

{{done}}
`,
};

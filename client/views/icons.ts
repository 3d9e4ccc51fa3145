/** Icons of the trees, in the theme's colours for problems and tests. */
import { ThemeColor, ThemeIcon } from 'vscode';
import { toneOfShare } from '../../server/digest/score.ts';
import type { ReportedSeverity } from '../../server/protocol/report.ts';

export const PASSED = new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
export const FAILED = new ThemeIcon('error', new ThemeColor('testing.iconFailed'));
export const PARTIAL = new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
export const NOT_MEASURED = new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));

export const SEVERITY_ICONS: Record<ReportedSeverity, ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  info: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
};

/** Icon for points: good, fair or poor. */
export function pointsIcon(points: number, max: number): ThemeIcon {
  return { good: PASSED, fair: PARTIAL, bad: FAILED }[toneOfShare(max === 0 ? 1 : points / max)];
}

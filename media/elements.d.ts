import type { JSX } from 'preact';

/** The custom elements of @vscode-elements/elements that the page uses. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-badge': JSX.HTMLAttributes<HTMLElement> & { variant?: string };
      'vscode-progress-bar': JSX.HTMLAttributes<HTMLElement> & { indeterminate?: boolean };
    }
  }
}

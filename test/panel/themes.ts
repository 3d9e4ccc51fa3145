/** VS Code's own default themes, as the variables that a webview gets. */
export type ThemeName = 'dark' | 'light' | 'contrast';

export const BODY_CLASS: Record<ThemeName, string> = { dark: 'vscode-dark', light: 'vscode-light', contrast: 'vscode-high-contrast' };

const SHARED = { 'font-family': "'DejaVu Sans', sans-serif", 'font-size': '13px', 'editor-font-family': "'DejaVu Sans Mono', monospace" };

const VALUES: Record<ThemeName, Record<string, string>> = {
  dark: {
    foreground: '#cccccc', descriptionForeground: '#9d9d9d', errorForeground: '#f85149', focusBorder: '#0078d4', 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'editorWidget-background': '#202020',
    'panel-border': '#2b2b2b', 'sideBar-background': '#181818', 'button-background': '#0078d4', 'button-foreground': '#ffffff', 'button-hoverBackground': '#026ec1', 'button-secondaryBackground': '#313131', 'button-secondaryForeground': '#cccccc', 'button-secondaryHoverBackground': '#3c3c3c',
    'badge-background': '#616161', 'badge-foreground': '#f8f8f8', 'input-background': '#313131', 'input-border': '#3c3c3c', 'input-foreground': '#cccccc', 'input-placeholderForeground': '#989898', 'dropdown-background': '#313131', 'dropdown-foreground': '#cccccc', 'dropdown-border': '#3c3c3c',
    'textLink-foreground': '#4daafc', 'list-hoverBackground': '#2a2d2e', 'list-activeSelectionBackground': '#04395e', 'list-activeSelectionForeground': '#ffffff', 'editorSuggestWidget-background': '#202020', 'editorSuggestWidget-border': '#454545', 'widget-shadow': '#0000005c',
    'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#3794ff', 'charts-blue': '#3794ff', 'charts-green': '#89d185', 'charts-red': '#f14c4c', 'charts-yellow': '#cca700', 'charts-purple': '#b180d7', 'testing-iconPassed': '#73c991',
    'inputValidation-errorBackground': '#5a1d1d', 'inputValidation-warningBackground': '#352a05', 'panelTitle-activeBorder': '#0078d4', 'toolbar-hoverBackground': '#5a5d5e50',
  },
  light: {
    foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', errorForeground: '#c92c1a', focusBorder: '#005fb8', 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'editorWidget-background': '#f8f8f8',
    'panel-border': '#e5e5e5', 'sideBar-background': '#f8f8f8', 'button-background': '#005fb8', 'button-foreground': '#ffffff', 'button-hoverBackground': '#0258a8', 'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'button-secondaryHoverBackground': '#cccccc',
    'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b', 'input-background': '#ffffff', 'input-border': '#cecece', 'input-foreground': '#3b3b3b', 'input-placeholderForeground': '#767676', 'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'dropdown-border': '#cecece',
    'textLink-foreground': '#005fb8', 'list-hoverBackground': '#f2f2f2', 'list-activeSelectionBackground': '#e8e8e8', 'list-activeSelectionForeground': '#000000', 'editorSuggestWidget-background': '#f8f8f8', 'editorSuggestWidget-border': '#c8c8c8', 'widget-shadow': '#00000029',
    'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#1a85ff', 'charts-blue': '#1a85ff', 'charts-green': '#388a34', 'charts-red': '#e51400', 'charts-yellow': '#bf8803', 'charts-purple': '#652d90', 'testing-iconPassed': '#388a34',
    'inputValidation-errorBackground': '#f2dede', 'inputValidation-warningBackground': '#f6f5d2', 'panelTitle-activeBorder': '#005fb8', 'toolbar-hoverBackground': '#b8b8b850',
  },
  contrast: {
    foreground: '#ffffff', descriptionForeground: '#ffffffb3', errorForeground: '#f48771', focusBorder: '#f38518', contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518', 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'editorWidget-background': '#0c141f',
    'panel-border': '#6fc3df', 'sideBar-background': '#000000', 'button-background': '#000000', 'button-foreground': '#ffffff', 'button-secondaryBackground': '#000000', 'button-secondaryForeground': '#ffffff', 'badge-background': '#000000', 'badge-foreground': '#ffffff',
    'input-background': '#000000', 'input-foreground': '#ffffff', 'input-border': '#6fc3df', 'input-placeholderForeground': '#ffffffb3', 'dropdown-background': '#000000', 'dropdown-foreground': '#ffffff', 'dropdown-border': '#6fc3df', 'textLink-foreground': '#21a6ff',
    'editorSuggestWidget-background': '#0c141f', 'editorSuggestWidget-border': '#6fc3df', 'editorError-foreground': '#f48771', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#3794ff', 'charts-blue': '#3794ff', 'charts-green': '#89d185', 'charts-red': '#f48771', 'charts-yellow': '#ffd370', 'charts-purple': '#b180d7',
    'testing-iconPassed': '#73c991', 'inputValidation-errorBackground': '#000000', 'inputValidation-warningBackground': '#000000', 'panelTitle-activeBorder': '#6fc3df', 'list-hoverBackground': '#ffffff1a', 'list-activeSelectionBackground': '#000000', 'list-activeSelectionForeground': '#ffffff',
  },
};

/** The `style` attribute that VS Code would put on the webview's root element. */
export function themeStyle(name: ThemeName): string {
  return Object.entries({ ...SHARED, ...VALUES[name] }).map(([key, value]) => `--vscode-${key}: ${value};`).join(' ');
}

/** Starts the page. */
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { render } from 'preact';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/controls.css';
import './styles/graph.css';
import './styles/score.css';
import './styles/log.css';

const root = document.getElementById('root');
if (root) render(<App />, root);

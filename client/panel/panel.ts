/** The webview panel: at most one, told of every state, restored after a reload. */
import * as vscode from 'vscode';
import type { ToPanel, PanelTab, FromPanel } from '../../server/protocol/panel.ts';
import type { StateStore } from '../state-store.ts';
import { panelPage } from './page.ts';

const VIEW_TYPE = 'archwright.panel';

/** Handles a message of the page. */
export type PanelMessageHandler = (message: FromPanel, reply: (message: ToPanel) => void) => Promise<void>;

/** The life cycle of the panel: created once, restored after a reload, told of every state. */
export class Panel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** True from the page's `ready` until it is hidden, because VS Code discards a hidden page. */
  private pageReady = false;
  private pendingShow: Extract<ToPanel, { type: 'show' }> | undefined;
  private readonly subscriptions: vscode.Disposable[];
  private readonly extensionUri: vscode.Uri;
  private readonly states: StateStore;
  private readonly handle: PanelMessageHandler;

  constructor(extensionUri: vscode.Uri, states: StateStore, handle: PanelMessageHandler) {
    this.extensionUri = extensionUri;
    this.states = states;
    this.handle = handle;
    this.subscriptions = [
      states.onDidChange(() => this.postState()),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel) => {
          // Duplicating a window can restore a second one; the page has no state of its own to lose.
          if (this.panel) panel.dispose();
          else this.attach(panel);
        },
      }),
    ];
  }

  /** Brings the panel to the front, and creates it first when there is none. */
  show(tab: PanelTab, block?: string): void {
    if (this.panel) {
      this.panel.reveal();
    } else {
      this.attach(vscode.window.createWebviewPanel(VIEW_TYPE, 'Archwright', vscode.ViewColumn.Active, this.options()));
    }
    const message: ToPanel = block === undefined ? { type: 'show', tab } : { type: 'show', tab, block };
    if (this.pageReady) this.post(message);
    else this.pendingShow = message;
  }

  private attach(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.pageReady = false;
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icons', 'archwright-color.svg');
    panel.webview.options = this.options();
    panel.webview.onDidReceiveMessage((message: FromPanel) => {
      if (message.type === 'ready') this.onReady();
      else void this.handle(message, (answer) => this.post(answer));
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.pageReady = false;
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.pageReady = false;
    });
    panel.webview.html = panelPage(panel.webview, this.pageFolder());
  }

  private onReady(): void {
    this.pageReady = true;
    this.postState();
    if (this.pendingShow) this.post(this.pendingShow);
    this.pendingShow = undefined;
  }

  private postState(): void {
    if (this.pageReady) this.post({ type: 'state', state: this.states.state });
  }

  private post(message: ToPanel): void {
    void this.panel?.webview.postMessage(message);
  }

  private options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.pageFolder()], enableFindWidget: true };
  }

  private pageFolder(): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist', 'panel');
  }

  dispose(): void {
    this.panel?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

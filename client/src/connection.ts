/**
 * One connection to the language server: started, ended, begun again, and one plain message when it cannot be had.
 * It does not know where the server runs (a process, a web worker): `create` does.
 */
import { EventEmitter, l10n, LogLevel, Uri, window, workspace, type Disposable, type Event, type LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { answerFiles } from './files.js';
import type { RecordSummary } from './summary.js';

/** `off`: switched off in the settings. `stopped`: it could not be started, or ended too often to be started again. */
export type Standing = 'off' | 'starting' | 'ready' | 'stopped';

export interface Connection extends Disposable {
  readonly standing: () => Standing;
  /** What the server said of this record last; until it has, no findings means not yet read. */
  readonly summary: (uri: Uri) => RecordSummary | undefined;
  /** Fires when `standing` or a summary has changed. */
  readonly onDidChange: Event<void>;
  /** Asks the server something of our own; undefined where it does not run. */
  readonly request: <T>(method: string, params: unknown) => Promise<T | undefined>;
  /** Tells the server something of our own; lost where it does not run. */
  readonly notify: (method: string, params: unknown) => void;
  /** Ends the server if it runs, and starts a new one if the settings ask for it. Never rejects. */
  readonly restart: () => Promise<void>;
}

/** `wishes` are more initialization options, asked for at each start. */
export function keepConnected(create: (options: LanguageClientOptions) => BaseLanguageClient, wishes: () => object): Connection {
  const log = window.createOutputChannel('Alongside', { log: true });
  const changed = new EventEmitter<void>();
  const read = new Map<string, RecordSummary>();
  const closing = workspace.onDidCloseTextDocument(({ uri }) => read.delete(uri.toString()));
  let client: BaseLanguageClient | undefined;
  let standing: Standing = 'off';
  let queue: Promise<void> = Promise.resolve();

  const become = (next: Standing): void => {
    if (next === standing) return;
    standing = next;
    if (next !== 'ready') read.clear();
    changed.fire();
    if (next === 'stopped') void tellStopped(log, restart);
  };

  const start = async (): Promise<void> => {
    const endings: number[] = [];
    const starting = create({
      ...reading(wishes()),
      ...logging(log),
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          endings.push(Date.now());
          const again = standing !== 'starting' && mayBeginAgain(endings);
          if (!again) become('stopped');
          return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
        },
      },
    });
    client = starting;
    answerFiles(starting);
    starting.onNotification('alongside/record', (summary: RecordSummary) => {
      read.set(Uri.parse(summary.uri).toString(), summary);
      changed.fire();
    });
    starting.onDidChangeState(({ newState }) => {
      if (client !== starting) return;
      if (newState === State.Starting) become('starting');
      if (newState === State.Running) become('ready');
      if (newState === State.StartFailed) become('stopped');
    });
    // The library announces every failure in a box of its own, up to three for one: they go to the log, and `tellStopped` speaks.
    const report = starting.error.bind(starting);
    starting.error = (message, data) => report(message, data, false);
    await starting.start().catch(() => { if (client === starting) become('stopped'); });
  };

  const stop = async (): Promise<void> => {
    const ending = client;
    client = undefined;
    // A server that never ran cannot be asked to end; the next one is not kept waiting for it.
    await ending?.dispose().catch(() => undefined);
    become('off');
  };

  const restart = (): Promise<void> => {
    queue = queue.then(async () => {
      await stop();
      if (workspace.getConfiguration('alongside').get('enable', true)) await start();
    });
    return queue;
  };

  return {
    standing: () => standing,
    summary: (uri) => read.get(uri.toString()),
    onDidChange: changed.event,
    request: async (method, params) => {
      // A command may be what has woken the extension: whoever asks waits until the server has started.
      await queue;
      return client && standing === 'ready' ? client.sendRequest(method, params) : undefined;
    },
    notify: (method, params) => {
      if (client && standing === 'ready') void client.sendNotification(method, params);
    },
    restart,
    dispose: () => {
      void client?.dispose().catch(() => undefined);
      for (const part of [closing, changed, log]) part.dispose();
    },
  };
}

/** Rules of a team's own packs: a folder named after a category, and the rule in it. */
const PACK_RULES = '**/{doing-to,label,minimising,jargon,childs-voice,danger-statement,safety-goal,scaling,plan,family-plan,document,plain-english,ours}/*.yml';

/** What the server is given to read, and when it is asked again. */
function reading(wishes: object): LanguageClientOptions {
  return {
    // Records wherever they live (disk, unsaved, a virtual folder); the rulebook too, so that it is checked as it is typed.
    documentSelector: [{ language: 'markdown' }, { language: 'alongside-rules' }, { language: 'yaml', pattern: '**/alongside.yml' }, { language: 'yaml', pattern: PACK_RULES }],
    // Questions are shown by `question.ts`, and VS Code's hover shows the message above what the server adds. Which rule files to watch, the server says itself.
    initializationOptions: { files: 'client', questions: 'client', hover: 'message', rules: 'client', setAside: 'client', alarms: 'client', titles: 'human', underlines: 'short', writing: 'quiet', ...wishes },
    diagnosticPullOptions: { onChange: true },
  };
}

/**
 * A log without a trace. At log level "Trace" the library writes down what passes between editor and server, and with
 * that the records: so it is told of a channel whose level never gets there.
 */
function logging(log: LogOutputChannel): LanguageClientOptions {
  const silent: LogOutputChannel = Object.create(log, {
    logLevel: { value: LogLevel.Off },
    onDidChangeLogLevel: { value: () => ({ dispose: () => undefined }) },
    trace: { value: () => undefined },
  });
  return { outputChannel: log, traceOutputChannel: silent };
}

/** Not after three endings in three minutes: what keeps falling over is left alone, and said. */
function mayBeginAgain(endings: readonly number[]): boolean {
  const [first, , last] = endings.slice(-3);
  return last === undefined || last - first > 3 * 60_000;
}

async function tellStopped(log: LogOutputChannel, restart: () => Promise<void>): Promise<void> {
  const again = l10n.t('Try again');
  const show = l10n.t('Show the log');
  const chosen = await window.showWarningMessage(l10n.t('Alongside could not be kept running, so records are not being read at the moment.'), again, show);
  if (chosen === again) await restart();
  if (chosen === show) log.show(true);
}

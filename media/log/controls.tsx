/** Gates and audit log, in a small place that asks the server only once it is opened. */
import { useEffect, useState } from 'preact/hooks';
import type { FolderState } from '../../server/protocol/answers.ts';
import type { AuditState, Controls as Evaluated } from '../../server/protocol/controls.ts';
import type { GateResult } from '../../server/protocol/gates.ts';
import { counted, grouped } from '../../server/text/wording.ts';
import { Icon } from '../icon.tsx';
import { listen, send } from '../vscode-api.ts';

type Answer = Evaluated | { problem: string };

/** Evaluated when it is opened and when the user asks again; not while files are edited. */
export function Controls({ folder }: { folder: FolderState }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => listen((message) => {
    if (message.type !== 'controls' || message.folder !== folder.key) return;
    setAsked(false);
    setAnswer(message.controls);
  }), [folder.key]);
  const ask = (): void => {
    setAsked(true);
    send({ type: 'controls', folder: folder.key });
  };
  return (
    <details class="controls" onToggle={(event) => event.currentTarget.open && answer === null && !isAsked && ask()}>
      <summary>Gates and audit log</summary>
      <div class="controls-body" aria-busy={isAsked}>
        {answer === null ? <p class="muted" role="status">Evaluating…</p>
          : 'problem' in answer ? <p class="wrong-text">{answer.problem}</p>
          : (
            <>
              <section aria-label="Gates"><h3>Gates</h3><Gates gates={answer.gates} /></section>
              <section aria-label="Audit log"><h3>Audit log</h3><Audit audit={answer.audit} /></section>
            </>
          )}
        <button type="button" class="button" disabled={isAsked} onClick={ask}><Icon name="refresh" /> Evaluate again</button>
      </div>
    </details>
  );
}

function Gates({ gates }: { gates: Evaluated['gates'] }) {
  if (!Array.isArray(gates)) return <p class="wrong-text">{gates.problem}</p>;
  return <ul class="plain-list">{gates.map((gate) => <Gate key={gate.name} gate={gate} />)}</ul>;
}

function Gate({ gate: { name, passed, conditions } }: { gate: GateResult }) {
  return (
    <li>
      <Verdict holds={passed} words={`${name}: ${passed ? 'passed' : 'failed'}`} isStrong />
      <ul class="plain-list gate-conditions">
        {conditions.map((condition, at) => <li key={at}><Verdict holds={condition.passed} words={condition.reason} /></li>)}
      </ul>
    </li>
  );
}

function Audit({ audit }: { audit: Evaluated['audit'] }) {
  if (audit === null) return <p class="muted">None is kept here. “archwright track audit start” begins one.</p>;
  if ('problem' in audit) return <p class="wrong-text">{audit.problem}</p>;
  const { intact, entries, firstBad, notes } = audit;
  return (
    <>
      <Verdict isStrong holds={intact} words={intact ? `${counted(entries, 'entry', 'entries')}, intact` : `Not intact: entry ${firstBad?.index ?? 0}`} />
      {firstBad !== null && <p class="wrong-text">{firstBad.reason}</p>}
      <p>{checkpointWords(audit)}</p>
      {notes.map((note) => <p key={note} class="muted">{note}.</p>)}
    </>
  );
}

function checkpointWords({ checkpoint }: NonNullable<AuditState>): string {
  if (checkpoint === null) return 'No checkpoint yet.';
  const { size, signedBy, valid } = checkpoint;
  return `Last checkpoint at ${grouped(size)} ${size === 1 ? 'entry' : 'entries'}, signed by ${signedBy}${valid ? ', valid' : ', not confirmed by a key'}.`;
}

function Verdict({ holds, words, isStrong = false }: { holds: boolean; words: string; isStrong?: boolean }) {
  return (
    <span class={holds ? 'verdict-line verdict-holds' : 'verdict-line'}>
      <Icon name={holds ? 'check' : 'close'} />
      <span class="for-screen-readers">{holds ? 'passed: ' : 'failed: '}</span>
      {isStrong ? <b>{words}</b> : words}
    </span>
  );
}

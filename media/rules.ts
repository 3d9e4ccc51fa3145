/** Titles of rules, asked for once: reports name rules by id only. */
import { useEffect, useState } from 'preact/hooks';
import { listen, send } from './vscode-api.ts';

let known: ReadonlyMap<string, string> | null = null;

/** Titles by id; empty until they have arrived. */
export function useRuleTitles(): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState(known);
  useEffect(() => {
    if (known !== null) return undefined;
    const stop = listen((message) => {
      if (message.type !== 'rules') return;
      known = new Map(message.rules.map(({ id, title }) => [id, title]));
      setTitles(known);
    });
    send({ type: 'rules' });
    return stop;
  }, []);
  return titles ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();

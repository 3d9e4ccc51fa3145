import { useRef } from 'preact/hooks';

/**
 * The former value as long as the new one says the same. Every snapshot brings new objects, also when an edit changed
 * nothing in them; with the former object, what was made from it is not made again.
 * @param value plain data @param textOf how it is compared
 */
export function useStable<Value>(value: Value, textOf: (value: Value) => string = JSON.stringify): Value {
  const kept = useRef<{ value: Value; text: string } | null>(null);
  const compared = useRef<Value | null>(null);
  if (kept.current !== null && compared.current === value) return kept.current.value;
  compared.current = value;
  const text = textOf(value);
  if (kept.current?.text !== text) kept.current = { value, text };
  return kept.current.value;
}

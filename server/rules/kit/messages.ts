/**
 * Types that check a rule's findings against its messages: an unknown message id, a placeholder without a value and a
 * value without a placeholder do not compile.
 */
import type { Draft, RelatedPlace } from '../../findings/finding.ts';

/** Messages of a rule by id: sentences with `{name}` for data. Declared `as const` where the rule uses their names in types. */
export type Messages = Readonly<Record<string, string>>;

/** The names in braces: `'path' | 'from'` for `Blocks depend on each other: {path}. Cut {from}.` */
export type Placeholder<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

type AnyPlaceholder<All extends Messages> = { [Id in keyof All]: Placeholder<All[Id]> }[keyof All];

/** A value for each placeholder and nothing else: placeholders of the rule's other messages are excluded by name. */
type Values<All extends Messages, Id extends keyof All> =
  { readonly [Name in Placeholder<All[Id]>]: string | number } & { readonly [Name in Exclude<AnyPlaceholder<All>, Placeholder<All[Id]>>]?: never };

/** The id of a message with exactly the data it inserts. */
export type Said<All extends Messages, Ids extends keyof All = keyof All> = {
  [Id in Ids & string]: [Placeholder<All[Id]>] extends [never]
    ? { messageId: Id; data?: Readonly<Record<string, never>> }
    : { messageId: Id; data: Values<All, Id> };
}[Ids & string];

/** A place related to a finding, with one of the rule's messages. */
export type RelatedOf<All extends Messages, Ids extends keyof All = keyof All> = Omit<RelatedPlace, 'messageId' | 'data'> & Said<All, Ids>;

/** What a finding holds besides its message. */
export type DraftRest = Omit<Draft, 'messageId' | 'data' | 'related'>;

/** What a rule with these messages may report. */
export type DraftOf<All extends Messages, Ids extends keyof All = keyof All> = DraftRest & { related?: RelatedOf<All>[] } & Said<All, Ids>;

/** Receives the findings of one file. */
export type Report<All extends Messages> = (draft: DraftOf<All>) => void;
